import { isEastAsian } from "./eastAsianWidth";
import { LINE_BREAK_CLASS_COUNT, LineBreakClass, lineBreakClass } from "./lineBreakClass";

/** What UAX #14 says of a place between two characters. */
export const LineBreak = { forbidden: 0, allowed: 1, mandatory: 2 } as const;

type Decision = (typeof LineBreak)[keyof typeof LineBreak] | null;

/** A text as the rules read it: each character with the combining marks it carries (LB9), in parallel arrays. */
interface Units {
  readonly count: number;
  readonly classes: Uint8Array;
  /** 1 where the character is East Asian. */
  readonly eastAsian: Uint8Array;
  /** 1 where the last code point is a zero width joiner. */
  readonly joins: Uint8Array;
  /** Where each unit begins, in code points. */
  readonly starts: Uint32Array;
}

const C = LineBreakClass;
const { forbidden, allowed, mandatory } = LineBreak;

const hardBreaks = setOf(C.BK, C.CR, C.LF, C.NL);
/** Those that carry no combining marks (LB9). */
const bare = setOf(C.BK, C.CR, C.LF, C.NL, C.SP, C.ZW);
const quotes = setOf(C.QU, C.QI, C.QF);
const letters = setOf(C.AL, C.HL, C.DC, C.XA);
const hyphens = setOf(C.HY, C.HH);
const beforeInitialQuote = setOf(C.BK, C.CR, C.LF, C.NL, C.OP, C.QU, C.QI, C.QF, C.GL, C.SP, C.ZW);
const afterFinalQuote = setOf(
  C.SP, C.GL, C.WJ, C.CL, C.QU, C.QI, C.QF, C.CP, C.EX, C.IS, C.SY, C.BK, C.CR, C.LF, C.NL, C.ZW,
);
const beforeWordHyphen = setOf(C.BK, C.CR, C.LF, C.NL, C.SP, C.ZW, C.CB, C.GL);
const neverStart = setOf(C.CL, C.CP, C.EX, C.SY);
const afterAnything = setOf(C.BA, C.HH, C.HY, C.NS, C.CJ);
const ideographs = setOf(C.ID, C.XP, C.EB, C.EM);
const aksaras = setOf(C.AK, C.AS, C.DC);
const jamo = setOf(C.JL, C.JV, C.JT, C.H2, C.H3);

function setOf(...classes: readonly number[]): Uint8Array {
  const set = new Uint8Array(LINE_BREAK_CLASS_COUNT);
  for (const member of classes) set[member] = 1;
  return set;
}

/** Whether a set holds a class; outside the text (undefined) none does. */
function isIn(set: Uint8Array, member: number | undefined): boolean {
  return member !== undefined && set[member] === 1;
}

/** The `LineBreakClass` of each code point. */
export function lineBreakClasses(codePoints: readonly number[]): Uint8Array {
  return Uint8Array.from(codePoints, lineBreakClass);
}

/**
 * For each offset of a text in code points, 0 and the end included, the `LineBreak` before it: the default rules LB2 to
 * LB31 of UAX #14, Unicode 18. Other classes than the characters' own make a tailoring.
 */
export function lineBreaks(codePoints: readonly number[], classes = lineBreakClasses(codePoints)): Uint8Array {
  const units = readUnits(codePoints, classes);
  const breaks = new Uint8Array(codePoints.length + 1);
  for (let right = 1; right < units.count; right++) breaks[units.starts[right]!] = decide(units, right);
  // LB3.
  breaks[codePoints.length] = mandatory;
  return breaks;
}

