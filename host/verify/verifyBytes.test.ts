import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { verifyEn } from "../../shared/messages/verifyEn";
import { verifyZh } from "../../shared/messages/verifyZh";
import type { Standard } from "../../shared/verify/rule";
import { allRules, type RuleId } from "../../shared/verify/rules/allRules";
import type { VerifyReport } from "../../shared/verify/verifyPdf";
import { temporaryFolder } from "../testing/temporaryFolder";
import { brokenPdfs } from "./testing/brokenPdfs";
import { assemblePdf, edited, type PlainPdf } from "./testing/pdfAssembler";
import { plainX1a, plainX4 } from "./testing/plainPdfs";
import { verifyBytes } from "./verifyBytes";

const sound: Readonly<Record<Standard, PlainPdf>> = { x4: plainX4, x1a: plainX1a };

async function reportOf(pdf: PlainPdf, standard: Standard | null): Promise<VerifyReport> {
  const answer = await verifyBytes(assemblePdf(pdf), standard);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

function rulesIn({ verdicts }: VerifyReport, state: "broken" | "not-checkable"): readonly RuleId[] {
  return verdicts.filter((verdict) => verdict.state === state).map(({ id }) => id);
}

describe("a sound file", () => {
  it.each(["x4", "x1a"] as const)("holds every rule of %s, advice and structure included", async (standard) => {
    const report = await reportOf(sound[standard], standard);
    expect(report.verdicts.filter(({ state }) => state !== "held")).toEqual([]);
    expect(report).toMatchObject({ keeps: true, pages: 1 });
  });

  it.each(["x4", "x1a"] as const)("is checked against what it says it keeps: %s", async (standard) => {
    expect((await reportOf(sound[standard], null)).standard).toBe(standard);
  });
});

describe("a file with one thing wrong", () => {
  const cases = brokenPdfs.flatMap((broken) => (["x4", "x1a"] as const).filter((standard) => (broken.only ?? standard) === standard).map((standard) => ({ ...broken, standard })));

  it.each(cases)("$standard breaks $rule alone: $why", async ({ rule, also, change, standard }) => {
    const report = await reportOf(change(sound[standard]), standard);
    expect([...rulesIn(report, "broken")].sort()).toEqual([rule, ...(also ?? [])].sort());
    const { findings } = report.verdicts.find(({ id }) => id === rule)!;
    expect(findings.filter(({ kind, found }) => kind === "broken" && found !== "")).not.toEqual([]);
  });

  it("may hold text without a glyph, as long as it is not painted", async () => {
    const unseen = edited(plainX4, "content", "<00010002> Tj", "<00010002> Tj 3 Tr <0003> Tj");
    expect(rulesIn(await reportOf(edited(unseen, "toUnicode", "<0002> <6837>", "<0002> <6837> <0003> <4E00>"), "x4"), "broken")).toEqual([]);
    expect(rulesIn(await reportOf(edited(unseen, "content", "3 Tr", "0 Tr"), "x4"), "broken")).toEqual(["glyphs-present", "text-comes-out"]);
  });

  it("may refer to an object that is not there", async () => {
    expect(rulesIn(await reportOf(edited(plainX4, "page", "/StructParents 0", "/StructParents 0 /Thumb {nothing}"), "x4"), "broken")).toEqual([]);
  });

  it("keeps its standard where only advice or structure is broken", async () => {
    const { change } = brokenPdfs.find(({ rule }) => rule === "ink-bearable")!;
    expect((await reportOf(change(plainX4), "x4")).keeps).toBe(true);
    const { change: rgb } = brokenPdfs.find(({ rule }) => rule === "no-device-rgb")!;
    expect((await reportOf(rgb(plainX4), "x4")).keeps).toBe(false);
  });
});

describe("a file as bytes", () => {
  it("is broken where its table leads to another object", async () => {
    const bytes = Buffer.from(assemblePdf(plainX4)).toString("latin1");
    // The row of the page's content, which the catalogue does not need to be found.
    const row = [...bytes.matchAll(/\d{10} 00000 n \n/g)][Object.keys(plainX4.objects).indexOf("content")]![0];
    const wrong = bytes.replace(row, `${String(Number(row.slice(0, 10)) + 4).padStart(10, "0")} 00000 n \n`);
    const answer = await verifyBytes(Buffer.from(wrong, "latin1"), "x4");
    const verdict = answer.ok ? answer.value.verdicts.find(({ id }) => id === "file-sound") : undefined;
    expect(verdict).toMatchObject({ state: "broken" });
  });

  it("is refused where its table is missing: what would have to be guessed is no press file", async () => {
    const bytes = Buffer.from(assemblePdf(plainX4));
    expect(await verifyBytes(bytes.subarray(0, bytes.lastIndexOf("xref\n0")), "x4")).toMatchObject({ ok: false, problem: { code: "damaged" } });
  });

  const hasQpdf = spawnSync("qpdf", ["--version"]).error === undefined;
  const withQpdf = async (pdf: PlainPdf, ...options: readonly string[]) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "in.pdf"), assemblePdf(pdf));
    execFileSync("qpdf", [...options, join(folder, "in.pdf"), join(folder, "out.pdf")]);
    return readFileSync(join(folder, "out.pdf"));
  };

  it.skipIf(!hasQpdf)("[needs qpdf] of X-1a has no object streams", async () => {
    const packed = (await withQpdf(plainX1a, "--object-streams=generate")).toString("latin1").replace("%PDF-1.5", "%PDF-1.4");
    const answer = await verifyBytes(Buffer.from(packed, "latin1"), "x1a");
    expect(answer.ok && rulesIn(answer.value, "broken")).toEqual(["no-compressed-objects"]);
  });

  it.skipIf(!hasQpdf)("[needs qpdf] may have them in X-4", async () => {
    const answer = await verifyBytes(await withQpdf(plainX4, "--object-streams=generate"), "x4");
    expect(answer.ok && answer.value.keeps).toBe(true);
  });

  it.skipIf(!hasQpdf)("[needs qpdf] is not encrypted: without a password that is all that breaks, with one nothing else is known", async () => {
    // The library tells the console what of the encryption dictionary it could not decrypt.
    vi.spyOn(console, "warn").mockImplementationOnce(() => undefined).mockImplementationOnce(() => undefined);
    const readable = await verifyBytes(await withQpdf(plainX4, "--encrypt", "", "owner", "128", "--use-aes=y", "--", "--force-version=1.6"), "x4");
    expect(readable.ok && rulesIn(readable.value, "broken")).toContain("not-encrypted");
    const closed = await verifyBytes(await withQpdf(plainX4, "--encrypt", "user", "owner", "256", "--"), "x4");
    expect(closed.ok && rulesIn(closed.value, "broken")).toEqual(["not-encrypted"]);
    expect(closed.ok && closed.value.verdicts.filter(({ state }) => state === "held")).toEqual([]);
  });

  it("says that it could not look into JPEG 2000 and LZW", async () => {
    const dictionary = "/Type /XObject /Subtype /Image /Width 10 /Height 10 /Filter /JPXDecode";
    const jpx = await reportOf({ ...plainX4, objects: { ...plainX4.objects, image: { dictionary, data: "x" } } }, "x4");
    expect(rulesIn(jpx, "not-checkable")).toEqual(["jpx-colour"]);
    const lzw = await reportOf({ ...plainX4, objects: { ...plainX4.objects, content: { dictionary: "/Filter /LZWDecode", data: "x" } } }, "x4");
    expect(rulesIn(lzw, "broken")).toContain("compression-allowed");
    expect(rulesIn(lzw, "not-checkable")).toEqual(expect.arrayContaining(["no-device-rgb", "fonts-embedded", "operators-known"]));
  });
});

describe("the list of rules", () => {
  /** Tried with files that are no plain text: see the tests of encrypted files and of object streams. */
  const elsewhere: ReadonlySet<RuleId> = new Set(["not-encrypted", "no-compressed-objects", "jpx-colour"]);

  it("has a broken file for each rule", () => {
    const tried = new Set(brokenPdfs.map(({ rule }) => rule));
    expect(allRules.map(({ id }) => id).filter((id) => !tried.has(id) && !elsewhere.has(id))).toEqual([]);
  });

  it("has each rule once, and no sentence without a rule", () => {
    const ids = allRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(verifyZh.rules).sort()).toEqual([...ids].sort());
    expect(Object.keys(verifyEn.rules).sort()).toEqual([...ids].sort());
  });
});
