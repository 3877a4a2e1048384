import { describe, expect, it } from "vitest";
import type { DisplayItem, PageDisplay } from "../../display/displayList";
import type { Font, FontSource } from "../../fonts/fontSource";
import { mm } from "../../geometry/units";
import { sheetMargin } from "./pageBoxes";
import { plainPreset } from "./plainPreset";
import { pressMarks } from "./pressMarks";
import type { PressPreset } from "./pressPreset";

/** A font whose characters are one em wide, Han only; the other has the rest. */
function font(id: string, has: (codePoint: number) => boolean): Font {
  const nominalGlyph = (codePoint: number) => (has(codePoint) ? codePoint & 0xffff : 0);
  return {
    id,
    shape: (text) => ({
      glyphIds: Uint16Array.from(text, (character) => nominalGlyph(character.codePointAt(0)!)),
      textOffsets: Uint32Array.from(text, (_, index) => index),
      advances: new Float64Array(text.length).fill(1),
      xOffsets: new Float64Array(text.length),
      yOffsets: new Float64Array(text.length),
    }),
    nominalGlyph,
    advance: () => 1,
    outline: () => "",
    unitsPerEm: 1000,
  };
}

const all = new Map([font("han", (codePoint) => codePoint > 0x2e80), font("rest", (codePoint) => codePoint < 0x2e80)].map((each) => [each.id, each]));
const fonts: FontSource = { font: (id) => all.get(id) ?? null, fallbackFontIds: ["rest"] };
const words = { slug: "南方工报 2026-01-12 第1版", header: "第1版 三校", fontId: "han", headerFontId: "han" };
const page: PageDisplay = { pageId: "p", size: { width: 600, height: 800 }, boxes: [] };
const preset: PressPreset = { ...plainPreset, header: true, marks: { crop: true, register: true, colourBar: true, slug: true, offsetMm: 3 } };

/** The corners of an item, as far as paths and pens go. */
function points(item: DisplayItem): readonly { x: number; y: number }[] {
  if (item.kind === "path") return item.segments.flatMap((segment) => (segment.kind === "close" ? [] : [segment]));
  return item.kind === "glyphs" ? Array.from(item.xs, (x, index) => ({ x, y: item.ys[index]! })) : [];
}

describe("pressMarks", () => {
  it("stands outside the trim and inside the sheet", () => {
    const margin = sheetMargin(preset);
    const marks = pressMarks(page, preset, words, fonts);
    expect(marks.length).toBeGreaterThan(10);
    for (const mark of marks) {
      for (const { x, y } of points(mark)) {
        expect(x <= 0 || x >= 600 || y <= 0 || y >= 800).toBe(true);
        expect(x >= -margin && x <= 600 + margin && y >= -margin && y <= 800 + margin).toBe(true);
      }
    }
  });

  it("draws what is asked for and nothing else", () => {
    const none = pressMarks(page, plainPreset, words, fonts);
    expect(none).toEqual([]);
    const cropped = pressMarks(page, { ...plainPreset, marks: { ...plainPreset.marks, crop: true, offsetMm: 3 } }, words, fonts);
    expect(cropped.length).toBe(1);
    expect(points(cropped[0]!)).toContainEqual(expect.objectContaining({ x: 600, y: -mm(3) }));
  });

  it("prints crop and register marks on every plate", () => {
    const strokes = pressMarks(page, preset, words, fonts).flatMap((item) => (item.kind === "path" && item.stroke !== null ? [item.stroke.spot?.name] : []));
    expect(strokes).toEqual(["All", "All", "All", "All", "All"]);
  });

  it("writes its words with the fonts that have them, and names each spot in its own ink", () => {
    const spot = { name: "PANTONE 185 C", tint: 1, solid: { cyan: 0, magenta: 0.9, yellow: 0.75, black: 0 } };
    const red = { ...spot.solid, spot };
    const bar: DisplayItem = { kind: "path", segments: [], fill: red, stroke: null, strokeWidth: 0, dash: null, missing: null };
    const withSpot = { ...page, boxes: [{ boxId: "b", bounds: { x: 0, y: 0, width: 1, height: 1 }, items: [bar] }] };
    const marks = pressMarks(withSpot, preset, words, fonts);
    const texts = marks.flatMap((item) => (item.kind === "glyphs" ? [[item.fontId, item.text, item.ink.spot?.name] as const] : []));
    expect(texts.map(([, text]) => text).join("")).toBe("南方工报 2026-01-12 第1版  C M Y K PANTONE 185 C 第1版 三校");
    expect(texts).toContainEqual(["han", "南方工报", undefined]);
    expect(texts).toContainEqual(["rest", "PANTONE 185 C ", "PANTONE 185 C"]);
    const patches = marks.filter((item) => item.kind === "path" && item.fill !== null);
    expect(patches.length).toBe(10);
  });

  it("cuts words that are too long rather than run into other marks", () => {
    const long = pressMarks(page, { ...preset, header: false }, { ...words, slug: "长".repeat(500) }, fonts);
    for (const item of long) if (item.kind === "glyphs") expect(Math.max(...item.xs)).toBeLessThan(300 - mm(5));
  });
});
