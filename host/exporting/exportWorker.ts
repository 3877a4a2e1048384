import { problemOf } from "../../shared/platform/wire";
import type { ExportAnswer, ExportJob, ExportMessage } from "./exportJob";
import { runExportJob } from "./runExportJob";

/** The channel to the parent in an Electron utility process; plain Node has `process.send` instead. */
interface ParentPort {
  postMessage(message: unknown): void;
  once(event: "message", listener: (event: { readonly data: unknown }) => void): void;
  on(event: "message", listener: () => void): void;
}

// The program of a worker process: one job, one answer, then it ends. Any message behind the job cancels it.
const cancelling = new AbortController();
const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort; // absent from Node's own types
if (parentPort !== undefined) {
  parentPort.once("message", ({ data }) => {
    parentPort.on("message", () => cancelling.abort());
    const tell = (message: ExportMessage): void => parentPort.postMessage(message);
    void answerTo(data as ExportJob, tell).then(tell); // sent by our own host
  });
} else {
  process.once("message", (job: ExportJob) => {
    process.on("message", () => cancelling.abort());
    const tell = (message: ExportMessage): void => void process.send?.(message);
    void answerTo(job, tell).then((answer) => process.send?.(answer, () => process.disconnect()));
  });
  // Without its parent nobody waits for the file.
  process.once("disconnect", () => process.exit());
}

async function answerTo(job: ExportJob, tell: (message: ExportMessage) => void): Promise<ExportAnswer> {
  try {
    return { ok: true, report: await runExportJob(job, cancelling.signal, (progress) => tell({ progress })) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}
