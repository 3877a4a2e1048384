import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { fakeElectron } from "../electron/testing/fakeElectron";
import { bundleElectron } from "./build.mjs";
import { projectRoot } from "./setup.mjs";

/** A program folder with Electron's bundles in it, as the build makes them. */
const root = realpathSync(mkdtempSync(join(tmpdir(), "broadsheet-bundled-")));
const require = createRequire(join(root, "dist", "electron", "main.cjs"));
const fake = fakeElectron();
const load = Module._load;
const frame = { senderFrame: { parent: null, origin: "app://broadsheet" } };

beforeAll(async () => {
  for (const name of ["assets", "node_modules", "package.json"]) symlinkSync(join(projectRoot, name), join(root, name));
  mkdirSync(join(root, "dist", "renderer"), { recursive: true });
  writeFileSync(join(root, "dist", "renderer", "index.html"), "<!doctype html><title>window</title>");
  await bundleElectron(join(root, "dist"));
  // Electron answers `require("electron")` itself; its npm package would go and fetch the runtime.
  Module._load = (name, ...rest) => (name === "electron" ? fake.module : load(name, ...rest));
  for (const name of ["BROADSHEET_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"]) vi.stubEnv(name, join(root, "home", name));
  await require("./main.cjs").started;
}, 60_000);
afterAll(() => {
  Module._load = load;
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

it("starts, opens its window and serves it", async () => {
  expect(fake.windows.map(({ loaded }) => loaded)).toEqual(["app://broadsheet/"]);
  expect(fake.windows[0].options.webPreferences.preload).toBe(join(root, "dist", "electron", "preload.cjs"));
  const page = await fake.protocols.get("app")(new Request("app://broadsheet/"));
  expect([page.status, await page.text()]).toEqual([200, "<!doctype html><title>window</title>"]);
  const font = await fake.protocols.get("app")(new Request("app://broadsheet/fonts/NotoSansSC-Bold?variant=stripped"));
  expect(font.status).toBe(200);
});

it("answers host calls, those that need native code among them", async () => {
  const { value } = await fake.invoke("broadsheet:host", frame, "describe", []);
  const opened = await fake.invoke("broadsheet:host", frame, "openIssue", [value.initialIssue]);
  expect(opened).toMatchObject({ ok: true });
  const [assetId] = Object.keys(opened.value.document.assets);
  const screen = await fake.protocols.get("app")(new Request(`app://broadsheet/assets/${opened.value.issueId}/${assetId}?variant=screen`));
  expect([screen.status, screen.headers.get("content-type")]).toEqual([200, "image/webp"]);
});

it("exposes the host to the window by a preload script that a sandbox can run", () => {
  const preload = readFileSync(join(root, "dist", "electron", "preload.cjs"), "utf8");
  expect([...preload.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"']);
  require("./preload.cjs");
  expect(Object.keys(fake.exposed)).toEqual(["broadsheetHost"]);
});
