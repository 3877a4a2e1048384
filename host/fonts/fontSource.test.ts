import { fileURLToPath } from "node:url";
import { Blob, Face, Font as HarfBuzzFont } from "harfbuzzjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { FontSource } from "../../shared/fonts/fontSource";
import { createFontSource } from "../../shared/fonts/harfbuzzFont";
import { openFontFiles } from "./fontFiles";
import { loadHarfBuzz } from "./harfbuzz";

const projectRoot = fileURLToPath(new URL("../..", import.meta.url));
const files = openFontFiles(projectRoot, fileURLToPath(new URL("../../dist/fonts", import.meta.url)));
let fonts: FontSource;

beforeAll(async () => {
  fonts = createFontSource(await loadHarfBuzz(), (fontId) => files.openFont(fontId), files.fallbackFontIds);
});

function font(id: string) {
  const found = fonts.font(id);
  if (found === null) throw new Error(`no font ${id}`);
  return found;
}

describe("the fonts of a newspaper", () => {
  it("set Chinese on the full em and keep two dashes two ems long", () => {
    const run = font("NotoSerifSC-Regular").shape("他说——好", "horizontal");
    expect([...run.advances]).toEqual([1, 1, 2, 1]);
    expect([...run.textOffsets]).toEqual([0, 1, 2, 4]);
  });

  it("leave punctuation whole, whatever the font could squeeze", () => {
    for (const id of ["NotoSerifSC-Regular", "NotoSansSC-Bold", "LXGWWenKai-Regular"]) {
      expect([...font(id).shape("（《好》。」，", "horizontal").advances]).toEqual([1, 1, 1, 1, 1, 1, 1]);
    }
  });

  it("kern Latin and give digits the widths of Chinese setting", () => {
    const serif = font("NotoSerifSC-Regular");
    const run = serif.shape("AV2026", "horizontal");
    expect(run.advances[0]).toBeLessThan(serif.advance(run.glyphIds[0] ?? 0));
    expect(run.advances[2]).toBeCloseTo(0.558, 3);
  });

  it("set vertical text downwards from the middle of the line, marks turned", () => {
    const serif = font("NotoSerifSC-Black");
    const run = serif.shape("八（一）——，", "vertical");
    expect([...run.advances]).toEqual([1, 1, 1, 1, 2, 1]);
    expect(new Set(run.xOffsets)).toEqual(new Set([-0.5]));
    expect([...run.yOffsets]).toEqual([-0.88, -0.88, -0.88, -0.88, -1.38, -0.88]);
    expect(run.glyphIds[0]).toBe(serif.nominalGlyph("八".charCodeAt(0)));
    expect(run.glyphIds[1]).not.toBe(serif.nominalGlyph("（".charCodeAt(0)));
  });

  it("stand a dash up even where the font has no vertical glyph for it", () => {
    const kai = font("LXGWWenKai-Bold");
    const run = kai.shape("好——（）", "vertical");
    expect(run.glyphIds[1]).toBe(kai.nominalGlyph("︱".charCodeAt(0)));
    expect([...run.textOffsets]).toEqual([0, 1, 2, 3, 4]);
    expect(kai.shape("——", "horizontal").glyphIds[0]).toBe(kai.nominalGlyph("—".charCodeAt(0)));
  });

  it("count text in UTF-16 units and say 0 for what a font lacks", () => {
    const kai = font("LXGWWenKai-Regular");
    const run = kai.shape("吉𠮷吉", "horizontal");
    expect([...run.textOffsets]).toEqual([0, 1, 3]);
    expect(run.glyphIds[1]).toBe(kai.nominalGlyph(0x20bb7));
    expect(font("NotoSerifSC-Regular").nominalGlyph(0x20bb7)).toBe(0);
    expect(font("NotoSerifSC-Regular").shape("𠮷", "horizontal").glyphIds[0]).toBe(0);
    expect(fonts.font("SimSun")).toBeNull();
  });

  it("give the outlines and advances that HarfBuzz gives for the whole file", () => {
    for (const id of ["NotoSerifSC-Regular", "NotoSansSC-Black", "LXGWWenKai-Bold"]) {
      const bytes = files.readFont(id);
      if (bytes === null) throw new Error(`no file ${id}`);
      const reference = new HarfBuzzFont(new Face(new Blob(bytes)));
      const own = font(id);
      for (let glyph = 0; glyph < 29_000; glyph += 137) {
        expect(own.advance(glyph) * own.unitsPerEm).toBeCloseTo(reference.glyphHAdvance(glyph), 6);
        expect(pointsOf(own.outline(glyph))).toEqual(pointsOf(reference.glyphToPath(glyph)));
      }
    }
  });

  it("ask again for a file that was not there, and never again for one that is no font", async () => {
    let asked = 0;
    const source = createFontSource(
      await loadHarfBuzz(),
      (id) => {
        asked++;
        return id === "broken" ? new Uint8Array(100) : asked > 1 ? files.openFont("NotoSansSC-Regular") : null;
      },
      [],
    );
    expect(source.font("late")).toBeNull();
    expect(source.font("late")?.unitsPerEm).toBe(1000);
    expect(source.font("late")).toBe(source.font("late"));
    expect(asked).toBe(2);
    expect([source.font("broken"), source.font("broken")]).toEqual([null, null]);
    expect(asked).toBe(3);
  });
});

/** The path as sets of rounded numbers per contour: HarfBuzz may close a contour with a line that we leave to `Z`. */
function pointsOf(path: string): string[] {
  return path
    .split(/(?=M)/)
    .filter((contour) => contour !== "")
    .map((contour) => [...new Set([...contour.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, x, y]) => `${Math.round(Number(x))},${Math.round(Number(y))}`))].sort().join(" "));
}