function readUnits(codePoints: readonly number[], classes: Uint8Array): Units {
  const unitClasses = new Uint8Array(codePoints.length);
  const eastAsian = new Uint8Array(codePoints.length);
  const joins = new Uint8Array(codePoints.length);
  const starts = new Uint32Array(codePoints.length);
  let count = 0;
  for (let index = 0; index < codePoints.length; index++) {
    const own = classes[index]!;
    const isMark = own === C.CM || own === C.ZJ;
    const isCarried = isMark && count > 0 && !isIn(bare, unitClasses[count - 1]);
    if (!isCarried) {
      // LB10: a mark that nothing carries is a letter.
      unitClasses[count] = isMark ? C.AL : own;
      eastAsian[count] = isEastAsian(codePoints[index]!) ? 1 : 0;
      starts[count] = index;
      count++;
    }
    joins[count - 1] = own === C.ZJ ? 1 : 0;
  }
  return { count, classes: unitClasses.subarray(0, count), eastAsian, joins, starts };
}

function decide(units: Units, right: number): number {
  return (
    decideHardBreaks(units, right) ??
    decideMarks(units, right) ??
    decideQuotes(units, right) ??
    decideHyphens(units, right) ??
    decideNumbers(units, right) ??
    decideScripts(units, right) ??
    // LB31.
    allowed
  );
}

/** LB4 to LB12a: line feeds, spaces, joiners. */
function decideHardBreaks({ classes, joins }: Units, right: number): Decision {
  const left = right - 1;
  const a = classes[left]!;
  const b = classes[right]!;
  if (a === C.CR && b === C.LF) return forbidden;
  if (isIn(hardBreaks, a)) return mandatory;
  if (isIn(hardBreaks, b) || b === C.SP || b === C.ZW) return forbidden;
  if (classes[lastVisible(classes, left)] === C.ZW) return allowed;
  if (joins[left] === 1 || a === C.WJ || b === C.WJ || a === C.GL) return forbidden;
  // BA has held no hyphens since Unicode 18, and a dash stays with the no-break space after it.
  if (b === C.GL && a !== C.SP && !isIn(hyphens, a)) return forbidden;
  return null;
}

/** LB13 to LB18: marks that stay with what they open or close, across spaces too. */
function decideMarks({ count, classes }: Units, right: number): Decision {
  const left = right - 1;
  const a = classes[left]!;
  const b = classes[right]!;
  const visible = lastVisible(classes, left);
  const before = classes[visible];
  if (isIn(neverStart, b) || before === C.OP) return forbidden;
  if (before === C.QI && (visible === 0 || isIn(beforeInitialQuote, classes[visible - 1]))) return forbidden;
  if (b === C.QF && (right === count - 1 || isIn(afterFinalQuote, classes[right + 1]))) return forbidden;
  if (b === C.IS) return a === C.SP && classes[right + 1] === C.NU ? allowed : forbidden;
  if ((before === C.CL || before === C.CP) && (b === C.NS || b === C.CJ)) return forbidden;
  if (before === C.B2 && b === C.B2) return forbidden;
  return a === C.SP ? allowed : null;
}

/** LB19 and LB19a: quotation marks, which may open or close, but for those between East Asian characters. */
function decideQuotes({ count, classes, eastAsian }: Units, right: number): Decision {
  const left = right - 1;
  const a = classes[left]!;
  const b = classes[right]!;
  if (b === C.QU || b === C.QF || a === C.QU || a === C.QI) return forbidden;
  if (isIn(quotes, b) && (eastAsian[left] === 0 || right === count - 1 || eastAsian[right + 1] === 0)) return forbidden;
  if (isIn(quotes, a) && (eastAsian[right] === 0 || left === 0 || eastAsian[left - 1] === 0)) return forbidden;
  return null;
}

/** LB20 to LB22: hyphens and what else stays with the character before it. */
function decideHyphens({ classes }: Units, right: number): Decision {
  const left = right - 1;
  const a = classes[left]!;
  const b = classes[right]!;
  if (a === C.CB || b === C.CB) return allowed;
  if (isIn(hyphens, a) && isIn(letters, b) && (left === 0 || isIn(beforeWordHyphen, classes[left - 1]))) return forbidden;
  if (isIn(afterAnything, b) || a === C.BB) return forbidden;
  if (isIn(hyphens, a) && classes[left - 1] === C.HL && b !== C.HL) return forbidden;
  if (a === C.SY && b === C.HL) return forbidden;
  return b === C.IN ? forbidden : null;
}

