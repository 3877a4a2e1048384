import { readRunLengths, valueAt } from "./runLengthTable";
import { verticalOrientationData } from "./verticalOrientationData";

/** How UAX #50 says a character stands in a vertical line: U upright, R turned, Tu and Tr by a glyph of its own, else U or R. */
export type VerticalOrientationValue = "R" | "Tr" | "Tu" | "U";

const names: readonly VerticalOrientationValue[] = ["R", "Tr", "Tu", "U"];
const table = readRunLengths(verticalOrientationData, { R: 0, Tr: 1, Tu: 2, U: 3 });

/** Vertical_Orientation of a code point, without the Chinese overrides that `verticalOrientations` knows. */
export function verticalOrientationProperty(codePoint: number): VerticalOrientationValue {
  return names[valueAt(table, codePoint)] ?? "R";
}
