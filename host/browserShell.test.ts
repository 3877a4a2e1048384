import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HostError } from "../shared/platform/host";
import { runBrowserShell } from "./browserShell";
import { findBrowser } from "./findBrowser";
import { hasDisplay } from "./hasDisplay";
import { temporaryFolder } from "./testing/temporaryFolder";
import { projectRoot } from "./testing/testServices";

/** A program that stands in for the browser: a shell script that notes its arguments and does as told. */
function fakeBrowser(folder: string, script: string): string {
  const path = join(folder, "browser.sh");
  writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/arguments"\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

async function run(environment: Record<string, string>, whenPrinted: (line: string) => Promise<void> = async () => undefined) {
  const folder = temporaryFolder();
  const printed: string[] = [];
  const complaints: string[] = [];
  let end = () => undefined as void;
  const told = new Promise<void>((resolve) => (end = resolve));
  const visits: Promise<void>[] = [];
  await runBrowserShell({
    projectRoot,
    version: "0.0.0-test",
    initialIssue: null,
    environment: { BROADSHEET_HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, PATH: "", ...environment },
    print: (line) => {
      printed.push(line);
      visits.push(whenPrinted(line).finally(end));
    },
    complain: (line) => complaints.push(line),
    told,
  });
  await Promise.all(visits);
  return { printed, complaints };
}

describe("the browser shell", () => {
  it("prints the address where there is no display, serves on, and ends when told", async () => {
    let status = 0;
    let address = "";
    const { printed, complaints } = await run({}, async (line) => {
      address = line.replace(/^Broadsheet: /, "");
      status = (await fetch(address, { redirect: "manual" })).status;
    });
    expect(printed).toEqual([expect.stringMatching(/^Broadsheet: http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}$/)]);
    expect(complaints).toEqual([]);
    expect(status).toBe(303);
    await expect(fetch(address)).rejects.toThrow();
  });

  it("opens an app window with a profile of its own and ends with it", async () => {
    const folder = temporaryFolder();
    const { printed } = await run({ DISPLAY: ":0", BROADSHEET_BROWSER: fakeBrowser(folder, "exit 0") });
    expect(printed).toEqual([]);
    const given = readFileSync(join(folder, "arguments"), "utf8").split("\n");
    expect(given[0]).toMatch(/^--app=http:\/\/127\.0\.0\.1:\d+\/\?token=/);
    expect(given[1]).toMatch(/^--user-data-dir=.+/);
    expect(given).toEqual(expect.arrayContaining(["--disable-features=Translate", "--no-first-run", "--disable-sync"]));
    expect(given.includes("--no-sandbox")).toBe(process.getuid?.() === 0);
  });

  it.each([
    ["ends at once with a failure", (folder: string) => fakeBrowser(folder, "exit 1")],
    ["is not there", (folder: string) => join(folder, "absent")],
  ])("falls back to the address where the browser %s", async (_what, browser) => {
    const { printed, complaints } = await run({ DISPLAY: ":0", BROADSHEET_BROWSER: browser(temporaryFolder()) });
    expect(printed).toHaveLength(1);
    expect(complaints).toEqual([expect.stringContaining("could not open a window")]);
  });

  it.runIf(process.platform === "linux")("says what to install where no browser is found", async () => {
    const { printed, complaints } = await run({ DISPLAY: ":0" });
    expect(printed).toHaveLength(1);
    expect(complaints).toEqual([expect.stringContaining("install chromium")]);
  });

  it("takes the port it is told, and refuses one that is taken", async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => void holder.listen(0, "127.0.0.1", () => resolve()));
    const { port } = holder.address() as AddressInfo; // a TCP server that listens has such an address
    await expect(run({ BROADSHEET_PORT: String(port) })).rejects.toMatchObject({ detail: expect.stringContaining(String(port)) });
    await new Promise((resolve) => holder.close(resolve));
    const { printed } = await run({ BROADSHEET_PORT: String(port) });
    expect(printed[0]).toContain(`127.0.0.1:${port}/`);
    expect((await run({ BROADSHEET_PORT: "" })).printed).toHaveLength(1);
  });

  it.each(["http", "70000", "-1"])("refuses the port %s", async (port) => {
    await expect(run({ BROADSHEET_PORT: port })).rejects.toBeInstanceOf(HostError);
  });
});

describe("hasDisplay", () => {
  it("asks the environment on Linux only, and yields to BROADSHEET_NO_WINDOW", () => {
    expect(hasDisplay({}, "linux")).toBe(false);
    expect(hasDisplay({ WAYLAND_DISPLAY: "wayland-0" }, "linux")).toBe(true);
    expect(hasDisplay({}, "darwin")).toBe(true);
    expect(hasDisplay({ BROADSHEET_NO_WINDOW: "1", DISPLAY: ":0" }, "linux")).toBe(false);
    expect(hasDisplay({ BROADSHEET_NO_WINDOW: "1" }, "win32")).toBe(false);
  });
});

describe("findBrowser", () => {
  it("takes the named one, then the first on the path, then the usual places", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "bin"));
    writeFileSync(join(folder, "bin", "google-chrome"), "");
    writeFileSync(join(folder, "bin", "chromium-browser"), "");
    const PATH = join(folder, "bin");
    expect(findBrowser({ BROADSHEET_BROWSER: "/opt/mine", PATH })).toBe("/opt/mine");
    expect(findBrowser({ PATH }, "linux")).toBe(join(PATH, "google-chrome"));
    expect(findBrowser({ PATH: "" }, "linux")).toBeNull();
    const edge = "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe";
    expect(findBrowser({ PATH: "" }, "win32", (path) => path === edge)).toBe(edge);
  });
});