/** LB23 to LB25: numbers and their signs. */
function decideNumbers({ classes }: Units, right: number): Decision {
  const left = right - 1;
  const a = classes[left]!;
  const b = classes[right]!;
  const isSignBefore = a === C.PR || a === C.PO;
  const isSignAfter = b === C.PR || b === C.PO;
  if ((isIn(letters, a) && b === C.NU) || (a === C.NU && isIn(letters, b))) return forbidden;
  if ((a === C.PR && isIn(ideographs, b)) || (isIn(ideographs, a) && b === C.PO)) return forbidden;
  if ((isSignBefore && isIn(letters, b)) || (isIn(letters, a) && isSignAfter)) return forbidden;
  if (isSignAfter) {
    const end = a === C.CL || a === C.CP ? left - 1 : left;
    if (endsNumber(classes, end)) return forbidden;
  }
  if (isSignBefore && b === C.OP) {
    const number = classes[right + 1] === C.IS ? right + 2 : right + 1;
    if (classes[number] === C.NU) return forbidden;
  }
  if (b !== C.NU) return null;
  return isSignBefore || a === C.HY || a === C.IS || endsNumber(classes, left) ? forbidden : null;
}

/** LB26 to LB30b: syllables, words, flags and emoji. */
function decideScripts(units: Units, right: number): Decision {
  const { classes, eastAsian } = units;
  const left = right - 1;
  const a = classes[left]!;
  const b = classes[right]!;
  if (a === C.JL && (b === C.JL || b === C.JV || b === C.H2 || b === C.H3)) return forbidden;
  if ((a === C.JV || a === C.H2) && (b === C.JV || b === C.JT)) return forbidden;
  if ((a === C.JT || a === C.H3) && b === C.JT) return forbidden;
  if ((isIn(jamo, a) && b === C.PO) || (a === C.PR && isIn(jamo, b))) return forbidden;
  if (isIn(letters, a) && isIn(letters, b)) return forbidden;
  if (continuesAksara(classes, right)) return forbidden;
  if (a === C.IS && isIn(letters, b)) return forbidden;
  if ((isIn(letters, a) || a === C.NU) && b === C.OP && eastAsian[right] === 0) return forbidden;
  if (a === C.CP && eastAsian[left] === 0 && (isIn(letters, b) || b === C.NU)) return forbidden;
  if (a === C.RI && b === C.RI && flagsBefore(classes, right) % 2 === 1) return forbidden;
  return (a === C.EB || a === C.XP || a === C.XA) && b === C.EM ? forbidden : null;
}

/** LB28a: the orthographic syllables of Brahmic scripts. */
function continuesAksara(classes: Uint8Array, right: number): boolean {
  const left = right - 1;
  const a = classes[left]!;
  const b = classes[right]!;
  if (a === C.AP) return isIn(aksaras, b);
  if (isIn(aksaras, a) && (b === C.VF || b === C.VI)) return true;
  if (a === C.VI && isIn(aksaras, classes[left - 1])) return b === C.AK || b === C.DC;
  return isIn(aksaras, a) && isIn(aksaras, b) && classes[right + 1] === C.VF;
}

/** The last unit at or before one that is no space, -1 where there is none. */
function lastVisible(classes: Uint8Array, from: number): number {
  let index = from;
  while (index >= 0 && classes[index] === C.SP) index--;
  return index;
}

/** Whether a number ends at a unit: digits, then any of its separators. */
function endsNumber(classes: Uint8Array, end: number): boolean {
  let index = end;
  while (index >= 0 && (classes[index] === C.SY || classes[index] === C.IS)) index--;
  return classes[index] === C.NU;
}

/** How many regional indicators stand in a row before a unit. */
function flagsBefore(classes: Uint8Array, right: number): number {
  let index = right;
  while (classes[index - 1] === C.RI) index--;
  return right - index;
}
