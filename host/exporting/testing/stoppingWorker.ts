import { basename } from "node:path";
import { watchedFileSystem } from "../../testing/faultyFileSystem";
import { folderOfTarget, type ExportJob } from "../exportJob";
import { writeTogether } from "../writeTogether";

// A worker that stops while it moves finished files into their places: `issueFolder` says how and at which rename.
process.once("message", (job: ExportJob) => {
  const [, how, at] = /^\/(exit|hang)\/(\d+)$/.exec(job.issueFolder) ?? [];
  let renames = 0;
  const disk = watchedFileSystem((step) => {
    if (step !== "rename" || ++renames !== Number(at)) return;
    if (how === "exit") process.exit(9);
    process.send?.({ progress: { stage: "writing", page: null, done: 8, pages: 8 } });
    // Deaf to messages and signals that can be refused: only an end by force ends it.
    process.on("SIGTERM", () => undefined);
    setImmediate(() => {
      for (;;);
    });
    return new Promise<void>(() => undefined);
  });
  const folder = folderOfTarget(job.target);
  void writeTogether(disk, folder, async (staging) => {
    for (const name of ["a.pdf", "b.pdf", "c.pdf"]) await staging.put(name, `new ${basename(folder)} ${name}`);
  });
});
