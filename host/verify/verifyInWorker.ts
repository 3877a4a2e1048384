import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { fail, type Result } from "../../shared/result";
import type { Standard } from "../../shared/verify/rule";
import type { VerifyReport } from "../../shared/verify/verifyPdf";
import { verifyBytes, type VerifyProblem } from "./verifyBytes";
import type { VerifyTask } from "./verifyWorker";

/** Seconds after which a check is given up; a full issue takes one or two. */
export const longestCheck = 120;
const mostMegabytes = 3072;

/**
 * Checks a file in a thread of its own, which is ended where it takes too long or too much memory: a file made to harm can
 * keep the reading library busy for hours. Where the program is not built (tests from source), it runs in this thread.
 */
export async function verifyInWorker(
  projectRoot: string,
  task: { readonly bytes: Uint8Array; readonly standard: Standard | null },
  seconds = longestCheck,
): Promise<Result<VerifyReport, VerifyProblem>> {
  const program = join(projectRoot, "dist", "host", "verifyWorker.js");
  if (!existsSync(program)) return verifyBytes(task.bytes, task.standard);
  const workerData: VerifyTask = task;
  const worker = new Worker(program, { workerData, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes }, stdout: true, stderr: true });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve) => {
      timer = setTimeout(() => resolve(fail({ code: "timeout", detail: String(seconds) })), seconds * 1000);
      worker.once("message", (answer: Result<VerifyReport, VerifyProblem>) => resolve(answer)); // our own program
      worker.once("error", (error: NodeJS.ErrnoException) => {
        const code = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too-large" : "damaged";
        resolve(fail({ code, detail: code === "too-large" ? `> ${mostMegabytes} MB` : error.message }));
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
