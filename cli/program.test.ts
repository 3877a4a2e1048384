import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
function start(args: readonly string[], folder: string, hear: (said: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined, watch: (kill: (signal: NodeJS.Signals) => void) => () => void = () => () => undefined) {
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
    const stopWatching = watch((signal) => child.kill(signal));
    child.once("close", stopWatching);
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

  const sample = () => join(root, "assets", "samples", SAMPLE_NAME);

  it("ends by Ctrl+C with 130, or when it is told to end with 143, and nothing is half-written", async () => {
    for (const [old, signal, status] of [[true, "SIGINT", 130], [false, "SIGINT", 130], [false, "SIGTERM", 143]] as const) {
      const folder = temporaryFolder();
      const plant = join(folder, "plant");
      if (old) mkdirSync(plant);
      if (old) writeFileSync(join(plant, "nfgb2026011203.pdf"), "old");
      const { code, err } = await start(["export", sample(), "--press", plant], folder, undefined, (kill) => {
        // As soon as the first file is being written.
        const timer = setInterval(() => {
          if (!existsSync(plant) || !readdirSync(plant).some((name) => name.startsWith(".broadsheet-"))) return;
          clearInterval(timer);
          kill(signal);
        }, 1);
        return () => clearInterval(timer);
      });
      expect({ code, err }).toEqual({ code: status, err: "Cancelled: nothing was written.\n" });
      expect(readdirSync(folder)).toEqual(old ? ["plant"] : []);
      if (old) expect(readdirSync(plant)).toEqual(["nfgb2026011203.pdf"]);
    }
  });

  it("says by Ctrl+C what is complete and what is not", async () => {
    const folder = temporaryFolder();
    let isTold = false;
    const { code, out, err } = await start(["export", sample(), "--pdf", "a.pdf", "--epaper", "paper"], folder, (_said, kill) => {
      if (!isTold) kill("SIGINT");
      isTold = true;
    });
    expect({ code, out, err }).toEqual({ code: 130, out: `${join(folder, "a.pdf")}\n`, err: `Cancelled: complete are ${join(folder, "a.pdf")}; nothing else was written.\n` });
    expect(readdirSync(folder)).toEqual(["a.pdf"]);
  });

  it("writes press files by a plant's preset, which it refuses by file and field where it is broken", async () => {
    const folder = temporaryFolder();
    const x4 = JSON.parse(readFileSync(join(root, "assets", "presets", "x4.json"), "utf8")) as Record<string, unknown>; // our own file
    writeFileSync(join(folder, "plant.json"), JSON.stringify({ ...x4, fileName: "{date}_{page}.pdf" }));
    const { code, out, err } = await start(["export", sample(), "--press", "out", "--preset", "plant.json", "--page", "2"], folder);
    expect({ code, out, err }).toEqual({ code: 0, out: `${join(folder, "out", "20260112_02.pdf")}\n`, err: "" });
    writeFileSync(join(folder, "plant.json"), JSON.stringify({ ...x4, bleedMm: "3" }));
    const broken = await start(["export", sample(), "--press", "other", "--preset", "plant.json"], folder);
    expect(broken).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/^The preset cannot be used: \S+plant\.json: wrong-type at bleedMm [^\n]*\.\n$/) });
    expect(readdirSync(folder).sort()).toEqual(["out", "plant.json"]);
    const listed = await start(["presets"], folder);
    expect(listed.out.split("\n").map((line) => line.split("\t")[0]).slice(0, 4)).toEqual(["x4", "x1a", "proof", "web"]);
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
