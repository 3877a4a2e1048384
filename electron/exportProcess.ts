import { utilityProcess } from "electron";
import { CANCEL_MESSAGE, lastWords, type ExportProcess } from "../host/exporting/exportProcess";

/** The export worker as an Electron utility process: with the `runAsNode` fuse off, forking Electron as Node fails. */
export function startUtilityExport(program: string): ExportProcess {
  const child = utilityProcess.fork(program, [], { stdio: ["ignore", "ignore", "pipe"], serviceName: "Broadsheet export" });
  const complaint = lastWords();
  child.stderr?.on("data", (chunk: Buffer) => complaint.hear(chunk));
  let answered = false;
  // Electron forgets the number once the process has ended, which is when it is asked for.
  let pid: number | null = null;
  child.once("spawn", () => {
    pid = child.pid ?? null;
  });
  return {
    send: (job) => child.once("spawn", () => child.postMessage(job)),
    onMessage: (listener) =>
      child.on("message", (message: unknown) => {
        listener(message);
        if (typeof message !== "object" || message === null || !("ok" in message)) return;
        answered = true;
        // A utility process does not end by itself while its port is open.
        child.kill();
      }),
    onEnd: (listener) =>
      child.once("exit", (code) => {
        if (!answered) listener(complaint.said() || `the export ended with ${code}`);
      }),
    cancel: () => child.postMessage(CANCEL_MESSAGE),
    // Electron asks a process to end; one that hangs in a loop of its own must be made to.
    kill: () => {
      if (pid === null || !killNow(pid)) child.kill();
    },
    pid: () => pid,
  };
}

function killNow(pid: number): boolean {
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
    return false;
  }
}
