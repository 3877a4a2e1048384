import { spawn } from "node:child_process";
import { chooseShell } from "../host/chooseShell";
import { machineFileSystem } from "../host/fileSystem";
import { readManifest } from "../host/issues/readIssueFolder";
import { machineFolders } from "../host/machine";
import { openSampleCopy } from "../host/sampleCopy";
import { CliError, type CliContext } from "./cliError";
import { onlyPath, readArguments } from "./readArguments";

/** `broadsheet open [ISSUE]`: the editor, in Electron where its runtime is present, else in a browser window. */
export async function openCommand(args: readonly string[], context: CliContext): Promise<number> {
  const read = readArguments("open", args, {});
  const { projectRoot, environment, version } = context;
  const issue =
    read.positionals.length === 0
      ? await openSampleCopy(projectRoot, machineFolders(environment).documents)
      : onlyPath("open", "an issue folder", read, context);
  // A mistyped path is told here, not in a window.
  await readManifest(machineFileSystem, issue);
  const shell = chooseShell(projectRoot, environment);
  if (shell.kind === "electron") return runElectron(shell.runtime, issue, context);
  const { runBrowserShell } = await import("../host/browserShell");
  await runBrowserShell({ projectRoot, version, initialIssue: issue, environment, print: (line) => context.out(`${line}\n`), complain: (line) => context.err(`${line}\n`) });
  return 0;
}

const ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs the editor in Electron until its window is closed; being told to end ends it too. */
async function runElectron(runtime: string, issue: string, { projectRoot, environment }: CliContext): Promise<number> {
  // Chromium refuses to run as root with its sandbox.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const child = spawn(runtime, [...sandbox, projectRoot, issue], { stdio: "inherit", env: environment });
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of ENDING_SIGNALS) process.on(signal, pass);
  try {
    return await new Promise((resolve, reject) => {
      child.once("error", (error) => reject(new CliError(`Electron could not be started: ${error.message}.`)));
      child.once("exit", (code, signal) => resolve(code ?? (ENDING_SIGNALS.some((known) => known === signal) ? 0 : 1)));
    });
  } finally {
    for (const signal of ENDING_SIGNALS) process.off(signal, pass);
  }
}
