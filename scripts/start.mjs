import { spawn } from "node:child_process";
import { electronRuntime, isOnPath, projectRoot, say, setUp } from "./setup.mjs";

const hasDisplay = process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
const browsers = ["chromium", "google-chrome", "chromium-browser", "microsoft-edge"];
const needsBrowser =
  process.platform === "linux" && hasDisplay && electronRuntime() === null &&
  !process.env["BROADSHEET_BROWSER"] && !process.env["BROADSHEET_NO_WINDOW"] && !browsers.some(isOnPath);

setUp(needsBrowser ? ["chromium"] : []);
const { build } = await import("./build.mjs");
await build();
if (electronRuntime() === null) say("No Electron runtime is present: Broadsheet opens in a browser window.");

const child = spawn(process.execPath, [`${projectRoot}/scripts/broadsheet.mjs`, "open", ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 0 : (code ?? 0)));
