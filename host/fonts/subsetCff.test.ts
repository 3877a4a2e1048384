import { writeFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cffCids } from "../../shared/fonts/cffCids";
import { createFontSource } from "../../shared/fonts/harfbuzzFont";
import { readSfnt, tableBytes } from "../../shared/fonts/sfnt";
import { bytesInMemory } from "../../shared/fonts/fontBytes";
import { handMadePage, line, verticalLine } from "../exporting/testing/handMadePage";
import { hasMutool, hasPdftotext, mupdfPages, popplerPages, printed, tracedGlyphs } from "../exporting/testing/readPdf";
import { exportPdf } from "../exporting/exportPdf";
import { noCache } from "../assets/derivedCache";
import { plainPreset } from "../../shared/export/pdf/plainPreset";
import { sampleDocument } from "../../shared/model/testing/sampleDocument";
import { temporaryFolder } from "../testing/temporaryFolder";
import { projectRoot } from "../testing/testServices";
import { verifyBytes } from "../verify/verifyBytes";
import { openFontFiles } from "./fontFiles";
import { loadHarfBuzz } from "./harfbuzz";
import { addUserFont } from "./userFonts";
import { loadCffSubsetter } from "./subsetCff";

/** A few glyphs of Noto Sans CJK SC, CID-keyed; 大 and ⼤ share one. */
const file = new Uint8Array(readFileSync(join(import.meta.dirname, "testing", "NotoSansCJKsc-Test.otf")));

function opened() {
  const read = readSfnt(bytesInMemory(file));
  if (!read.ok) throw new Error("the test's font is broken");
  return read.value;
}

describe("a CFF font", () => {
  it("has outlines, advances and shaping like the others", async () => {
    const fonts = createFontSource(await loadHarfBuzz(), () => file, []);
    const font = fonts.font("Test")!;
    const glyph = font.nominalGlyph("大".codePointAt(0)!);
    expect(glyph).toBeGreaterThan(0);
    expect(font.nominalGlyph("⼤".codePointAt(0)!)).toBe(glyph);
    expect(font.advance(glyph)).toBe(1);
    expect(font.outline(glyph)).toMatch(/^M[-\d., ]+(?:[LCQ][-\d., ]+)+Z/);
    expect(font.shape("大样ー", "vertical").glyphIds[2]).not.toBe(font.nominalGlyph("ー".codePointAt(0)!));
  });

  it("is cut down to the glyphs that are asked for, in the same bytes each time", async () => {
    const subsetter = await loadCffSubsetter();
    const subset = (glyphs: readonly number[]) => {
      const made = subsetter.subset(opened(), new Set(glyphs));
      if (!made.ok) throw new Error(made.problem.detail);
      return made.value;
    };
    const [few, more] = [subset([3, 5]), subset([3, 5, 9, 12])];
    expect(few.bytes.length).toBeLessThan(more.bytes.length);
    expect(few.bytes).toEqual(subset([5, 3]).bytes);
    expect([...few.glyphIds.keys()]).toEqual([0, 3, 5]);
    const whole = cffCids(tableBytes(opened(), "CFF ")!)!;
    expect(whole.isCidKeyed).toBe(true);
    // A glyph keeps the CID that the whole font knows it under.
    expect([...more.glyphIds].map(([glyph, cid]) => [glyph, cid])).toEqual([0, 3, 5, 9, 12].map((glyph) => [glyph, whole.cids[glyph]]));
  });

  it("that is damaged is no font, whatever its bytes are", () => {
    const cff = tableBytes(opened(), "CFF ")!;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 10 }), fc.nat(cff.length), (edits, length) => {
        const bytes = cff.slice();
        for (const [at, value] of edits) bytes[at] = value;
        cffCids(bytes.subarray(0, length));
      }),
    );
  });

  it.skipIf(!hasPdftotext || !hasMutool)("gives its text back exactly from a press file, each glyph in its place (needs poppler and mutool)", async () => {
    const folder = temporaryFolder();
    const { id } = await addUserFont(folder, "own.otf", file, new Set());
    const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"), folder);
    const fonts = createFontSource(await loadHarfBuzz(), (fontId) => fontFiles.openFont(fontId), []);
    const runs = [line(fonts, "大⼤样报，。ABC012", 20, 40, { fontId: id, size: 12 }), verticalLine(fonts, "竖排大⼤，ー", 200, 20, id, 12)];
    const document = sampleDocument();
    const page = handMadePage(300, 300, runs);
    const pageId = document.pages[0]!.id;
    const parts: Uint8Array[] = [];
    await exportPdf(
      {
        document, layout: { flows: new Map(), pages: new Map([[pageId, page]]) }, fonts, fontFiles, readAsset: async () => null, pageIds: [pageId],
        preset: plainPreset, profile: null, proof: null, cache: noCache, inkCache: noCache,
      },
      async (bytes) => void parts.push(bytes),
    );
    const pdf = join(folder, "page.pdf");
    writeFileSync(pdf, Buffer.concat(parts));
    expect(printed("pdffonts", pdf)).toMatch(/\+NotoSansCJKsc-Regular\s+CID Type 0C\s+\S+\s+yes yes yes/);
    const bare = (text: string): string => text.replace(/\s/gu, "");
    const words = bare(runs.map(({ text }) => text).join(""));
    expect(bare(popplerPages(pdf)[0]!)).toBe(words);
    expect(bare(mupdfPages(pdf)[0]!)).toBe(words);
    const wanted = runs.flatMap(({ xs, ys }) => Array.from(xs, (x, index) => ({ x, y: ys[index]! })));
    tracedGlyphs(pdf)[0]!.forEach(({ x, y }, index) => {
      expect(Math.abs(x - wanted[index]!.x)).toBeLessThan(0.01);
      expect(Math.abs(y - wanted[index]!.y)).toBeLessThan(0.01);
    });
    expect(tracedGlyphs(pdf)[0]!.length).toBe(wanted.length);
    const checked = await verifyBytes(Buffer.concat(parts), "x4");
    if (!checked.ok) throw new Error("the checker refuses the file");
    const broken = checked.value.verdicts.filter(({ part, state }) => (part === "fonts" || part === "content") && state === "broken");
    expect(broken).toEqual([]);
    fontFiles.close();
  });
});
