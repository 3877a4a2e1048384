import { verticalOrientationProperty, type VerticalOrientationValue } from "../../text/unicode/verticalOrientationProperty";
import { isOneOf, readCodePoint, verdictOf, type VectorRecord, type Verdict } from "./vectorFields";

const values: readonly VerticalOrientationValue[] = ["R", "Tr", "Tu", "U"];

/** Judges a vector of `vertical-orientation`: the property of UAX #50, before any Chinese override. */
export function judgeOrientation({ cp, vo }: VectorRecord): Verdict | null {
  const codePoint = readCodePoint(cp);
  if (codePoint === null || !isOneOf(values, vo)) return null;
  return verdictOf(verticalOrientationProperty(codePoint) === vo);
}
