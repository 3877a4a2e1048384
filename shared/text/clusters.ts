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

/** The clusters of a text, with the classes that only their neighbours can settle: a single —, an apostrophe. */
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
