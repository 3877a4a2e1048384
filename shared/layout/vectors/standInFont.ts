import type { Font, FontSource } from "../../fonts/fontSource";

const ASCII_EM = 0.5;

/**
 * A font to count by hand with, and the one the vectors are defined by: one glyph a code point, 1 em wide, ASCII half
 * an em. Its glyph ids are the code points of the BMP; the others share glyph 1.
 */
export function standInFont(id: string): Font {
  return {
    id,
    unitsPerEm: 1000,
    nominalGlyph,
    advance: (glyphId) => (glyphId < 0x80 && glyphId > 1 ? ASCII_EM : 1),
    outline: () => "",
    shape: (text, direction) => {
      const codePoints = [...text].map((character) => character.codePointAt(0) ?? 0);
      let offset = 0;
      const textOffsets = codePoints.map((codePoint) => {
        const start = offset;
        offset += codePoint > 0xffff ? 2 : 1;
        return start;
      });
      const advances = codePoints.map((codePoint) => (codePoint < 0x80 && direction === "horizontal" ? ASCII_EM : 1));
      return {
        glyphIds: Uint16Array.from(codePoints, nominalGlyph),
        textOffsets: Uint32Array.from(textOffsets),
        advances: Float64Array.from(advances),
        xOffsets: Float64Array.from(advances, (advance) => (direction === "vertical" ? -advance / 2 : 0)),
        yOffsets: Float64Array.from(advances, () => (direction === "vertical" ? -0.88 : 0)),
      };
    },
  };
}

/** A source whose every font is the stand-in. */
export function standInFonts(): FontSource {
  const fonts = new Map<string, Font>();
  return {
    fallbackFontIds: [],
    font: (fontId) => {
      const known = fonts.get(fontId) ?? standInFont(fontId);
      fonts.set(fontId, known);
      return known;
    },
  };
}

function nominalGlyph(codePoint: number): number {
  return codePoint > 0xffff || codePoint < 2 ? 1 : codePoint;
}
