import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chooseShell } from "./chooseShell";
import { electronRuntime } from "./electronRuntime";
import { temporaryFolder } from "./testing/temporaryFolder";

/** A program folder whose electron package has fetched its runtime. */
function withRuntime(): { readonly root: string; readonly runtime: string } {
  const root = temporaryFolder();
  const folder = join(root, "node_modules", "electron");
  mkdirSync(join(folder, "dist"), { recursive: true });
  writeFileSync(join(folder, "path.txt"), "electron\n");
  writeFileSync(join(folder, "dist", "electron"), "");
  return { root, runtime: join(folder, "dist", "electron") };
}

const display = { DISPLAY: ":0", PATH: "" };

describe("chooseShell", () => {
  it("takes Electron where its runtime is present, unless a browser is asked for", () => {
    const { root, runtime } = withRuntime();
    expect(chooseShell(root, display, "linux")).toEqual({ kind: "electron", runtime });
    const forced = { ...display, BROADSHEET_SHELL: "browser", BROADSHEET_BROWSER: "/opt/browser" };
    expect(chooseShell(root, forced, "linux")).toEqual({ kind: "browser", browser: "/opt/browser" });
  });

  it("takes a browser where there is no runtime, and tells where there is none either", () => {
    const root = temporaryFolder();
    expect(chooseShell(root, { ...display, BROADSHEET_BROWSER: "/opt/browser" }, "linux")).toEqual({ kind: "browser", browser: "/opt/browser" });
    expect(chooseShell(root, display, "linux")).toEqual({ kind: "address", lacksBrowser: true });
  });

  it("opens no window where none can be seen or is wanted", () => {
    const { root } = withRuntime();
    expect(chooseShell(root, { PATH: "" }, "linux")).toEqual({ kind: "address", lacksBrowser: false });
    expect(chooseShell(root, { ...display, BROADSHEET_NO_WINDOW: "1" }, "linux")).toEqual({ kind: "address", lacksBrowser: false });
    expect(chooseShell(root, { PATH: "" }, "darwin").kind).toBe("electron");
  });
});

describe("electronRuntime", () => {
  it("finds what the package has fetched, and only that", () => {
    const { root, runtime } = withRuntime();
    expect(electronRuntime(root, {})).toBe(runtime);
    const pathFile = join(root, "node_modules", "electron", "path.txt");
    for (const path of ["absent", "", "..", "."]) {
      writeFileSync(pathFile, path);
      expect(electronRuntime(root, {})).toBeNull();
    }
    expect(electronRuntime(temporaryFolder(), {})).toBeNull();
  });

  it("prefers the folder named in the environment", () => {
    const { root, runtime } = withRuntime();
    const folder = temporaryFolder();
    expect(electronRuntime(root, { ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(runtime);
    writeFileSync(join(folder, "electron"), "");
    chmodSync(join(folder, "electron"), 0o755);
    expect(electronRuntime(root, { ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(join(folder, "electron"));
  });
});
