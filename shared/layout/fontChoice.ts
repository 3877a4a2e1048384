import type { Font, FontSource } from "../fonts/fontSource";
import { CharacterClass, isInvisible } from "../text/characterClass";
import { isSharedQuote, type TextClusters } from "../text/clusters";

/** The face whose quotes and middle dot are Chinese ones, for fonts that have Western ones only (LXGW WenKai). */
const QUOTE_FONT_ID = "NotoSerifSC-Regular";
/** A full-width frame is 1 em; a font whose glyph is clearly narrower has a proportional one. */
export const FULL_WIDTH_EM = 0.9;

const C = CharacterClass;
const MIDDLE_DOT = 0xb7;
const LEFT_QUOTE = 0x201c;

/**
 * The font that shows a cluster: the chosen one, else the first fallback that has all its characters, else null.
 * Chinese quotes and the middle dot are never taken from a font that has them narrow only.
 */
export function fontForCluster(fonts: FontSource, chosen: Font | null, clusters: TextClusters, index: number): Font | null {
  const codePoint = clusters.codePoints[index]!;
  if (codePoint === MIDDLE_DOT || (isSharedQuote(codePoint) && isChinese(clusters.classes[index]!))) {
    const wide = chosen !== null && !hasNarrowQuotes(chosen) ? chosen : wideQuoteFont(fonts);
    if (wide !== null && wide.nominalGlyph(codePoint) !== 0) return wide;
  }
  const from = clusters.offsets[index]!;
  const to = clusters.offsets[index + 1]!;
  if (chosen !== null && covers(chosen, clusters.text, from, to)) return chosen;
  for (const fontId of fonts.fallbackFontIds) {
    const font = fonts.font(fontId);
    if (font !== null && covers(font, clusters.text, from, to)) return font;
  }
  return null;
}

function isChinese(characterClass: number): boolean {
  return characterClass === C.opening || characterClass === C.closing;
}

function covers(font: Font, text: string, from: number, to: number): boolean {
  let offset = from;
  while (offset < to) {
    const codePoint = text.codePointAt(offset)!;
    if (font.nominalGlyph(codePoint) === 0 && !isInvisible(codePoint)) return false;
    offset += codePoint > 0xffff ? 2 : 1;
  }
  return true;
}

function wideQuoteFont(fonts: FontSource): Font | null {
  for (const fontId of [QUOTE_FONT_ID, ...fonts.fallbackFontIds]) {
    const font = fonts.font(fontId);
    if (font !== null && !hasNarrowQuotes(font)) return font;
  }
  return null;
}

function hasNarrowQuotes(font: Font): boolean {
  const glyph = font.nominalGlyph(LEFT_QUOTE);
  return glyph === 0 || font.advance(glyph) < FULL_WIDTH_EM;
}
