import { spawn } from "node:child_process";
import { electronRuntime } from "../host/electronRuntime";
import { machineFileSystem } from "../host/fileSystem";
import { readManifest } from "../host/issues/readIssueFolder";
import { machineFolders } from "../host/machine";
import { openSampleCopy } from "../host/sampleCopy";
import type { CliContext } from "./cliError";
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
  const runtime = environment["BROADSHEET_SHELL"] === "browser" || environment["BROADSHEET_NO_WINDOW"] ? null : electronRuntime(projectRoot, environment);
  if (runtime !== null) return runElectron(runtime, projectRoot, issue);
  const { runBrowserShell } = await import("../host/browserShell");
  await runBrowserShell({ projectRoot, version, initialIssue: issue, environment, print: (line) => context.out(`${line}\n`), complain: (line) => context.err(`${line}\n`) });
  return 0;
}

function runElectron(runtime: string, projectRoot: string, issue: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(runtime, [projectRoot, issue], { stdio: "inherit" });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 0));
  });
}
