import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { machineFileSystem } from "../host/fileSystem";
import { readIssueFolder } from "../host/issues/readIssueFolder";
import { saveIssueFolder } from "../host/issues/saveIssueFolder";
import { projectRootFrom } from "../host/projectRoot";
import { SAMPLE_NAME } from "../host/sampleCopy";
import { temporaryFolder } from "../host/testing/temporaryFolder";
import type { IssueDocument, Story } from "../shared/model/document";
import { runCli } from "./main";

const projectRoot = projectRootFrom(import.meta.url);
const sample = join(projectRoot, "assets", "samples", SAMPLE_NAME);

/** Runs a command in this process, in a folder of its own. */
async function run(args: readonly string[], currentFolder = temporaryFolder()) {
  let out = "";
  let err = "";
  const code = await runCli(args, {
    projectRoot,
    version: "0.0.0-test",
    environment: { BROADSHEET_HOME: currentFolder, BROADSHEET_NO_WINDOW: "1" },
    currentFolder,
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err, folder: currentFolder };
}

/** A copy of the sample after an edit. */
async function sampleWith(edit: (document: IssueDocument) => IssueDocument): Promise<string> {
  const folder = join(temporaryFolder(), "issue");
  cpSync(sample, folder, { recursive: true });
  const { document, revision } = await readIssueFolder(machineFileSystem, folder);
  await saveIssueFolder(machineFileSystem, folder, edit(document), revision);
  return folder;
}

/** The longest story with its text ten times over: more than any frame of the page holds. */
function withTooMuchText(document: IssueDocument): IssueDocument {
  const stories = Object.values<Story>(document.stories);
  const longest = stories.reduce((a, b) => (b.paragraphs.length > a.paragraphs.length ? b : a));
  const paragraphs = Array.from({ length: 10 }, () => longest.paragraphs).flat();
  return { ...document, stories: { ...document.stories, [longest.id]: { ...longest, paragraphs } } };
}

describe("a wrong call", () => {
  const file = "/etc/hostname";
  it.each([
    [["nothing"]],
    [["constructor"]],
    [["open", "absent"]],
    [["open", "a", "b"]],
    [["open", "--fast"]],
    [["export"]],
    [["export", sample]],
    [["export", "absent", "--pdf", "a.pdf"]],
    [["export", "--pdf", "a.pdf"]],
    [["export", sample, "--pdf"]],
    [["export", sample, "--pdf", ""]],
    [["export", sample, "--pdf", "a.pdf", "--page", "9"]],
    [["export", sample, "--pdf", "a.pdf", "--page", "0"]],
    [["export", sample, "--pdf", "a.pdf", "--page", "1.5"]],
    [["export", sample, "--pdf", "a.pdf", "--page", "-1"]],
    [["export", sample, "--png", "a.png", "--dpi", "many"]],
    [["export", sample, "--png", "a.png", "--dpi", "5000"]],
    [["export", sample, "--pdf", "no/such/folder/a.pdf"]],
    [["export", sample, "--pdf", "a.pdf", "--png", "no/such/folder/a.png"]],
    [["export", sample, "--pdf", "."]],
    [["export", sample, "--epaper", "."]],
    [["export", sample, "--epaper", "e", "--page", "1"]],
    [["export", sample, "--site", "s", "--page", "1"]],
    [["export", sample, "--site", "no/such/folder"]],
    [["export", sample, "--site"]],
    [["export", file, "--pdf", "a.pdf"]],
    [["export", sample, "--jpg", "a.jpg"]],
    [["check"]],
    [["check", "absent"]],
    [["check", sample, "--lang", "fr"]],
    [["check", sample, "--lang", "__proto__"]],
    [["typeset"]],
    [["typeset", "--vectors", "absent.json"]],
    [["typeset", "--vectors", file]],
    [["typeset", "--vectors", join(projectRoot, "package.json")]],
    [["new"]],
    [["new", "paper"]],
    [["new", "paper", "--template", "none"]],
    [["new", "--template", "x"]],
    [["new", ".", "--template", "TEMPLATE"]],
    [[]],
  ])("is told in one sentence, with exit 2 and nothing written: %j", async (args) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "mine.txt"), "mine");
    const template = /Templates: ([\w-]+)/.exec((await run(["new", "--help"])).out)?.[1] ?? "";
    const { code, out, err } = await run(args.map((arg) => (arg === "TEMPLATE" ? template : arg)), folder);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(/^[^\n]{10,400}[.]\n$/);
    expect(err).not.toMatch(/undefined|\[object|Error:|at .*\.ts/);
    expect(readdirSync(folder)).toEqual(["mine.txt"]);
  });
});

