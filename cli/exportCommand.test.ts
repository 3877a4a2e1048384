import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRootFrom } from "../host/projectRoot";
import { SAMPLE_NAME } from "../host/sampleCopy";
import { temporaryFolder } from "../host/testing/temporaryFolder";
import { runCli } from "./main";

const projectRoot = projectRootFrom(import.meta.url);
const sample = join(projectRoot, "assets", "samples", SAMPLE_NAME);

async function run(args: readonly string[], currentFolder = temporaryFolder()) {
  let out = "";
  let err = "";
  const code = await runCli(args, {
    projectRoot,
    version: "0.0.0-test",
    environment: {},
    currentFolder,
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err, folder: currentFolder };
}

describe("broadsheet export", () => {
  it("writes one page alone, numbered as in the issue", async () => {
    const { code, out, folder } = await run(["export", sample, "--pdf", "one.pdf", "--page", "2"]);
    expect({ code, out }).toEqual({ code: 0, out: `${join(folder, "one.pdf")}\n` });
    expect(readFileSync(join(folder, "one.pdf"), "latin1")).toMatch(/\/Count 1\b/);
  });

  it.each([
    [["--pdf", "a", "--png", "a"]],
    [["--pdf", "a", "--epaper", "a"]],
    [["--epaper", "a", "--site", "./a"]],
    [["--pdf", "paper/a.pdf", "--epaper", "paper"]],
    [["--png", "paper/a.png", "--site", "paper"]],
    [["--epaper", "paper/2026", "--site", "paper"]],
    [["--pdf", "a.pdf", "--png", "a.png", "--dpi", "1200"]],
  ])("writes nothing at all where outputs clash or one cannot be: %j", async (outputs) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "paper"));
    const { code, out, err } = await run(["export", sample, ...outputs], folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^[^\n]{10,400}\.\n$/);
    expect(readdirSync(folder)).toEqual(["paper"]);
    expect(readdirSync(join(folder, "paper"))).toEqual([]);
  });
});

describe("broadsheet", () => {
  it("helps whoever asks a command for help", async () => {
    for (const command of ["open", "export", "check", "typeset"]) {
      expect(await run([command, "--help"])).toMatchObject({ code: 0, out: expect.stringContaining("broadsheet export"), err: "" });
    }
    expect((await run(["new", "--help"])).out).toMatch(/^Templates: /);
  });

  it.each([["open"], ["export", "--pdf", "a.pdf"], ["check"]])("says once that a file is no issue: %j", async (...args) => {
    const { code, err } = await run([args[0] ?? "", join(projectRoot, "package.json"), ...args.slice(1)]);
    expect({ code, err }).toEqual({ code: 2, err: `${join(projectRoot, "package.json")} is not an issue folder.\n` });
  });

  it("names a missing issue by its path alone", async () => {
    const { code, err, folder } = await run(["check", "absent"]);
    expect({ code, err }).toEqual({ code: 2, err: `There is nothing at ${join(folder, "absent")}.\n` });
    expect(existsSync(join(folder, "absent"))).toBe(false);
  });

  it("passes every vector file that the program comes with", async () => {
    const vectors = join(projectRoot, "shared", "layout", "vectors");
    const files = readdirSync(vectors).filter((name) => name.endsWith(".json"));
    expect(files).toEqual(expect.arrayContaining(["clreq-break-positions.json", "zh-greedy-layout.json"]));
    for (const file of files) {
      const { code, out } = await run(["typeset", "--vectors", join(vectors, file)]);
      const told = JSON.parse(out) as { readonly file: string; readonly count: number; readonly passed: number; readonly unsupported: number; readonly failed: readonly string[] }; // what the command prints
      expect({ code, file: told.file, failed: told.failed }).toEqual({ code: 0, file, failed: [] });
      expect(told.passed + told.unsupported).toBe(told.count);
      expect(told.passed).toBeGreaterThan(0);
    }
  });
});
