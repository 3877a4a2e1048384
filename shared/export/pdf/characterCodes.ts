import type { GlyphRun } from "../../display/displayList";

/** One code of a font in the file: a glyph standing for certain characters. */
export interface CharacterCode {
  /** The CID, from 1. */
  readonly cid: number;
  readonly glyphId: number;
  readonly text: string;
  /**
   * Which of the font's dictionaries has it: 0 but for the second and further texts of one glyph of a CFF program, since
   * MuPDF asks what a CID stands for, not what a code does, and the CIDs of such a program are its glyphs'.
   */
  readonly layer: number;
}

/**
 * The codes of one font: one for each pair of glyph and text, numbered in the order of first use. A glyph that serves
 * several characters has several codes, so that reading the file gives back exactly what was written.
 */
export interface CharacterCodes {
  codeOf(glyphId: number, text: string): CharacterCode;
  readonly codes: readonly CharacterCode[];
}

/** An empty table of codes; `sharesGlyphs` where a glyph's codes need dictionaries of their own. */
export function createCharacterCodes(sharesGlyphs: boolean): CharacterCodes {
  const codes: CharacterCode[] = [];
  const byGlyph = new Map<number, CharacterCode[]>();
  return {
    codes,
    codeOf: (glyphId, text) => {
      const ofGlyph = byGlyph.get(glyphId);
      const known = ofGlyph?.find((code) => code.text === text);
      if (known !== undefined) return known;
      const made = { cid: codes.length + 1, glyphId, text, layer: sharesGlyphs ? (ofGlyph?.length ?? 0) : 0 };
      codes.push(made);
      if (ofGlyph === undefined) byGlyph.set(glyphId, [made]);
      else ofGlyph.push(made);
      return made;
    },
  };
}

/**
 * The characters a glyph of a run stands for. Several glyphs for one stretch of text have a character each, in order, the
 * last of them what is left; where there are more glyphs than characters, the others stand for nothing.
 */
export function textOfGlyph(run: GlyphRun, index: number): string {
  const { textOffsets, text } = run;
  const from = textOffsets[index]!;
  let first = index;
  while (first > 0 && textOffsets[first - 1] === from) first--;
  let next = index + 1;
  while (next < textOffsets.length && textOffsets[next] === from) next++;
  const to = next < textOffsets.length ? textOffsets[next]! : text.length;
  // What stands before the first glyph without one of its own is read with it.
  const whole = text.slice(first === 0 ? 0 : from, to);
  if (next - first === 1) return whole;
  const characters = Array.from(whole);
  return index === next - 1 ? characters.slice(index - first).join("") : (characters[index - first] ?? "");
}
