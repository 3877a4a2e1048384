import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRootFrom } from "../host/projectRoot";
import { SAMPLE_NAME } from "../host/sampleCopy";
import { temporaryFolder } from "../host/testing/temporaryFolder";
import { assemblePdf, edited } from "../host/verify/testing/pdfAssembler";
import { plainX1a, plainX4 } from "../host/verify/testing/plainPdfs";
import { runCli } from "./main";

const projectRoot = projectRootFrom(import.meta.url);
const files = {
  "x4.pdf": assemblePdf(plainX4),
  "x1a.pdf": assemblePdf(plainX1a),
  "rgb.pdf": assemblePdf(edited(plainX4, "content", "0.2 0.1 0 0 k", "1 0 0 rg")),
  "text.pdf": Buffer.from("plain text"),
  "plain.pdf": assemblePdf(edited(plainX4, "xmp", "\"PDF/X-4\"", "\"PDF/A\"")),
};

/** Runs a command in a folder. */
async function run(folder: string, root: string, ...args: readonly string[]) {
  let out = "";
  let err = "";
  const environment = { BROADSHEET_HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder };
  const context = { projectRoot: root, version: "0", environment, currentFolder: folder, out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  return { code: await runCli(args, context), out, err };
}

/** Checks one of the files above, in this thread: a root without `dist/` has no worker's program. */
async function verify(...args: readonly string[]) {
  const folder = temporaryFolder();
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return await run(folder, folder, "verify", ...args);
}

describe("broadsheet verify", () => {
  it("tells every rule, part by part, and ends well where all are held", async () => {
    const { code, out, err } = await verify("x4.pdf", "--as", "x4");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^x4\.pdf: PDF\/X-4, pages: 1\n\nFile: \d+ held, 0 broken, 0 not checkable\n/);
    expect(out).toContain("  ✓ No device RGB colour (no-device-rgb)\n");
    expect(out).not.toMatch(/^ {2}[✗?]/m);
    expect(out.endsWith("Keeps PDF/X-4.\n")).toBe(true);
  });

  it("names the place of what is broken, in Chinese too", async () => {
    const { code, out } = await verify("rgb.pdf");
    expect(code).toBe(1);
    expect(out).toMatch(/ {2}✗ No device RGB colour \(no-device-rgb\)\n {6}page 1, object \d+, \/Contents: \/DeviceRGB rg\n/);
    expect((await verify("rgb.pdf", "--lang", "zh")).out).toMatch(/ {2}✗ 没有设备 RGB 颜色 \(no-device-rgb\)\n {6}第1页，对象 \d+，\/Contents：\/DeviceRGB rg\n/);
  });

  it("writes JSON as docs/verify.md says", async () => {
    const { code, out } = await verify("rgb.pdf", "--as", "x4", "--json");
    const report = JSON.parse(out) as { readonly rules: readonly Record<string, unknown>[] };
    expect(code).toBe(1);
    expect(report).toMatchObject({ standard: "x4", pages: 1, keeps: false });
    expect(report.rules.find(({ id }) => id === "no-device-rgb")).toMatchObject({
      part: "colour",
      state: "broken",
      count: 1,
      sentence: "No device RGB colour",
      findings: [{ kind: "broken", page: 1, name: "/Contents", found: "/DeviceRGB rg" }],
    });
    const documented = readFileSync(join(projectRoot, "docs", "verify.md"), "utf8");
    for (const rule of report.rules) expect(documented).toContain(`\`${String(rule["id"])}\``);
  });

  it("goes by what the file says it is", async () => {
    expect(await verify("x1a.pdf")).toMatchObject({ code: 0, out: expect.stringContaining("x1a.pdf: PDF/X-1a, pages: 1") });
    expect(await verify("x1a.pdf", "--as", "x4")).toMatchObject({ code: 1 });
  });

  it.each([
    ["no file", [], /needs a PDF file/],
    ["a file that is not there", ["none.pdf"], /There is nothing at/],
    ["a folder", ["."], /is a folder/],
    ["what is no PDF", ["text.pdf"], /is not a PDF file/],
    ["a file of no standard", ["plain.pdf"], /--as x4 or --as x1a/],
    ["an unknown standard", ["x4.pdf", "--as", "x3"], /--as is x4 or x1a/],
    ["an unknown language", ["x4.pdf", "--lang", "fr"], /--lang is en or zh/],
  ])("answers %s with one sentence and exit 2", async (_, args, sentence) => {
    const { code, out, err } = await verify(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(sentence);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("press files of the sample issue", () => {
  const sample = join(projectRoot, "assets", "samples", SAMPLE_NAME);

  it.each(["x4", "x1a"])("hold every rule of %s that can be checked, and all advice", async (standard) => {
    const folder = temporaryFolder();
    expect(await run(folder, projectRoot, "export", sample, "--pdf", "issue.pdf", "--preset", standard)).toMatchObject({ code: 0, err: "" });
    const { code, out } = await run(folder, folder, "verify", "issue.pdf", "--as", standard, "--json");
    const report = JSON.parse(out) as { readonly pages: number; readonly rules: readonly { readonly id: string; readonly state: string; readonly findings: unknown }[] };
    expect(report.rules.filter(({ state }) => state === "broken")).toEqual([]);
    // The subsets leave the OS/2 table out; permission is asked before a font is embedded at all.
    expect(report.rules.filter(({ state }) => state === "not-checkable").map(({ id }) => id)).toEqual(["embedding-permitted"]);
    expect({ code, pages: report.pages }).toEqual({ code: 0, pages: 8 });
  }, 60_000);

  it("are broken by a few bytes of another kind, each named by its rule", async () => {
    const folder = temporaryFolder();
    await run(folder, projectRoot, "export", sample, "--pdf", "issue.pdf", "--preset", "x1a");
    const bytes = readFileSync(join(folder, "issue.pdf"), "latin1");
    // As long as what they stand for, so that the table still leads to every object.
    const changes = [
      ["%PDF-1.4", "%PDF-1.5", "header-version"],
      ["/TrimBox[", "/TramBox[", "trim-or-art-box"],
      ["/Trapped/False", "/Trapped/Maybe", "trapped-known"],
      ["/GTS_PDFXVersion", "/GTS_PDFYVersion", "x-version"],
      ["/S/GTS_PDFX", "/S/GTS_PDFA", "one-output-intent"],
      ["/ColorSpace/DeviceGray", "/ColorSpace/DeviceCMYK", "images-sound"],
      ["/FontFile2 ", "/FontFile9 ", "fonts-embedded"],
      ["/Subtype/CIDFontType2", "/Subtype/CIDFontType0", "font-programs-sound"],
      ["/W[1[590", "/W[1[690", "widths-agree"],
      ["/Lang(zh", "/Lang(9h", "language-stated"],
    ] as const;
    for (const [from, to, rule] of changes) {
      expect(bytes).toContain(from);
      writeFileSync(join(folder, "changed.pdf"), bytes.replace(from, to), "latin1");
      const { out } = await run(folder, folder, "verify", "changed.pdf", "--as", "x1a", "--json");
      const { rules } = JSON.parse(out) as { readonly rules: readonly { readonly id: string; readonly state: string }[] };
      expect([from, rules.filter(({ state }) => state === "broken").map(({ id }) => id)]).toEqual([from, expect.arrayContaining([rule])]);
    }
  }, 60_000);
});
