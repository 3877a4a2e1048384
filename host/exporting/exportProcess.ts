import { fork } from "node:child_process";
import type { ExportJob } from "./exportJob";

/** A process that carries out one export: it is given a job, sends one message back, and ends. */
export interface ExportProcess {
  send(job: ExportJob): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when it is gone, with what it said last or how it ended. */
  onEnd(listener: (reason: string) => void): void;
  kill(): void;
}

/** Starts the worker program in a process of its own; each shell has its way of doing so. */
export type StartExportProcess = (program: string) => ExportProcess;

/** The worker under plain Node. It ends with this process: its channel closes. */
export function forkExportProcess(program: string): ExportProcess {
  const child = fork(program, [], { serialization: "advanced", stdio: ["ignore", "ignore", "pipe", "ipc"], execArgv: [] });
  const complaint = lastWords();
  child.stderr?.on("data", (chunk: Buffer) => complaint.hear(chunk));
  return {
    send: (job) => child.send(job),
    onMessage: (listener) => child.once("message", listener),
    onEnd: (listener) => {
      child.once("error", (error) => listener(error.message));
      child.once("exit", (code, signal) => listener(complaint.said() || `the export ended with ${signal ?? code}`));
    },
    kill: () => child.kill("SIGKILL"),
  };
}

/** Keeps the last line of what a process writes to stderr. */
export function lastWords(): { hear(chunk: Uint8Array): void; said(): string } {
  let text = "";
  return {
    hear: (chunk) => {
      text = (text + Buffer.from(chunk).toString("utf8")).slice(-2000);
    },
    said: () => text.trim().split("\n").at(-1) ?? "",
  };
}
