import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron } from "@playwright/test";
import { describe, expect, it } from "vitest";
import { electronRuntime } from "../host/electronRuntime";
import { projectRootFrom } from "../host/projectRoot";

const projectRoot = projectRootFrom(import.meta.url);
const runtime = electronRuntime(projectRoot, process.env);
const isBuilt = existsSync(join(projectRoot, "dist", "electron", "main.cjs"));
const hasDisplay = process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
const obstacle =
  runtime === null ? "no Electron runtime is present" : !isBuilt ? "dist/ is not built" : hasDisplay ? "" : "there is no display";

describe("the real Electron", () => {
  it.skipIf(obstacle !== "")(`starts and paints the sample page${obstacle === "" ? "" : ` (skipped: ${obstacle})`}`, async () => {
    const home = mkdtempSync(join(tmpdir(), "broadsheet-start-"));
    const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const app = await _electron.launch({
      executablePath: runtime ?? "",
      args: [...sandbox, projectRoot],
      env: { ...process.env, BROADSHEET_HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home } as Record<string, string>, // no undefined in it
    });
    try {
      const window = await app.firstWindow();
      expect(window.url()).toBe("app://broadsheet/");
      await window.waitForSelector("canvas", { timeout: 20_000 });
      expect(await window.evaluate("typeof window.require")).toBe("undefined");
      expect(await window.evaluate("window.broadsheetHost.call('describe', [])")).toMatchObject({ value: { shell: "electron" } });
    } finally {
      await app.close();
      rmSync(home, { recursive: true, force: true });
    }
  }, 60_000);
});
