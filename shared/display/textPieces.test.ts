import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Font } from "../fonts/fontSource";
import { blackInk } from "../model/ink";
import type { GlyphRun } from "./displayList";
import { piecesOf } from "./textPieces";

/** Glyph ids are code points; Chinese is one em wide, Latin 0.5, and 字 has been replaced by shaping. */
const font: Font = {
  id: "test",
  unitsPerEm: 1000,
  nominalGlyph: (codePoint) => codePoint & 0xffff,
  advance: (glyphId) => (glyphId < 0x2000 ? 0.5 : 1),
  outline: () => "M0 0L1 1Z",
  shape: () => {
    throw new Error("a painter shapes nothing");
  },
};
const SIZE = 9;

function run(characters: readonly string[], advances: readonly number[], changes: Partial<GlyphRun> = {}): GlyphRun {
  const xs = new Float64Array(characters.length);
  let pen = 40;
  characters.forEach((_, index) => {
    xs[index] = pen;
    pen += advances[index] ?? 0;
  });
  const offsets = characters.map((_, index) => characters.slice(0, index).join("").length);
  return {
    kind: "glyphs",
    fontId: "test",
    size: SIZE,
    horizontalScale: 1,
    ink: blackInk,
    glyphIds: Uint16Array.from(characters, (character) => (character === "字" ? 7 : (character.codePointAt(0) ?? 0))),
    xs,
    ys: new Float64Array(characters.length).fill(100),
    rotation: 0,
    text: characters.join(""),
    textOffsets: Uint32Array.from(offsets),
    ...changes,
  };
}

/** Where the canvas would put each character: hmtx advances and letter-spacing, as CSS defines it. */
function placed(run: GlyphRun): Map<number, number> {
  const xs = new Map<number, number>();
  const { texts, outlines } = piecesOf(run, font);
  for (const index of outlines) xs.set(index, run.xs[index] ?? NaN);
  let glyph = 0;
  for (const piece of texts) {
    glyph = run.xs.indexOf(piece.x);
    let pen = piece.x;
    for (const character of piece.text) {
      xs.set(glyph++, pen);
      pen += font.advance(font.nominalGlyph(character.codePointAt(0) ?? 0)) * run.size + Number.parseFloat(piece.letterSpacing);
    }
  }
  return xs;
}

const characters = fc.array(fc.constantFrom("八", "门", "，", "字", "A", "1", "𠮷", "\u00AD", "é"), { minLength: 1, maxLength: 40 });

describe("the pieces of a glyph run", () => {
  it("put every glyph within 0.01 pt of its place and leave none out", () => {
    fc.assert(
      fc.property(characters, fc.array(fc.double({ min: -0.5, max: 3, noNaN: true }), { minLength: 1, maxLength: 6 }), (characters, stretches) => {
        const advances = characters.map((character, index) => {
          const width = character < "\u2000" ? 0.5 : 1;
          return width * SIZE + (stretches[(index >> 2) % stretches.length] ?? 0);
        });
        const glyphs = run(characters, advances);
        const xs = placed(glyphs);
        expect(xs.size).toBe(glyphs.glyphIds.length);
        glyphs.xs.forEach((x, index) => expect(Math.abs((xs.get(index) ?? NaN) - x)).toBeLessThan(0.01));
      }),
    );
  });

  it("keep an evenly spaced line whole", () => {
    const { texts, outlines } = piecesOf(run(Array.from("八部门推进"), [9.3, 9.3, 9.3, 9.3, 9.3]), font);
    expect(texts).toEqual([{ text: "八部门推进", x: 40, y: 100, letterSpacing: "0.3px" }]);
    expect(outlines).toEqual(Uint32Array.of());
  });

  it("end where an advance was squeezed", () => {
    const { texts } = piecesOf(run(Array.from("推进，双向"), [9, 9, 4.5, 9, 9]), font);
    expect(texts.map((piece) => piece.text)).toEqual(["推进，", "双向"]);
  });

  it("leave glyphs that shaping replaced to their outlines", () => {
    const { texts, outlines } = piecesOf(run(Array.from("文字上"), [9, 9, 9]), font);
    expect(texts.map((piece) => piece.text)).toEqual(["文", "上"]);
    expect(outlines).toEqual(Uint32Array.of(1));
  });

  it("draw turned and widened letters as outlines only", () => {
    for (const change of [{ rotation: 90 }, { horizontalScale: 0.8 }] as const) {
      const { texts, outlines } = piecesOf(run(Array.from("AB"), [5, 5], change), font);
      expect([texts.length, outlines.length]).toEqual([0, 2]);
    }
  });

  it("are worked out once", () => {
    const glyphs = run(Array.from("八部门"), [9, 9, 9]);
    expect(piecesOf(glyphs, font)).toBe(piecesOf(glyphs, font));
  });
});
