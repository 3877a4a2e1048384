import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { HostError, type ExportReport } from "../../shared/platform/host";
import { readProblem } from "../../shared/platform/wire";
import type { ExportAnswer, ExportJob } from "./exportJob";
import { runExportJob } from "./runExportJob";

/** An export that hangs is ended after this long; a full issue takes seconds. */
const LONGEST_EXPORT = 10 * 60 * 1000;

/**
 * Carries out an export in a process of its own, so that neither its memory nor a crash touches the editor. Where the
 * program is not built (tests from source), it runs in this process.
 */
export function exportInWorker(job: ExportJob): Promise<ExportReport> {
  const program = join(job.projectRoot, "dist", "host", "exportWorker.js");
  if (!existsSync(program)) return runExportJob(job);
  return new Promise((resolve, reject) => {
    const child = fork(program, [], { serialization: "advanced", stdio: ["ignore", "ignore", "pipe", "ipc"], execArgv: [] });
    let complaint = "";
    child.stderr?.on("data", (chunk: Buffer) => (complaint = (complaint + chunk.toString("utf8")).slice(-2000)));
    const timer = setTimeout(() => child.kill("SIGKILL"), LONGEST_EXPORT);
    child.once("message", (message) => {
      const answer = message as ExportAnswer; // the worker is our own program
      if (answer.ok) resolve(answer.report);
      else reject(new HostError(readProblem(answer.problem) ?? { code: "internal", detail: answer.problem.detail }));
    });
    child.once("error", (error) => reject(new HostError({ code: "export-failed", detail: error.message })));
    child.once("exit", (code, signal) => {
      clearTimeout(timer);
      // Without effect where an answer came first.
      reject(new HostError({ code: "export-failed", detail: complaint.trim().split("\n").at(-1) || `the export ended with ${signal ?? code}` }));
    });
    child.send(job);
  });
}
