import { spawn } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SAMPLE_NAME } from "../host/sampleCopy";
import { buildProgram } from "../host/testing/builtProgram";
import { temporaryFolder } from "../host/testing/temporaryFolder";
import { assemblePdf } from "../host/verify/testing/pdfAssembler";
import { verifyInWorker } from "../host/verify/verifyInWorker";
import { plainX4 } from "../host/verify/testing/plainPdfs";

let root: string;
beforeAll(async () => {
  root = await buildProgram();
  const entry = pathToFileURL(join(root, "dist", "cli", "main.js")).href;
  writeFileSync(join(root, "broadsheet.mjs"), `import { main } from "${entry}";\nprocess.exitCode = await main(process.argv.slice(2));\n`);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Starts the built command line in a folder of its own; `hear` is told of each piece of stdout. */
function start(args: readonly string[], folder: string, hear: (said: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined) {
  return new Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "broadsheet.mjs"), ...args], {
      cwd: folder,
      env: { PATH: process.env["PATH"], BROADSHEET_HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, BROADSHEET_NO_WINDOW: "1" },
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      hear(out, (signal) => child.kill(signal));
    });
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out, err }));
  });
}

describe("the built program", () => {
  it("tells its version", async () => {
    expect(await start(["--version"], temporaryFolder())).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  it("exports the sample page", async () => {
    const folder = temporaryFolder();
    const { code, err } = await start(["export", join(root, "assets", "samples", SAMPLE_NAME), "--pdf", "page.pdf", "--page", "1"], folder);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(readdirSync(folder)).toEqual(["page.pdf"]);
  });

  it("checks a press file in a thread of its own", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "page.pdf"), assemblePdf(plainX4));
    writeFileSync(join(folder, "damaged.pdf"), "%PDF-1.6 and no more");
    expect(await start(["verify", "page.pdf"], folder)).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/Keeps PDF\/X-4\.\n$/) });
    expect(await start(["verify", "damaged.pdf"], folder)).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/damaged and cannot be read\.\n$/) });
  });

  it("gives up a check that takes too long", async () => {
    const answer = await verifyInWorker(root, { bytes: assemblePdf(plainX4), standard: "x4" }, 0.001);
    expect(answer).toEqual({ ok: false, problem: { code: "timeout", detail: "0.001" } });
  });

  it("exits with 2 and one sentence", async () => {
    const { code, out, err } = await start(["export", "absent", "--pdf", "a.pdf"], temporaryFolder());
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("serves the sample's copy without a display until %s", async (signal) => {
    const folder = temporaryFolder();
    const visits: Promise<number>[] = [];
    const { code, out, err } = await start(["open"], folder, (said, kill) => {
      const [, address] = /Broadsheet: (\S+)\n/.exec(said) ?? [];
      if (address === undefined || visits.length > 0) return;
      const visit = fetch(address, { redirect: "manual" }).then((answer) => answer.status);
      visits.push(visit);
      void visit.finally(() => kill(signal));
    });
    expect(await Promise.all(visits)).toEqual([303]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Broadsheet: http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+\n$/);
    expect(readdirSync(folder)).toContain(SAMPLE_NAME);
  });
});
