import { eastAsianWidthData } from "./eastAsianWidthData";
import { readRunLengths, valueAt } from "./runLengthTable";

/** East_Asian_Width (UAX #11); `N` is narrow and neutral alike. */
export const EastAsianWidth = { N: 0, A: 1, F: 2, H: 3, W: 4 } as const;

const table = readRunLengths(eastAsianWidthData, EastAsianWidth);

/** The `EastAsianWidth` of a code point. */
export function eastAsianWidth(codePoint: number): number {
  return valueAt(table, codePoint);
}

/** Whether UAX #14 calls a character East Asian: full-width, wide or half-width. */
export function isEastAsian(codePoint: number): boolean {
  return eastAsianWidth(codePoint) >= EastAsianWidth.F;
}

/** Whether a character is a square one among Han: full-width, wide or ambiguous. */
export function isSquareAmongHan(codePoint: number): boolean {
  const width = eastAsianWidth(codePoint);
  return width === EastAsianWidth.F || width === EastAsianWidth.W || width === EastAsianWidth.A;
}
