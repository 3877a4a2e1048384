import { cssLineBreaks } from "../../text/unicode/cssLineBreaks";
import { fitLines, standInWidth } from "./firstFit";
import { areEqual, codePointsOf, isNumberList, isOneOf, isPositive, isStringList, verdictOf, type VectorRecord, type Verdict } from "./vectorFields";

const modes = ["allow-end", "force-end", "none"] as const;

/**
 * Judges a vector of `hanging-punctuation`: lines, and marks past their ends. In lines set flush left `allow-end` and
 * `force-end` do the same. A box measured in glyphs has glyphs of one width.
 */
export function judgeHanging({ text, locale, mode, boxWidthEm, boxWidthGlyphs, lines, hungOffsets }: VectorRecord): Verdict | null {
  if (typeof text !== "string" || typeof locale !== "string" || typeof mode !== "string" || !isStringList(lines) || !isNumberList(hungOffsets)) return null;
  if (!isOneOf(modes, mode)) return "unsupported";
  const boxWidth = boxWidthEm ?? boxWidthGlyphs;
  if (!isPositive(boxWidth)) return null;
  const codePoints = codePointsOf(text);
  const widths = codePoints.map((codePoint) => (boxWidthEm === null ? 1 : standInWidth(codePoint)));
  const breaks = cssLineBreaks(codePoints, { level: "auto", wordBreak: "normal", locale });
  const set = fitLines({ codePoints, widths, breaks, boxWidth, hangs: mode !== "none" });
  return verdictOf(areEqual(set.lines, lines) && areEqual(set.hung, hungOffsets));
}
