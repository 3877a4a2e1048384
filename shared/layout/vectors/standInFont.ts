import { EM_ASCENT, type Font, type FontSource, type ShapedRun } from "../../fonts/fontSource";

/** The id of the stand-in font. */
export const STAND_IN_FONT = "stand-in";

const ASCII_END = 0x80;

/** A font whose widths can be counted by hand, as the vectors want it: ASCII half an em, everything else one. */
export const standInFonts: FontSource = {
  fallbackFontIds: [],
  font: (fontId) => (fontId === STAND_IN_FONT ? standInFont : null),
};

const standInFont: Font = {
  id: STAND_IN_FONT,
  unitsPerEm: 1000,
  nominalGlyph: (codePoint) => (codePoint < ASCII_END ? 1 : 2),
  advance: (glyphId) => (glyphId === 1 ? 0.5 : 1),
  outline: () => "",
  shape: (text, direction): ShapedRun => {
    const characters = Array.from(text);
    const offsets = new Uint32Array(characters.length);
    let offset = 0;
    characters.forEach((character, index) => {
      offsets[index] = offset;
      offset += character.length;
    });
    const glyphIds = Uint16Array.from(characters, (character) => (character.charCodeAt(0) < ASCII_END ? 1 : 2));
    const isVertical = direction === "vertical";
    return {
      glyphIds,
      textOffsets: offsets,
      advances: Float64Array.from(glyphIds, (glyph) => (glyph === 1 && !isVertical ? 0.5 : 1)),
      xOffsets: Float64Array.from(glyphIds, (glyph) => (isVertical ? -(glyph === 1 ? 0.5 : 1) / 2 : 0)),
      yOffsets: new Float64Array(characters.length).fill(isVertical ? -EM_ASCENT : 0),
    };
  },
};
