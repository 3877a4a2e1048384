import { utilityProcess } from "electron";
import { CANCEL_MESSAGE, lastWords, type ExportProcess } from "../host/exporting/exportProcess";

/** The export worker as an Electron utility process: with the `runAsNode` fuse off, forking Electron as Node fails. */
export function startUtilityExport(program: string): ExportProcess {
  const child = utilityProcess.fork(program, [], { stdio: ["ignore", "ignore", "pipe"], serviceName: "Broadsheet export" });
  const complaint = lastWords();
  child.stderr?.on("data", (chunk: Buffer) => complaint.hear(chunk));
  let answered = false;
  return {
    send: (job) => child.once("spawn", () => child.postMessage(job)),
    onMessage: (listener) =>
      child.once("message", (message: unknown) => {
        answered = true;
        listener(message);
        // A utility process does not end by itself while its port is open.
        child.kill();
      }),
    onEnd: (listener) =>
      child.once("exit", (code) => {
        if (!answered) listener(complaint.said() || `the export ended with ${code}`);
      }),
    cancel: () => child.postMessage(CANCEL_MESSAGE),
    kill: () => child.kill(),
  };
}
