import { Blob, Face, Font } from "harfbuzzjs";
import { describe, expect, it } from "vitest";
import { bytesInMemory } from "../../shared/fonts/fontBytes";
import { readFontMetrics } from "../../shared/fonts/fontMetrics";
import { glyphOutline } from "../../shared/fonts/glyphOutline";
import { isComposite, readGlyphTable } from "../../shared/fonts/glyphTable";
import { readSfnt, type Sfnt } from "../../shared/fonts/sfnt";
import { subsetFont } from "../../shared/fonts/subsetFont";
import { projectRootFrom } from "../projectRoot";
import { openFontFiles } from "./fontFiles";

const projectRoot = projectRootFrom(import.meta.url);
const files = openFontFiles(projectRoot, `${projectRoot}/dist/fonts`);

function value<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
  if (!result.ok) throw new Error("unreadable");
  return result.value;
}

function opened(fontId: string): Sfnt {
  return value(readSfnt(files.openFont(fontId) ?? bytesInMemory(new Uint8Array())));
}

function subsetOf(sfnt: Sfnt, glyphIds: readonly number[]) {
  return value(subsetFont(sfnt, value(readFontMetrics(sfnt)).advances, glyphIds));
}

describe("a subset font", () => {
  it("draws its glyphs as the whole font does, with the same advances", () => {
    for (const fontId of ["NotoSerifSC-Regular", "NotoSansSC-Black", "LXGWWenKai-Regular"]) {
      const sfnt = opened(fontId);
      const glyphIds = Array.from({ length: 120 }, (_, index) => 5 + 211 * index);
      const { bytes, glyphIds: numbers } = subsetOf(sfnt, glyphIds);
      const subset = new Font(new Face(new Blob(bytes)));
      const glyphs = value(readGlyphTable(value(readSfnt(bytesInMemory(bytes)))));
      const whole = value(readGlyphTable(sfnt));
      const { advances } = value(readFontMetrics(sfnt));
      for (const glyphId of glyphIds) {
        const number = numbers.get(glyphId) ?? -1;
        expect(glyphOutline(glyphs, number)).toBe(glyphOutline(whole, glyphId));
        expect(subset.glyphHAdvance(number)).toBe(advances[glyphId]);
      }
      expect(bytes.length).toBeLessThan(150_000);
    }
  });

  it("brings the parts that its composite glyphs are made of", () => {
    const sfnt = opened("LXGWWenKai-Regular");
    const whole = value(readGlyphTable(sfnt));
    const composites = Array.from({ length: whole.glyphCount }, (_, glyphId) => glyphId).filter((glyphId) => isComposite(whole.record(glyphId)));
    expect(composites.length).toBeGreaterThan(0);
    const { bytes, glyphIds } = subsetOf(sfnt, composites);
    expect(glyphIds.size).toBeGreaterThan(composites.length + 1);
    const reference = new Font(new Face(new Blob(bytes)));
    const glyphs = value(readGlyphTable(value(readSfnt(bytesInMemory(bytes)))));
    for (const glyphId of composites) {
      expect(glyphOutline(glyphs, glyphIds.get(glyphId) ?? -1)).toBe(glyphOutline(whole, glyphId));
      expect(reference.glyphToPath(glyphIds.get(glyphId) ?? -1)).not.toBe("");
    }
  });

  it("is the same bytes whatever order the glyphs are asked for in, and has .notdef", () => {
    const sfnt = opened("NotoSansSC-Regular");
    const one = subsetOf(sfnt, [900, 40, 11643]);
    expect(subsetOf(sfnt, [11643, 900, 40]).bytes).toEqual(one.bytes);
    expect([...one.glyphIds]).toEqual([[0, 0], [40, 1], [900, 2], [11643, 3]]);
  });
});
