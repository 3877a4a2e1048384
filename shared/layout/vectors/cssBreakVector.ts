import { cssLineBreaks, type CssLineBreakLevel } from "../../text/unicode/cssLineBreaks";
import { fitLines, standInWidth } from "./firstFit";
import { areEqual, codePointsOf, isOneOf, isPositive, isStringList, verdictOf, type VectorRecord, type Verdict } from "./vectorFields";

const levels: readonly CssLineBreakLevel[] = ["auto", "loose", "normal", "strict"];
const wordBreaks = ["normal", "break-all"] as const;

/**
 * Judges a vector of `line-break`: the lines that `line-break` and `word-break` of CSS make in the box. Those in dispute
 * and those without a box in em, which are prose for people, are left out.
 */
export function judgeCssBreaks(vector: VectorRecord): Verdict | null {
  const { text, level, locale, boxWidthEm, lines } = vector;
  const wordBreak = vector["wordBreak"] ?? "normal";
  if (typeof text !== "string" || typeof locale !== "string" || !isOneOf(levels, level)) return null;
  if ("disputed" in vector || boxWidthEm === undefined || boxWidthEm === null) return "excluded";
  if (!isPositive(boxWidthEm) || !isStringList(lines)) return null;
  if (!isOneOf(wordBreaks, wordBreak)) return "unsupported";
  const codePoints = codePointsOf(text);
  const set = fitLines({
    codePoints,
    widths: codePoints.map(standInWidth),
    breaks: cssLineBreaks(codePoints, { level, locale, wordBreak }),
    boxWidth: boxWidthEm,
  });
  return verdictOf(areEqual(set, lines));
}
