import { CharacterClass } from "./characterClass";
import type { TextClusters } from "./clusters";
import { isWestern } from "./unbreakable";

/** How a cluster stands in a vertical line (CLREQ 2.3, UAX #50 with the zh overrides). */
export const Orientation = {
  /** Upright in a frame of its own, with the font's vertical glyph. */
  upright: 0,
  /** Turned clockwise, as words and longer numbers are. */
  turned: 1,
  /** A letter of a short acronym: upright, in a frame of its own. */
  cell: 2,
  /** The first of two digits that share one frame (纵中横). */
  sharedCell: 3,
  /** Set in the frame of the cluster before it. */
  inSharedCell: 4,
} as const;

const C = CharacterClass;
const LONGEST_UPRIGHT_ACRONYM = 4;

/** How each cluster of a vertical text stands. */
export function verticalOrientations(clusters: TextClusters): Uint8Array {
  const { count, codePoints, classes } = clusters;
  const orientations = new Uint8Array(count);
  let start = 0;
  while (start < count) {
    if (!isWestern(classes[start]!, codePoints[start]!)) {
      start++;
      continue;
    }
    let end = start + 1;
    while (end < count && isWestern(classes[end]!, codePoints[end]!)) end++;
    orientToken(clusters, start, end, orientations);
    start = end;
  }
  return orientations;
}

function orientToken({ codePoints, classes }: TextClusters, start: number, end: number, orientations: Uint8Array): void {
  const length = end - start;
  const isEvery = (test: (index: number) => boolean) => {
    for (let index = start; index < end; index++) if (!test(index)) return false;
    return true;
  };
  if (length <= 2 && isEvery((index) => classes[index] === C.digit)) {
    orientations[start] = length === 1 ? Orientation.cell : Orientation.sharedCell;
    if (length === 2) orientations[start + 1] = Orientation.inSharedCell;
  } else if (length <= LONGEST_UPRIGHT_ACRONYM && isEvery((index) => codePoints[index]! >= 0x41 && codePoints[index]! <= 0x5a)) {
    orientations.fill(Orientation.cell, start, end);
  } else {
    orientations.fill(Orientation.turned, start, end);
  }
}

/** The corner brackets that stand for Chinese quotes in vertical setting (GB/T 15834-2011, 5.2.3); never stored. */
const verticalQuotes: ReadonlyMap<number, string> = new Map([
  [0x201c, "『"],
  [0x201d, "』"],
  [0x2018, "「"],
  [0x2019, "」"],
]);

/** The character whose glyph is shown for a code point in vertical setting, or null for its own. */
export function verticalSubstitute(codePoint: number): string | null {
  return verticalQuotes.get(codePoint) ?? null;
}
