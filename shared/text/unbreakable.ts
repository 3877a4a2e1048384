import { CharacterClass } from "./characterClass";
import type { TextClusters } from "./clusters";

/** What holds a cluster and the next one together, whatever the level (CLREQ 3.1.5). */
export const Bond = {
  /** Nothing: the prohibition rules decide. */
  none: 0,
  /** One unit: neither a break nor added space comes between. */
  unit: 1,
  /** No break comes between, but space may. */
  glue: 2,
  /** One unit that may still be broken here: after a hyphen, at a soft point of an address. */
  softBreak: 3,
} as const;

const C = CharacterClass;

/** Units that stay with a number even across a space [house]. */
const measureUnits = new Set(
  "m km cm mm μm nm g kg mg t s ms h min L mL W kW MW GW kWh V kV A Hz kHz MHz GHz Pa kPa MPa K KB MB GB TB".split(" "),
);

/** The bond between each cluster of a text and the next one. */
export function unitBonds(clusters: TextClusters): Uint8Array {
  const bonds = new Uint8Array(clusters.count);
  bondRepeatedMarks(clusters, bonds);
  bondWesternTokens(clusters, bonds);
  bondNumbers(clusters, bonds);
  bondMarkers(clusters, bonds);
  return bonds;
}

/** How many clusters from `index` on belong to a run of ！ and ？, which GB/T 15834-2011 5.1.2 sets as one. */
export function multiMarkLength({ count, codePoints }: TextClusters, index: number): number {
  let end = index;
  while (end < count && (codePoints[end] === 0xff01 || codePoints[end] === 0xff1f)) end++;
  return end - index;
}

/** —— …… ！？: pairs stay whole; longer runs of dashes and dots split between pairs only. */
function bondRepeatedMarks(clusters: TextClusters, bonds: Uint8Array): void {
  const { count, codePoints, classes } = clusters;
  let index = 0;
  while (index < count) {
    const marks = multiMarkLength(clusters, index);
    if (marks > 1) {
      // Four or more in a row split between pairs; two and three are one unit.
      for (let step = 0; step < marks - 1; step++) bonds[index + step] = marks <= 3 || step % 2 === 0 ? Bond.unit : Bond.glue;
      index += marks;
      continue;
    }
    const isPairing = classes[index] === C.dash || classes[index] === C.ellipsis;
    let end = index + 1;
    if (isPairing) {
      while (end < count && codePoints[end] === codePoints[index]) end++;
      for (let inner = index; inner < end - 1; inner++) {
        const isInsidePair = (inner - index) % 2 === 0;
        const leavesOneOver = inner === end - 2;
        if (isInsidePair || leavesOneOver) bonds[inner] = Bond.unit;
      }
    }
    index = end;
  }
}

/** Whether a cluster can be part of a Western word, number or address. */
export function isWestern(characterClass: number, codePoint: number): boolean {
  switch (characterClass) {
    case C.letter:
    case C.digit:
    case C.westernStop:
    case C.westernOpening:
    case C.westernClosing:
    case C.westernSign:
    case C.hyphen:
      return true;
    case C.solidus:
    case C.prefix:
    case C.postfix:
      return codePoint < 0x2000;
    default:
      return false;
  }
}

/** Words, numbers, addresses: whole, but for hyphens between letters and the soft points of addresses. */
function bondWesternTokens(clusters: TextClusters, bonds: Uint8Array): void {
  const { text, count, offsets, codePoints, classes } = clusters;
  let start = 0;
  while (start < count) {
    if (!isWestern(classes[start]!, codePoints[start]!)) {
      start++;
      continue;
    }
    let end = start + 1;
    while (end < count && isWestern(classes[end]!, codePoints[end]!)) end++;
    if (end - start > 1) {
      const token = text.slice(offsets[start]!, offsets[end]!);
      if (isAddress(token)) bondAddress(clusters, start, end, bonds);
      else bondToken(clusters, start, end, bonds);
    }
    start = end;
  }
}

function bondToken({ classes }: TextClusters, start: number, end: number, bonds: Uint8Array): void {
  let body = start;
  // A Western stop or bracket typed where a Chinese one was meant (刊号:CN44-0146) does not glue what follows it.
  while (body < end - 1 && start > 0 && (classes[body] === C.westernStop || classes[body] === C.westernClosing)) body++;
  for (let index = body; index < end - 1; index++) {
    const isHyphenation = classes[index] === C.hyphen && index > start && classes[index - 1] === C.letter && classes[index + 1] === C.letter;
    bonds[index] = isHyphenation ? Bond.softBreak : Bond.unit;
  }
}

function isAddress(token: string): boolean {
  return token.includes("://") || token.includes("@") || token.startsWith("www.");
}

/** Soft points after / ? & = # . - [house], but not at an address's last character nor between two such signs. */
function bondAddress({ codePoints }: TextClusters, start: number, end: number, bonds: Uint8Array): void {
  for (let index = start; index < end - 1; index++) {
    const isSoftPoint = isAddressSign(codePoints[index]!) && !isAddressSign(codePoints[index + 1]!) && index < end - 2;
    bonds[index] = isSoftPoint ? Bond.softBreak : Bond.unit;
  }
}

function isAddressSign(codePoint: number): boolean {
  return codePoint < 0x80 && "/?&=#.-:".includes(String.fromCharCode(codePoint));
}

/** Numbers with the signs and units that belong to them (UAX #14 LB25, JLREQ cl-12 and cl-13). */
function bondNumbers({ text, count, offsets, codePoints, classes }: TextClusters, bonds: Uint8Array): void {
  for (let index = 0; index < count - 1; index++) {
    const isNumber = classes[index] === C.digit || isFullWidthDigit(codePoints[index]!);
    const isNextNumber = classes[index + 1] === C.digit || isFullWidthDigit(codePoints[index + 1]!);
    if (isNumber && classes[index + 1] === C.postfix) bonds[index] = Bond.unit;
    if (classes[index] === C.prefix && isNextNumber) bonds[index] = Bond.unit;
    if (classes[index] === C.digit && classes[index + 1] === C.space && index + 2 < count) {
      let end = index + 2;
      while (end < count && classes[end] === C.letter) end++;
      if (measureUnits.has(text.slice(offsets[index + 2]!, offsets[end]!))) bonds[index + 1] = Bond.glue;
    }
  }
}

function isFullWidthDigit(codePoint: number): boolean {
  return codePoint >= 0xff10 && codePoint <= 0xff19;
}

/** ■ and its like stay with what they mark, a space between them included [house]. */
function bondMarkers({ count, classes }: TextClusters, bonds: Uint8Array): void {
  for (let index = 0; index < count - 1; index++) {
    if (classes[index] !== C.marker) continue;
    bonds[index] = Bond.glue;
    if (classes[index + 1] === C.space) bonds[index + 1] = Bond.glue;
  }
}
