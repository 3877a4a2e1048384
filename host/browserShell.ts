import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createHost } from "./createHost";
import { openFontFiles } from "./fonts/fontFiles";
import { startLoopback } from "./loopback";
import { machineFolders } from "./machine";
import { createRouter } from "./requestRouter";

/** What the shell without Electron is started with. */
export interface BrowserShellOptions {
  readonly projectRoot: string;
  readonly version: string;
  readonly initialIssue: string | null;
  readonly environment: NodeJS.ProcessEnv;
  /** Where the address goes where no window can be opened. */
  readonly print: (line: string) => void;
}

/** Serves the window on this machine and opens it in a browser; resolves when the window is closed or the program ended. */
export async function runBrowserShell(options: BrowserShellOptions): Promise<void> {
  const { projectRoot, environment } = options;
  const folders = machineFolders(environment);
  const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
  const services = createHost({ projectRoot, version: options.version, shell: "browser", folders, initialIssue: options.initialIssue });
  const route = createRouter({
    services, fontFiles, rendererFolder: join(projectRoot, "dist", "renderer"), cacheFolder: join(folders.cache, "pictures"),
  });
  const loopback = await startLoopback(route, Number(environment["BROADSHEET_PORT"] ?? 0));
  const window = hasDisplay(environment) ? openWindow(loopback.url, environment) : null;
  if (window === null) options.print(`Broadsheet: ${loopback.url}`);
  await endOf(window?.process ?? null);
  window?.close();
  await loopback.close();
}

function hasDisplay(environment: NodeJS.ProcessEnv): boolean {
  if (environment["BROADSHEET_NO_WINDOW"]) return false;
  return process.platform !== "linux" || Boolean(environment["DISPLAY"] || environment["WAYLAND_DISPLAY"]);
}

/** Resolves when the window's process has ended or the program is told to end. */
function endOf(child: ChildProcess | null): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
    child?.once("exit", () => resolve());
    child?.once("error", () => resolve());
  });
}

interface BrowserWindow {
  readonly process: ChildProcess;
  close(): void;
}

const FLAGS = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-features=Translate",
];

/** Opens an app window with a profile of its own; a running browser would otherwise take it over and end at once. */
function openWindow(url: string, environment: NodeJS.ProcessEnv): BrowserWindow | null {
  const browser = findBrowser(environment);
  if (browser === null) return null;
  const profile = mkdtempSync(join(tmpdir(), "broadsheet-window-"));
  // Chromium refuses to run as root with its sandbox.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox", "--test-type"] : [];
  const child = spawn(browser, [`--app=${url}`, `--user-data-dir=${profile}`, "--window-size=1600,1000", ...FLAGS, ...sandbox], {
    stdio: "ignore",
  });
  return {
    process: child,
    close: () => {
      child.kill("SIGTERM");
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

const NAMES = ["chromium", "google-chrome", "chromium-browser", "microsoft-edge", "google-chrome-stable"];
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** The browser to open windows with, or null: `$BROADSHEET_BROWSER`, then Chromium and its kin. */
export function findBrowser(environment: NodeJS.ProcessEnv): string | null {
  const chosen = environment["BROADSHEET_BROWSER"];
  if (chosen) return chosen;
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find((path) => existsSync(path)) ?? null;
}
