import { LineBreak, lineBreaks } from "../../text/unicode/lineBreaks";
import { areEqual, isNumberList, readCodePoint, verdictOf, type VectorRecord, type Verdict } from "./vectorFields";

/** Judges a vector of `uax14`: the default breaks are exactly those listed, the end among them. */
export function judgeDefaultBreaks(vector: VectorRecord): Verdict | null {
  const { cps, breaks } = vector;
  if (!Array.isArray(cps) || !isNumberList(breaks)) return null;
  const codePoints: number[] = [];
  for (const hex of cps) {
    const codePoint = readCodePoint(hex);
    if (codePoint === null) return null;
    codePoints.push(codePoint);
  }
  const found: number[] = [];
  lineBreaks(codePoints).forEach((flag, offset) => {
    if (flag !== LineBreak.forbidden) found.push(offset);
  });
  return verdictOf(areEqual(found, breaks));
}
