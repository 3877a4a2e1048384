import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A browser's app window on an address of ours. */
export interface BrowserWindow {
  /** Settles when the window is gone: `closed` by whoever used it, or `failed` where it never came up. */
  readonly end: Promise<"closed" | "failed">;
  /** Ends the browser and removes its profile. */
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

// A browser that cannot come up (no display server, no sandbox) says so by its exit code within moments.
const COMING_UP_MS = 5_000;

/** Opens an app window with a profile of its own; a running browser would otherwise take it over and end at once. */
export function openBrowserWindow(browser: string, url: string): BrowserWindow {
  const profile = mkdtempSync(join(tmpdir(), "broadsheet-window-"));
  // Chromium refuses to run as root with its sandbox; the test flag keeps it from complaining about that in a bar.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox", "--test-type"] : [];
  const started = Date.now();
  const child = spawn(browser, [`--app=${url}`, `--user-data-dir=${profile}`, "--window-size=1600,1000", ...FLAGS, ...sandbox], {
    stdio: "ignore",
  });
  const end = new Promise<"closed" | "failed">((resolve) => {
    child.once("error", () => resolve("failed"));
    child.once("exit", (code) => resolve(code !== 0 && code !== null && Date.now() - started < COMING_UP_MS ? "failed" : "closed"));
  });
  return {
    end,
    close: () => {
      child.kill("SIGTERM");
      // The browser writes to its profile while it ends; what cannot be removed lies in the temporary folder.
      try {
        rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      } catch {
        return;
      }
    },
  };
}
