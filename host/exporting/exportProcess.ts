import { fork } from "node:child_process";
import type { ExportJob } from "./exportJob";

/** A process that carries out one export: it is given a job, says how far it is, sends one answer, and ends. */
export interface ExportProcess {
  send(job: ExportJob): void;
  /** Called with each message. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when it is gone, with what it said last or how it ended. */
  onEnd(listener: (reason: string) => void): void;
  /** Asks it to stop and put everything back; its answer is `cancelled`. */
  cancel(): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
  /** Its number on this system once it runs, or null. */
  pid(): number | null;
}

/** What a worker is told to stop by. */
export const CANCEL_MESSAGE = "cancel";

/** Starts the worker program in a process of its own; each shell has its way of doing so. */
export type StartExportProcess = (program: string) => ExportProcess;

const MOST_HEARD = 32 * 1024;
const LONGEST_REASON = 300;

/** The worker under plain Node. It ends with this process: its channel closes. */
export function forkExportProcess(program: string): ExportProcess {
  const child = fork(program, [], { serialization: "advanced", stdio: ["ignore", "ignore", "pipe", "ipc"], execArgv: [] });
  const complaint = lastWords();
  child.stderr?.on("data", (chunk: Buffer) => complaint.hear(chunk));
  return {
    send: (job) => child.send(job),
    onMessage: (listener) => child.on("message", listener),
    onEnd: (listener) => {
      child.once("error", (error) => listener(error.message));
      // Not at its exit: an answer, and what it said last, may still be on their way then.
      child.once("close", (code, signal) => listener(complaint.said() || `the export ended with ${signal ?? code}`));
    },
    // It may have ended meanwhile; then there is nothing left to cancel.
    cancel: () => void (child.connected && child.send(CANCEL_MESSAGE, () => undefined)),
    kill: () => child.kill("SIGKILL"),
    pid: () => child.pid ?? null,
  };
}

/** Keeps of what a process writes to stderr the line that says why it ended: its error, or else its last line. */
export function lastWords(): { hear(chunk: Uint8Array): void; said(): string } {
  let heard = Buffer.alloc(0);
  return {
    hear: (chunk) => {
      heard = Buffer.concat([heard, chunk]).subarray(-MOST_HEARD);
    },
    said: () => {
      const lines = heard.toString("utf8").split("\n").map((line) => line.trim());
      // Node closes every crash with its version.
      const last = lines.filter((line) => line !== "" && !/^Node\.js v/.test(line)).at(-1) ?? "";
      return (lines.find((line) => /^(?:FATAL ERROR|\w*Error)\b.*: /.test(line)) ?? last).slice(0, LONGEST_REASON);
    },
  };
}
