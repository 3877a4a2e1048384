import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A running Broadsheet whose window the test opens itself. */
export interface BroadsheetServer {
  /** The address that opens the window, token included. */
  readonly url: string;
  /** The user's documents folder, empty but for the copy of the sample. */
  readonly home: string;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, "..");

/** Starts the program as a user without a display would, in a documents folder of its own. */
export async function startBroadsheet(args: readonly string[] = []): Promise<BroadsheetServer> {
  const home = mkdtempSync(join(tmpdir(), "broadsheet-e2e-"));
  const child = spawn(process.execPath, [join(root, "scripts/broadsheet.mjs"), "open", ...args], {
    env: { ...process.env, BROADSHEET_HOME: home, BROADSHEET_NO_WINDOW: "1", TZ: "UTC", XDG_CONFIG_HOME: join(home, ".config"), XDG_CACHE_HOME: join(home, ".cache") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await addressOf(child);
  return {
    url,
    home,
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The address the program prints when it serves. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer): void => {
      said += chunk.toString("utf8");
      const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0];
      if (url) resolve(url);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => reject(new Error(`Broadsheet ended with ${code} before it served: ${said}`)));
  });
}
