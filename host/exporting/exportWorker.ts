import { problemOf } from "../../shared/platform/wire";
import type { ExportAnswer, ExportJob } from "./exportJob";
import { runExportJob } from "./runExportJob";

// The program of a worker process: one job, one answer, then it ends. Its parent kills it to cancel.
process.once("message", (job: ExportJob) => {
  const answer = (message: ExportAnswer) => process.send?.(message, () => process.disconnect());
  runExportJob(job).then(
    (report) => answer({ ok: true, report }),
    (error: unknown) => answer({ ok: false, problem: problemOf(error) }),
  );
});
