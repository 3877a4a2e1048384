import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { testServices } from "../host/testing/testServices";
import { createHostClient, type HostCall } from "../shared/platform/hostClient";
import { hostConformance } from "../shared/platform/testing/hostConformance";
import type { FakeElectron } from "./testing/fakeElectron";

const electron = vi.hoisted(() => ({ fake: null as FakeElectron | null }));
vi.mock("electron", async () => {
  const { fakeElectron } = await import("./testing/fakeElectron");
  electron.fake = fakeElectron();
  return electron.fake.module;
});

hostConformance("Electron's IPC", async () => {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "broadsheet-conformance-")));
  const { serveHost } = await import("./ipc");
  await import("./preload");
  serveHost(testServices(scratch, { shell: "electron" }).host);
  const bridge = electron.fake?.exposed["broadsheetHost"] as { readonly call: HostCall }; // what the preload script exposes
  return {
    host: createHostClient(bridge.call),
    call: bridge.call,
    folder: join(scratch, "documents"),
    exists: existsSync,
    close: async () => rmSync(scratch, { recursive: true, force: true }),
  };
});
