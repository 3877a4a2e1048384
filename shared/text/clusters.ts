import { CharacterClass, characterClass, type CharacterClassId } from "./characterClass";
import { graphemeOffsets } from "./graphemes";

/** A text as the line engine reads it: its grapheme clusters with their classes, in parallel arrays. */
export interface TextClusters {
  readonly text: string;
  readonly count: number;
  /** Where each cluster begins (UTF-16), then the text's length. */
  readonly offsets: Uint32Array;
  /** The first code point of each cluster, which stands for all of it. */
  readonly codePoints: Uint32Array;
  /** The class of each cluster among its neighbours. */
  readonly classes: Uint8Array;
}

const C = CharacterClass;
const DOUBLE_DASH = 0x2e3a;
const FULL_STOP = 0x2e;
const MINUS = 0x2212;
const FULL_WIDTH_MINUS = 0xff0d;
const DEGREE = "度".charCodeAt(0);

/** The clusters of a text, with the classes that only their neighbours can settle: a single —, a minus, an apostrophe. */
export function readClusters(text: string): TextClusters {
  const offsets = graphemeOffsets(text);
  const count = offsets.length - 1;
  const codePoints = new Uint32Array(count);
  const classes = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const codePoint = text.codePointAt(offsets[index]!)!;
    codePoints[index] = codePoint;
    classes[index] = characterClass(codePoint);
  }
  const clusters = { text, count, offsets, codePoints, classes };
  settleDashes(clusters);
  settleMinuses(clusters);
  settleQuotes(clusters);
  return clusters;
}

/** The class of a cluster, typed. */
export function classAt(clusters: TextClusters, index: number): CharacterClassId {
  // The array is filled from `characterClass` alone, which the array type cannot say.
  return clusters.classes[index] as CharacterClassId;
}

/** Whether a code point is one of ‘ ’ “ ”, which Chinese and Western text share. */
export function isSharedQuote(codePoint: number): boolean {
  return codePoint === 0x2018 || codePoint === 0x2019 || codePoint === 0x201c || codePoint === 0x201d;
}

/** A single — is a connector (一字线), two are a dash (GB/T 15834-2011, 5.1.4 and 5.1.6). */
function settleDashes({ count, codePoints, classes }: TextClusters): void {
  for (let index = 0; index < count; index++) {
    if (classes[index] !== C.dash || codePoints[index] === DOUBLE_DASH) continue;
    const isAlone = codePoints[index - 1] !== codePoints[index] && codePoints[index + 1] !== codePoints[index];
    if (isAlone) classes[index] = C.connector;
  }
}

/**
 * A minus before a number is its sign, as ± is (UAX #14 LB25), unless it stands behind another number or a word. － connects
 * as well (沪－6), so it is taken for a sign only where ℃, % or 度 follows the number (气温－6℃).
 */
function settleMinuses({ count, codePoints, classes }: TextClusters): void {
  for (let index = 0; index < count - 1; index++) {
    if (codePoints[index] !== MINUS && codePoints[index] !== FULL_WIDTH_MINUS) continue;
    const before = index === 0 ? C.space : classes[index - 1];
    if (classes[index + 1] !== C.digit || before === C.digit || before === C.letter || before === C.postfix) continue;
    let end = index + 1;
    while (end < count && (classes[end] === C.digit || codePoints[end] === FULL_STOP)) end++;
    if (codePoints[index] === MINUS || classes[end] === C.postfix || codePoints[end] === DEGREE) classes[index] = C.prefix;
  }
}

/** A quote inside Western text is Western: an apostrophe between letters, quotes between spaces and letters. */
function settleQuotes({ count, codePoints, classes }: TextClusters): void {
  for (let index = 1; index < count - 1; index++) {
    const codePoint = codePoints[index]!;
    if (!isSharedQuote(codePoint)) continue;
    const before = classes[index - 1];
    const after = classes[index + 1];
    if (before === C.letter && after === C.letter) {
      classes[index] = C.letter;
    } else if (codePoints[index - 1]! < 0x80 && codePoints[index + 1]! < 0x80 && (before === C.letter || after === C.letter)) {
      classes[index] = codePoint === 0x2018 || codePoint === 0x201c ? C.westernOpening : C.westernClosing;
    }
  }
}
