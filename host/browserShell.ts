import { join } from "node:path";
import { HostError } from "../shared/platform/host";
import { openBrowserWindow, type BrowserWindow } from "./browserWindow";
import { createHost } from "./createHost";
import { findBrowser } from "./findBrowser";
import { openFontFiles } from "./fonts/fontFiles";
import { hasDisplay } from "./hasDisplay";
import { startLoopback } from "./loopback";
import { userFontFolder } from "./fonts/userFonts";
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
  /** Where it is said why there is no window. */
  readonly complain: (line: string) => void;
  /** Resolves when the program is told to end; signals of the process unless a test says otherwise. */
  readonly told?: Promise<void>;
}

/** Serves the window on this machine and opens it in a browser; resolves when the window is closed or the program ended. */
export async function runBrowserShell(options: BrowserShellOptions): Promise<void> {
  const { projectRoot, environment } = options;
  const port = portFrom(environment);
  const told = options.told ?? toldToEnd();
  const folders = machineFolders(environment);
  const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"), userFontFolder(folders.config));
  const services = createHost({ projectRoot, version: options.version, shell: "browser", folders, initialIssue: options.initialIssue });
  const route = createRouter({
    services, fontFiles, rendererFolder: join(projectRoot, "dist", "renderer"), cacheFolder: join(folders.cache, "pictures"),
  });
  const loopback = await startLoopback(route, port);
  const window = openWindow(options, loopback.url);
  try {
    if (window !== null) {
      if ((await Promise.race([window.end, told])) !== "failed") return;
      options.complain("The browser could not open a window; Broadsheet is to be opened at this address instead.");
    }
    options.print(`Broadsheet: ${loopback.url}`);
    await told;
  } finally {
    window?.close();
    fontFiles.close();
    await loopback.close();
  }
}

function openWindow({ environment, complain }: BrowserShellOptions, url: string): BrowserWindow | null {
  if (!hasDisplay(environment)) return null;
  const browser = findBrowser(environment);
  if (browser !== null) return openBrowserWindow(browser, url);
  complain("No Chromium was found: install chromium, Google Chrome or Microsoft Edge, or name one in BROADSHEET_BROWSER.");
  return null;
}

function portFrom(environment: NodeJS.ProcessEnv): number {
  const text = environment["BROADSHEET_PORT"] || "0";
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new HostError({ code: "bad-arguments", detail: `BROADSHEET_PORT is a port number, not "${text}"` });
}

function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}
