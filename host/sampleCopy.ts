import { promises } from "node:fs";
import { join } from "node:path";
import { fileProblem, machineFileSystem as fileSystem, makeFolders, temporaryName } from "./fileSystem";
import { looksLikeIssue } from "./issues/readIssueFolder";

/** The folder name of the sample issue, here and in the user's documents. */
export const SAMPLE_NAME = "nanfang-gongbao-2026-01-12";

/**
 * The sample issue as the user's own: copied into the documents folder the first time, so that Save works at once and
 * the program's folder stays as it was. A half-made copy never takes the name.
 */
export async function openSampleCopy(projectRoot: string, documentsFolder: string): Promise<string> {
  const copy = join(documentsFolder, SAMPLE_NAME);
  if (await looksLikeIssue(fileSystem, copy)) return copy;
  const temporary = join(documentsFolder, temporaryName());
  try {
    await makeFolders(fileSystem, documentsFolder);
    await copyFolder(join(projectRoot, "assets", "samples", SAMPLE_NAME), temporary);
    await fileSystem.rename(temporary, copy);
    return copy;
  } catch (error) {
    await fileSystem.rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    // Another program that started at the same moment may have been first.
    if (await looksLikeIssue(fileSystem, copy)) return copy;
    throw fileProblem(error, copy);
  }
}

/**
 * Copies the files of a folder, not their permissions: what is installed read-only becomes the user's to write. Node's
 * own `cp` cannot read from a packaged program (electron/electron 49012).
 */
async function copyFolder(from: string, to: string): Promise<void> {
  await fileSystem.mkdir(to);
  for (const entry of await fileSystem.readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else await promises.writeFile(target, await fileSystem.readFile(source), { flag: "wx" });
  }
}
