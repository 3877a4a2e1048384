import { watchedFileSystem } from "../../testing/faultyFileSystem";
import { readIssueFolder } from "../readIssueFolder";
import { saveIssueFolder } from "../saveIssueFolder";
import { sampleIssue } from "./sampleIssue";

/**
 * A process that saves two versions over each other and says so on stdout after each save. With a step number it ends
 * itself by SIGKILL at that step of its first save; with 0 it goes on until it is killed.
 */
const [folder = "", killAtStep = "0", first = "A", second = "B"] = process.argv.slice(2);
const killAt = Number(killAtStep);
let step = 0;
const fileSystem = watchedFileSystem(() => {
  step += 1;
  if (step === killAt) process.kill(process.pid, "SIGKILL");
});

let { revision } = await readIssueFolder(fileSystem, folder);
step = 0;
process.stdout.write("ready\n");
for (let save = 0; killAt === 0 || save === 0; save += 1) {
  revision = await saveIssueFolder(fileSystem, folder, sampleIssue(6, save % 2 === 0 ? second : first), revision);
  process.stdout.write(`saved ${revision}\n`);
}
process.stdout.write(`steps ${step}\n`);
