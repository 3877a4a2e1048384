import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hostUrls } from "../shared/platform/host";
import { HOST_CHANNEL } from "./names";
import type { FakeElectron, FakeWindow } from "./testing/fakeElectron";

const electron = vi.hoisted(() => ({ fake: null as FakeElectron | null }));
vi.mock("electron", async () => {
  const { fakeElectron } = await import("./testing/fakeElectron");
  electron.fake = fakeElectron();
  return electron.fake.module;
});

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "broadsheet-electron-")));
const ourFrame = { senderFrame: { parent: null, origin: "app://broadsheet" } };
let fake: FakeElectron;
let window: FakeWindow;

beforeAll(async () => {
  vi.stubEnv("BROADSHEET_HOME", join(scratch, "documents"));
  vi.stubEnv("XDG_CONFIG_HOME", join(scratch, "config"));
  vi.stubEnv("XDG_CACHE_HOME", join(scratch, "cache"));
  await (await import("./main")).started;
  if (electron.fake === null || electron.fake.windows[0] === undefined) throw new Error("no window was opened");
  fake = electron.fake;
  window = electron.fake.windows[0];
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true, force: true });
});
beforeEach(() => {
  fake.dialogs.asked.length = 0;
});

const call = (event: unknown, method: string, ...args: unknown[]) => fake.invoke(HOST_CHANNEL, event, method, args);

