import { Break } from "../breakOpportunities";
import { BreakKind } from "../breakKind";
import { CharacterClass } from "../characterClass";
import type { TextClusters } from "../clusters";
import { dividePoints } from "./dividePoints";

const C = CharacterClass;
const SOFT_HYPHEN = 0xad;
const LEAST_LETTERS = 5;
/** Small letters, or one capital before them: acronyms and names of products (TypeScript) stay whole [house]. */
const dividable = /^[A-Za-z][a-z]+$/;

/** Lets lines end inside Latin words, in place: behind each soft hyphen, and where the patterns of English divide words without one. */
export function settleHyphens(clusters: TextClusters, breaks: Uint8Array, kinds: Uint8Array): void {
  const { text, count, offsets, classes, codePoints } = clusters;
  for (let start = 0; start < count; start++) {
    if (!isWordPart(clusters, start)) continue;
    let end = start + 1;
    let hasSoftHyphen = codePoints[start] === SOFT_HYPHEN;
    for (; end < count && isWordPart(clusters, end); end++) {
      if (codePoints[end] !== SOFT_HYPHEN) continue;
      hasSoftHyphen = true;
      if (end > start && end + 1 < count && classes[end + 1] === C.letter) divide(end, breaks, kinds);
    }
    const word = text.slice(offsets[start], offsets[end]);
    const isWhole = !joinsWord(clusters, start - 1, start - 2) && !joinsWord(clusters, end, end + 1);
    if (!hasSoftHyphen && isWhole && end - start >= LEAST_LETTERS && word.length === end - start && dividable.test(word)) {
      for (const point of dividePoints(word.toLowerCase())) divide(start + point - 1, breaks, kinds);
    }
    start = end - 1;
  }
}

function isWordPart({ classes, codePoints }: TextClusters, index: number): boolean {
  return classes[index] === C.letter || codePoints[index] === SOFT_HYPHEN;
}

/** Whether a neighbour makes a word part of something larger that is not divided: an address, a number, a compound. */
function joinsWord({ classes }: TextClusters, neighbour: number, beyond: number): boolean {
  switch (classes[neighbour]) {
    case C.digit:
    case C.westernSign:
    case C.hyphen:
    case C.solidus:
      return true;
    case C.westernStop:
      // The dot of a name on the net, not the end of a sentence.
      return classes[beyond] === C.letter || classes[beyond] === C.digit || classes[beyond] === C.solidus;
    default:
      return false;
  }
}

function divide(index: number, breaks: Uint8Array, kinds: Uint8Array): void {
  breaks[index] = Break.allowed;
  kinds[index] = BreakKind.hyphen;
}
