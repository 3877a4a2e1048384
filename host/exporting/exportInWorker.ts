import { existsSync } from "node:fs";
import { join } from "node:path";
import { HostError, type ExportReport } from "../../shared/platform/host";
import { readProblem } from "../../shared/platform/wire";
import type { ExportAnswer, ExportJob } from "./exportJob";
import { forkExportProcess, type StartExportProcess } from "./exportProcess";
import { runExportJob } from "./runExportJob";

/** An export that hangs is ended after this long; a full issue takes seconds. */
const LONGEST_EXPORT = 10 * 60 * 1000;

/** The built program of the export worker. */
export function exportWorkerProgram(projectRoot: string): string {
  return join(projectRoot, "dist", "host", "exportWorker.js");
}

/**
 * Carries out an export in a process of its own, so that neither its memory nor a crash touches the editor. Where the
 * program is not built (tests from source), it runs in this process.
 */
export async function exportInWorker(
  job: ExportJob,
  start: StartExportProcess = forkExportProcess,
  program: string = exportWorkerProgram(job.projectRoot),
  signal?: AbortSignal,
): Promise<ExportReport> {
  if (!existsSync(program)) return runExportJob(job, signal);
  const worker = start(program);
  const timer = setTimeout(() => worker.kill(), LONGEST_EXPORT);
  const cancel = () => worker.cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      worker.onMessage((message) => {
        const answer = message as ExportAnswer; // the worker is our own program
        if (answer.ok) resolve(answer.report);
        else reject(new HostError(readProblem(answer.problem) ?? { code: "internal", detail: answer.problem.detail }));
      });
      // Without effect where an answer came first.
      worker.onEnd((reason) => reject(new HostError({ code: "export-failed", detail: reason })));
      worker.send(job);
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
  }
}