describe("the desktop shell", () => {
  it("opens a sandboxed window on its own scheme", () => {
    expect(window.loaded).toBe("app://broadsheet/");
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false,
    });
    expect(fake.schemes[0]).toEqual({
      scheme: "app",
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    });
  });

  it("exposes one function to the window, and nothing of Electron", async () => {
    await import("./preload");
    expect(Object.keys(fake.exposed)).toEqual(["broadsheetHost"]);
    expect(Object.keys(fake.exposed["broadsheetHost"] as object)).toEqual(["call"]);
  });

  it("opens the sample issue, copied to the user's documents", async () => {
    const answer = await call(ourFrame, "describe");
    expect(answer).toMatchObject({ ok: true, value: { shell: "electron", version: "0.0.0-test" } });
    const { initialIssue } = (answer as { readonly value: { readonly initialIssue: string } }).value;
    expect(initialIssue.startsWith(join(scratch, "documents"))).toBe(true);
    expect(await call(ourFrame, "openIssue", initialIssue)).toMatchObject({ ok: true });
  });

  it.each([
    ["a frame inside the page", { senderFrame: { parent: {}, origin: "app://broadsheet" } }],
    ["a page of another origin", { senderFrame: { parent: null, origin: "https://evil.example" } }],
    ["a page of another host of the scheme", { senderFrame: { parent: null, origin: "app://evil" } }],
    ["a frame that is gone", { senderFrame: null }],
  ])("answers no call from %s", async (_who, event) => {
    expect(await call(event, "describe")).toEqual({ ok: false, problem: { code: "not-permitted", detail: expect.any(String) } });
  });

  it.each(["https://evil.example/", "file:///etc/passwd", "app://evil/", "javascript:alert(1)", "data:text/html,x"])(
    "does not navigate to %s",
    (url) => {
      for (const name of ["will-navigate", "will-redirect"]) {
        const event = { url, prevented: false, preventDefault: () => void (event.prevented = true) };
        window.webContents.emit(name, event);
        expect(event.prevented).toBe(true);
      }
    },
  );

  it("asks before a window with unsaved changes is closed, and stays where the answer is to go back", () => {
    const closing = (answer: number) => {
      fake.dialogs.message = answer;
      const event = { prevented: false, preventDefault: () => void (event.prevented = true) };
      window.webContents.emit("will-prevent-unload", event);
      return event.prevented;
    };
    // Preventing the prevention lets the window go.
    expect([closing(0), closing(1)]).toEqual([true, false]);
  });

  it("opens no further windows and grants no permissions", () => {
    expect(window.webContents.openHandler()).toEqual({ action: "deny" });
    expect(fake.session.permissionCheck?.()).toBe(false);
    let answer: unknown = "none";
    fake.session.permissionRequest?.({}, "media", (granted: boolean) => void (answer = granted));
    expect(answer).toBe(false);
  });

  it("serves fonts under the scheme, and nothing under another name", async () => {
    const handle = fake.protocols.get("app");
    const font = await handle?.(new Request("app://broadsheet/fonts/NotoSerifSC-Regular?variant=stripped"));
    expect(font?.status).toBe(200);
    const tag = font?.headers.get("etag") ?? "";
    const again = await handle?.(
      new Request("app://broadsheet/fonts/NotoSerifSC-Regular?variant=stripped", { headers: { "if-none-match": tag } }),
    );
    expect(again?.status).toBe(304);
    expect((await handle?.(new Request("app://evil/fonts/NotoSerifSC-Regular?variant=whole")))?.status).toBe(404);
    expect((await handle?.(new Request("app://broadsheet/%2e%2e/package.json")))?.status).toBe(404);
  });

  it("takes no host call by address, where nobody sees which frame makes it, and no body without end", async () => {
    const handle = fake.protocols.get("app");
    const post = await handle?.(new Request("app://broadsheet/host/describe", { method: "POST", body: "[]" }));
    expect(post?.status).toBe(405);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(16 * 1024 * 1024));
      },
    });
    const put = new Request("app://broadsheet/assets/0?name=a.jpg", { method: "PUT", body: endless, duplex: "half" } as RequestInit); // `duplex` is not in the DOM's types yet
    expect((await handle?.(put))?.status).toBe(413);
    expect(sent).toBeLessThan(8);
  });

  it("takes a picture in by address", async () => {
    const { value } = (await call(ourFrame, "createIssue", join(scratch, "documents", "new"), "blank-tabloid")) as { readonly value: { readonly issueId: string } }; // a made issue
    const body = new Uint8Array(await sharp({ create: { width: 6, height: 4, channels: 3, background: "#888" } }).png().toBuffer());
    const handle = fake.protocols.get("app");
    const answer = await handle?.(new Request(`app://broadsheet${hostUrls.importAsset(value.issueId, "a.png")}`, { method: "PUT", body }));
    const asset = (await answer?.json()) as { readonly id: string }; // read once more below, by its id
    const shown = await handle?.(new Request(`app://broadsheet${hostUrls.asset(value.issueId, asset.id, "original")}`));
    expect(new Uint8Array((await shown?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(body);
  });

  it("asks with the system's dialogs", async () => {
    const choose = (purpose: string) => call(ourFrame, "choosePath", { purpose, suggestedPath: "/papers/today" });
    expect(await choose("open-issue")).toEqual({ ok: true, value: null });
    Object.assign(fake.dialogs, { open: { canceled: false, filePaths: ["/papers/a"] }, save: { canceled: false, filePath: "/papers/b" } });
    expect(await choose("open-issue")).toEqual({ ok: true, value: "/papers/a" });
    expect(await choose("save-issue")).toEqual({ ok: true, value: "/papers/b" });
    expect(await choose("export-pdf")).toEqual({ ok: true, value: "/papers/b" });
    expect(fake.dialogs.asked.at(-1)).toMatchObject({ defaultPath: "/papers/today", filters: [{ extensions: ["pdf"] }] });
    expect(fake.dialogs.asked[0]).toMatchObject({ properties: ["openDirectory"] });
    expect(await choose("export-press")).toEqual({ ok: true, value: "/papers/a" });
    expect(fake.dialogs.asked.at(-1)).toMatchObject({ properties: ["openDirectory", "createDirectory"] });
  });

  it("shows files in the system's file manager", async () => {
    await call(ourFrame, "showInFolder", "/papers/page.pdf");
    expect(fake.shown).toEqual(["/papers/page.pdf"]);
  });

  it("has a menu of its own on macOS only", async () => {
    const { setPlatformMenu } = await import("./menu");
    setPlatformMenu("linux");
    expect(fake.menus.at(-1)).toBeNull();
    setPlatformMenu("darwin");
    expect(fake.menus.at(-1)).toEqual(expect.arrayContaining([{ role: "editMenu" }]));
  });
});

describe("the export worker in Electron", () => {
  it("gets its job when it has started, and is ended when it has answered", async () => {
    const { startUtilityExport } = await import("./exportProcess");
    const worker = startUtilityExport("/dist/host/exportWorker.js");
    const process = fake.utilities.at(-1);
    if (process === undefined) throw new Error("no utility process was started");
    const heard: unknown[] = [];
    worker.onMessage((message) => heard.push(message));
    worker.onEnd((reason) => heard.push(reason));
    const job = { projectRoot: "/" } as Parameters<typeof worker.send>[0]; // it is only passed on
    worker.send(job);
    expect(process.posted).toEqual([]);
    process.emit("spawn");
    expect(process.posted).toEqual([job]);
    process.emit("message", { ok: true });
    process.emit("exit", 0);
    expect(heard).toEqual([{ ok: true }]);
    expect(process.killed).toBe(true);
  });

  it("is killed where it hangs, and its number is still known then", async () => {
    const { startUtilityExport } = await import("./exportProcess");
    // Asking does not end this one.
    const hanging = spawn(process.execPath, ["-e", 'process.on("SIGTERM", () => {}); process.stdout.write("up"); for (;;);'], { stdio: ["ignore", "pipe", "ignore"] });
    await once(hanging.stdout, "data");
    const worker = startUtilityExport("/dist/host/exportWorker.js");
    const utility = fake.utilities.at(-1);
    if (utility === undefined) throw new Error("no utility process was started");
    utility.pid = hanging.pid;
    utility.emit("spawn");
    const ended = once(hanging, "close");
    worker.kill();
    expect(await ended).toEqual([null, "SIGKILL"]);
    utility.pid = undefined;
    expect(worker.pid()).toBe(hanging.pid);
    expect(utility.killed).toBe(false);
    worker.kill();
    expect(utility.killed).toBe(true);
  });

  it("hears how far it is until the answer comes", async () => {
    const { startUtilityExport } = await import("./exportProcess");
    const worker = startUtilityExport("/dist/host/exportWorker.js");
    const utility = fake.utilities.at(-1);
    const heard: unknown[] = [];
    worker.onMessage((message) => heard.push(message));
    for (const page of [1, 2]) utility?.emit("message", { progress: { page } });
    expect(utility?.killed).toBe(false);
    utility?.emit("message", { ok: true });
    expect(heard).toEqual([{ progress: { page: 1 } }, { progress: { page: 2 } }, { ok: true }]);
    expect(utility?.killed).toBe(true);
  });

  it("tells what it said last where it ends without an answer", async () => {
    const { startUtilityExport } = await import("./exportProcess");
    const worker = startUtilityExport("/dist/host/exportWorker.js");
    const process = fake.utilities.at(-1);
    let reason = "";
    worker.onEnd((said) => (reason = said));
    process?.stderr.emit("data", Buffer.from("stack\nout of memory\n"));
    process?.emit("exit", 134);
    expect(reason).toBe("out of memory");
  });
});
