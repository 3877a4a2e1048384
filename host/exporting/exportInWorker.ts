import { existsSync } from "node:fs";
import { join } from "node:path";
import { HostError, type ExportReport } from "../../shared/platform/host";
import { readProblem } from "../../shared/platform/wire";
import { machineFileSystem } from "../fileSystem";
import { folderOfTarget, type ExportJob, type ExportMessage, type HearProgress } from "./exportJob";
import { forkExportProcess, type ExportProcess, type StartExportProcess } from "./exportProcess";
import { runExportJob } from "./runExportJob";
import { nearestFolder, removeEmptyFolders, sweepExports } from "./sweepExports";
import { throwIfCancelled } from "./throwIfCancelled";

/** How an export in a process of its own is started, watched and ended. */
export interface WorkerOptions {
  readonly start?: StartExportProcess | undefined;
  /** The worker's program; the built one unless a test says otherwise. */
  readonly program?: string;
  readonly signal?: AbortSignal;
  readonly hear?: HearProgress;
  /** How long a worker that was asked to stop may take, in ms; then it is killed. */
  readonly grace?: number;
  /** How long an export may take, in ms; a full issue takes seconds. */
  readonly longest?: number;
}

const GRACE_MS = 2000;
const LONGEST_EXPORT_MS = 10 * 60 * 1000;
/** A killed process is gone at once, unless the system holds it in a call that does not end. */
const LAST_WAIT_MS = 5000;

/** The built program of the export worker. */
export function exportWorkerProgram(projectRoot: string): string {
  return join(projectRoot, "dist", "host", "exportWorker.js");
}

/**
 * Carries out an export in a process of its own, so that neither its memory nor a crash touches the editor. A cancelled
 * worker is asked to stop, and killed where it does not; whatever a killed or crashed one has left half-done is put back.
 * Where the program is not built (tests from source), it runs in this process.
 */
export async function exportInWorker(job: ExportJob, options: WorkerOptions = {}): Promise<ExportReport> {
  const { start = forkExportProcess, program = exportWorkerProgram(job.projectRoot), signal, hear } = options;
  throwIfCancelled(signal);
  if (!existsSync(program)) return runExportJob(job, signal, hear);
  const folder = folderOfTarget(job.target);
  const kept = await nearestFolder(machineFileSystem, folder);
  throwIfCancelled(signal);
  const worker = start(program);
  const end = await answerOf(worker, job, options);
  if (end.kind === "done") return end.report;
  if (end.kind === "refused") throw end.error;
  await sweepExports(machineFileSystem, folder, worker.pid());
  await removeEmptyFolders(machineFileSystem, folder, kept);
  if (signal?.aborted === true) throw new HostError({ code: "cancelled", detail: "" });
  throw new HostError({ code: "export-failed", detail: end.reason });
}

type WorkerEnd =
  | { readonly kind: "done"; readonly report: ExportReport }
  | { readonly kind: "refused"; readonly error: HostError }
  /** It ended, or was ended, without an answer. */
  | { readonly kind: "gone"; readonly reason: string };

/** Gives a worker its job and waits for its answer or its end; never rejects. */
async function answerOf(worker: ExportProcess, job: ExportJob, { signal, hear, grace = GRACE_MS, longest = LONGEST_EXPORT_MS }: WorkerOptions): Promise<WorkerEnd> {
  const timers: NodeJS.Timeout[] = [];
  const after = (wait: number, act: () => void): void => void timers.push(setTimeout(act, wait));
  let cancel: () => void = () => undefined;
  try {
    return await new Promise((resolve) => {
      let endedFor: string | null = null;
      const end = (reason: string): void => {
        endedFor = reason;
        worker.kill();
        after(LAST_WAIT_MS, () => resolve({ kind: "gone", reason }));
      };
      cancel = () => {
        worker.cancel();
        after(grace, () => end("it did not stop when it was cancelled"));
      };
      worker.onMessage((message) => {
        const said = message as ExportMessage; // the worker is our own program
        if ("progress" in said) hear?.(said.progress);
        else if (said.ok) resolve({ kind: "done", report: said.report });
        else resolve({ kind: "refused", error: new HostError(readProblem(said.problem) ?? { code: "internal", detail: said.problem.detail }) });
      });
      // Without effect where an answer came first.
      worker.onEnd((reason) => resolve({ kind: "gone", reason: endedFor ?? reason }));
      after(longest, () => end(`it took longer than ${Math.round(longest / 1000)} seconds and was ended`));
      signal?.addEventListener("abort", cancel, { once: true });
      worker.send(job);
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
  }
}
