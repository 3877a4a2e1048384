/** The most UTF-16 code units that the stories of an issue may hold together. */
export const MOST_STORY_TEXT = 2_000_000;
/** The most UTF-16 code units of a title part, a caption or another short text. */
export const MOST_SHORT_TEXT = 10_000;

// Control characters have no glyph and are not allowed in XML; a surrogate without its other half is no character.
const UNSOUND = /[\p{Cc}\p{Surrogate}\ufffe\uffff]/u;
const UNSOUND_IN_LINES = /(?!\n)[\p{Cc}\p{Surrogate}\ufffe\uffff]/u;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const DROPPED = /(?!\n)[\p{Cc}\ufffe\uffff]/gu;

/** Whether a text holds nothing but characters that can be printed, on one line. */
export function isSoundText(text: string): boolean {
  return !UNSOUND.test(text);
}

/** Whether a text holds nothing but characters that can be printed, and line feeds. */
export function isSoundLines(text: string): boolean {
  return !UNSOUND_IN_LINES.test(text);
}

/**
 * Typed or pasted text as a story may hold it: line ends of all systems become line feeds, tabs become spaces, control
 * characters are dropped, and half a surrogate pair becomes U+FFFD.
 */
export function soundText(text: string): string {
  return text
    .replace(LINE_ENDS, "\n")
    .replaceAll("\t", " ")
    .replace(DROPPED, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

/** Whether an offset falls between the two halves of a surrogate pair. */
export function splitsCharacter(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
