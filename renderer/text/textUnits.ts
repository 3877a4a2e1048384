/** A stretch of a text, in UTF-16 code units, half-open. */
export interface TextStretch {
  readonly from: number;
  readonly to: number;
}

const words = new Intl.Segmenter("zh-Hans", { granularity: "word" });
const characters = new Intl.Segmenter("zh-Hans", { granularity: "grapheme" });

/** The word that a place lies in or before; the whole text where it is empty. */
export function wordAround(text: string, offset: number): TextStretch {
  const word = words.segment(text).containing(Math.min(offset, Math.max(0, text.length - 1)));
  return word === undefined ? { from: 0, to: text.length } : { from: word.index, to: word.index + word.segment.length };
}

/** The whole of a paragraph. */
export function paragraphAround(text: string): TextStretch {
  return { from: 0, to: text.length };
}

/** The place one character (as its reader sees one) further on or back; the end of the text at its end. */
export function nextCharacter(text: string, offset: number, step: 1 | -1): number {
  if (step === 1) {
    const character = offset < text.length ? characters.segment(text).containing(offset) : undefined;
    return character === undefined ? text.length : character.index + character.segment.length;
  }
  const character = offset > 0 ? characters.segment(text).containing(offset - 1) : undefined;
  return character === undefined ? 0 : character.index;
}
