import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRootFrom } from "../host/projectRoot";
import { SAMPLE_NAME } from "../host/sampleCopy";
import { temporaryFolder } from "../host/testing/temporaryFolder";
import { runCli } from "./main";

const projectRoot = projectRootFrom(import.meta.url);
const sample = join(projectRoot, "assets", "samples", SAMPLE_NAME);

/** Opens the sample with a shell script in Electron's place. */
async function openWith(script: string, mode = 0o755) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "electron"), `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/arguments"\n${script}\n`);
  chmodSync(join(folder, "electron"), mode);
  let err = "";
  const code = await runCli(["open", sample], {
    projectRoot,
    version: "0.0.0-test",
    environment: { ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ":0" },
    currentFolder: folder,
    out: () => undefined,
    err: (text) => (err += text),
  });
  return { code, err, given: () => readFileSync(join(folder, "arguments"), "utf8").trim().split("\n") };
}

describe.runIf(process.platform !== "win32")("broadsheet open, where Electron is present", () => {
  it("starts it with the program and the issue, and ends as it ends", async () => {
    const { code, err, given } = await openWith("exit 0");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(given().filter((argument) => !argument.startsWith("--"))).toEqual([projectRoot, sample]);
    expect(given().includes("--no-sandbox")).toBe(process.getuid?.() === 0);
    expect((await openWith("exit 3")).code).toBe(3);
  });

  it("calls a crash a failure, and being told to end none", async () => {
    expect((await openWith("kill -SEGV $$")).code).toBe(1);
    expect((await openWith("kill -TERM $$")).code).toBe(0);
  });

  it("passes on that it is told to end", async () => {
    const listeners = process.listenerCount("SIGTERM");
    const { code } = await openWith(`trap 'exit 7' TERM; kill -TERM ${process.pid}; n=0; while [ $n -lt 100 ]; do sleep 0.1; n=$((n+1)); done`);
    expect(code).toBe(7);
    expect(process.listenerCount("SIGTERM")).toBe(listeners);
  });

  it("says in one sentence that it could not be started", async () => {
    const { code, err } = await openWith("exit 0", 0o644);
    expect(code).toBe(2);
    expect(err).toMatch(/^Electron could not be started: [^\n]+\.\n$/);
  });
});