describe("broadsheet", () => {
  it("helps, and tells its version", async () => {
    expect(await run(["--version"])).toMatchObject({ code: 0, out: "0.0.0-test\n", err: "" });
    for (const word of ["help", "--help", "-h"]) {
      const { code, out } = await run([word]);
      expect(code).toBe(0);
      for (const command of ["open", "export", "check", "typeset", "new"]) expect(out).toContain(`broadsheet ${command}`);
    }
  });

  it("makes a new issue that lacks nothing but its pictures", async () => {
    const { out } = await run(["new", "--help"]);
    const names = out.replace("Templates: ", "").trim().split(", ");
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const made = await run(["new", "papers/today", "--template", name]);
      expect(made).toMatchObject({ code: 0, err: "" });
      const { document } = await readIssueFolder(machineFileSystem, join(made.folder, "papers", "today"));
      expect(document.issue.date).toMatch(/^\d{4}-\d\d-\d\d$/);
      const { problems } = JSON.parse((await run(["check", "papers/today", "--json"], made.folder)).out) as {
        readonly problems: readonly { readonly code: string; readonly severity: string }[]; // what --json prints
      };
      const errors = problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
      expect(errors.filter((code) => code !== "missing-picture")).toEqual([]);
      expect((await run(["new", "papers/today", "--template", name], made.folder)).err).toContain("not empty");
    }
  });
});

describe("broadsheet export", () => {
  it("writes PDF, picture and e-paper, with paths from the current folder", async () => {
    const { code, err, folder } = await run(["export", sample, "--pdf", "a.pdf", "--png", "a.png", "--page", "1", "--dpi", "30"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(readFileSync(join(folder, "a.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    const png = readFileSync(join(folder, "a.png"));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const { document } = await readIssueFolder(machineFileSystem, sample);
    expect(png.readUInt32BE(16)).toBe(Math.round(((document.pages[0]?.size.width ?? 0) / 72) * 30));
    expect(readdirSync(folder).sort()).toEqual(["a.pdf", "a.png"]);
  });

  it("prints what is wrong, and writes the file all the same", async () => {
    const issue = await sampleWith(withTooMuchText);
    const { code, err, folder } = await run(["export", issue, "--pdf", "a.pdf"]);
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: .*does not fit/);
    expect(existsSync(join(folder, "a.pdf"))).toBe(true);
  });
});

describe("broadsheet check", () => {
  it("finds nothing wrong with the sample", async () => {
    expect(await run(["check", sample])).toMatchObject({ code: 0, out: "0 errors, 0 warnings\n" });
  });

  it("names text that is over, in the language asked for, and exits with 1", async () => {
    const issue = await sampleWith(withTooMuchText);
    const english = await run(["check", issue]);
    expect(english).toMatchObject({ code: 1, err: "" });
    expect(english.out).toMatch(/^error: Page 1.*the text does not fit; lines over: \d+/m);
    expect((await run(["check", issue, "--lang", "zh"])).out).toMatch(/^error: 第1版.*文字排不下/m);
    const json = JSON.parse((await run(["check", issue, "--json"])).out);
    expect(json.errors).toBeGreaterThan(0);
    expect(json.problems[0]).toMatchObject({ code: "overset-text", severity: "error", place: { pageNumber: 1 } });
  });

  it("misses a picture whose file is gone or is another", async () => {
    for (const damage of ["gone", "another"]) {
      const issue = await sampleWith((document) => document);
      const assets = join(issue, "assets");
      const [name = ""] = readdirSync(assets);
      if (damage === "gone") await machineFileSystem.unlink(join(assets, name));
      else writeFileSync(join(assets, name), "not that picture");
      const { code, out } = await run(["check", issue]);
      expect(code).toBe(1);
      expect(out).toContain("is missing");
    }
  });
});

describe("broadsheet typeset", () => {
  it("prints one line of JSON, with exit 1 where a vector fails", async () => {
    const file = join(projectRoot, "shared", "layout", "vectors", "zh-greedy-layout.json");
    const good = await run(["typeset", "--vectors", file]);
    expect(good.code).toBe(0);
    expect(good.out.split("\n")).toHaveLength(2);
    expect(JSON.parse(good.out)).toMatchObject({ file: "zh-greedy-layout.json", kind: "zh-greedy-layout", failed: [] });

    const content = JSON.parse(readFileSync(file, "utf8"));
    const [first, ...rest] = content.vectors;
    const folder = temporaryFolder();
    const wrong = { ...first, lines: [...first.lines].reverse(), boxWidthEm: first.boxWidthEm - 1 };
    writeFileSync(join(folder, "wrong.json"), JSON.stringify({ ...content, vectors: [wrong, ...rest] }));
    const bad = await run(["typeset", "--vectors", "wrong.json"], folder);
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.out).failed).toEqual([first.id]);
  });
});
