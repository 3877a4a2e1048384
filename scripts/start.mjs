import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot, say, setUp } from "./setup.mjs";

setUp([]);
const { build } = await import("./build.mjs");
await build();

// Which window this machine can open is known to the built program, not told a second time here.
const { chooseShell } = await import(pathToFileURL(join(projectRoot, "dist", "host", "chooseShell.js")).href);
const shell = chooseShell(projectRoot, process.env);
if (shell.kind === "browser" || shell.lacksBrowser) {
  if (process.env["BROADSHEET_SHELL"] !== "browser") say("No Electron runtime is present: Broadsheet opens in a browser window.");
  if (shell.lacksBrowser && process.platform === "linux") setUp(["chromium"]);
}

const child = spawn(process.execPath, [join(projectRoot, "scripts", "broadsheet.mjs"), "open", ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 0 : (code ?? 0)));
