import { EM_ASCENT, type Font, type FontSource, type ShapedRun } from "../../fonts/fontSource";

/** The id of the stand-in font. */
export const STAND_IN_FONT = "stand-in";

const ASCII_END = 0x80;
const NARROW_GLYPH = 1;
const SQUARE_GLYPH = 2;

/** A font whose widths can be counted by hand, as the vectors want it: ASCII half an em, everything else one. */
export const standInFonts = createSource((codePoint) => (codePoint < ASCII_END ? NARROW_GLYPH : SQUARE_GLYPH));

/** A font in which every character is a square, as in the browsers' test font Ahem. */
export const squareFonts = createSource(() => SQUARE_GLYPH);

function createSource(glyphOf: (codePoint: number) => number): FontSource {
  const font = createFont(glyphOf);
  return { fallbackFontIds: [], font: (fontId) => (fontId === STAND_IN_FONT ? font : null) };
}

function createFont(glyphOf: (codePoint: number) => number): Font {
  return {
    id: STAND_IN_FONT,
    unitsPerEm: 1000,
    nominalGlyph: glyphOf,
    advance: (glyphId) => (glyphId === NARROW_GLYPH ? 0.5 : 1),
    outline: () => "",
    shape: (text, direction): ShapedRun => {
      const characters = Array.from(text);
      const offsets = new Uint32Array(characters.length);
      let offset = 0;
      characters.forEach((character, index) => {
        offsets[index] = offset;
        offset += character.length;
      });
      const glyphIds = Uint16Array.from(characters, (character) => glyphOf(character.codePointAt(0)!));
      const isVertical = direction === "vertical";
      return {
        glyphIds,
        textOffsets: offsets,
        advances: Float64Array.from(glyphIds, (glyph) => (glyph === NARROW_GLYPH && !isVertical ? 0.5 : 1)),
        xOffsets: Float64Array.from(glyphIds, (glyph) => (isVertical ? -(glyph === NARROW_GLYPH ? 0.5 : 1) / 2 : 0)),
        yOffsets: new Float64Array(characters.length).fill(isVertical ? -EM_ASCENT : 0),
      };
    },
  };
}
