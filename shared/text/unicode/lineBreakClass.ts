import { lineBreakData } from "./lineBreakData";
import { readRunLengths, valueAt } from "./runLengthTable";

/**
 * The classes that the rules of UAX #14 tell apart, by their names there. Beyond Line_Break: QI and QF are initial and
 * final quotation marks, XP and XA pictographs yet to be assigned (of ID and AL), DC the dotted circle, ZJ the joiner.
 */
export const LineBreakClass = {
  AK: 0, AL: 1, AP: 2, AS: 3, B2: 4, BA: 5, BB: 6, BK: 7, CB: 8, CJ: 9, CL: 10, CM: 11, CP: 12, CR: 13, DC: 14, EB: 15,
  EM: 16, EX: 17, GL: 18, H2: 19, H3: 20, HH: 21, HL: 22, HY: 23, ID: 24, IN: 25, IS: 26, JL: 27, JT: 28, JV: 29, LF: 30,
  NL: 31, NS: 32, NU: 33, OP: 34, PO: 35, PR: 36, QF: 37, QI: 38, QU: 39, RI: 40, SP: 41, SY: 42, VF: 43, VI: 44, WJ: 45,
  XA: 46, XP: 47, ZJ: 48, ZW: 49,
} as const;

/** How many classes there are. */
export const LINE_BREAK_CLASS_COUNT = 50;

const table = readRunLengths(lineBreakData, LineBreakClass);

/** The `LineBreakClass` of a code point. */
export function lineBreakClass(codePoint: number): number {
  return valueAt(table, codePoint);
}
