import type { Size } from "../geometry/rect";
import { mm, type Pt, storedLength, toMm } from "../geometry/units";
import { fail, ok, type Result } from "../result";
import type { NewspaperGrid } from "./document";
import { linesHeight } from "./gridGeometry";

/** One step of a table of Chinese type sizes (号). */
export interface NamedTypeSize {
  /** Without 号: 五, 小五, 初. */
  readonly name: string;
  readonly size: Pt;
}

/** The sizes of metal type as newspapers keep them, 小初 and 二 by the worked example of newspaper headlines. */
export const newspaperTypeSizes: readonly NamedTypeSize[] = [
  { name: "初", size: 42 },
  { name: "小初", size: 30 },
  { name: "一", size: 27.5 },
  { name: "小一", size: 24 },
  { name: "二", size: 21 },
  { name: "小二", size: 18 },
  { name: "三", size: 15.75 },
  { name: "四", size: 13.75 },
  { name: "小四", size: 12 },
  { name: "五", size: 10.5 },
  { name: "小五", size: 9 },
  { name: "六", size: 7.875 },
  { name: "七", size: 5.25 },
];

/** The sizes of the same names in office programs. */
export const wordTypeSizes: readonly NamedTypeSize[] = [
  { name: "初", size: 42 },
  { name: "小初", size: 36 },
  { name: "一", size: 26 },
  { name: "小一", size: 24 },
  { name: "二", size: 22 },
  { name: "小二", size: 18 },
  { name: "三", size: 16 },
  { name: "小三", size: 15 },
  { name: "四", size: 14 },
  { name: "小四", size: 12 },
  { name: "五", size: 10.5 },
  { name: "小五", size: 9 },
  { name: "六", size: 7.5 },
  { name: "小六", size: 6.5 },
  { name: "七", size: 5.5 },
  { name: "八", size: 5 },
];

/** What a length can be typed or shown in; a character is an em of body text, a line its pitch. */
export type LengthUnit = "mm" | "cm" | "pt" | "character" | "line";

/** What reading and showing a length depends on. */
export interface LengthContext {
  /** The unit of a plain number. */
  readonly unit: LengthUnit;
  readonly grid: Pick<NewspaperGrid, "bodySize" | "pitch">;
  readonly typeSizes: readonly NamedTypeSize[];
}

/** Why a typed length was not understood. */
export interface LengthProblem {
  readonly code: "not-a-length" | "unknown-unit" | "length-too-large";
}

const UNIT_NAMES: ReadonlyMap<string, LengthUnit> = new Map([
  ["mm", "mm"],
  ["毫米", "mm"],
  ["cm", "cm"],
  ["厘米", "cm"],
  ["pt", "pt"],
  ["点", "pt"],
  ["磅", "pt"],
  ["字", "character"],
  ["行", "line"],
]);
const MOST = 100_000;

/**
 * The length that was typed into a field, rounded to 0.001 pt: `12mm`, `9pt`, `小五`, `五号`, `3字`, `2行`, or a plain
 * number in the field's own unit. Full-width digits and points count as half-width ones.
 */
export function parseLength(text: string, context: LengthContext): Result<Pt, LengthProblem> {
  const typed = halfWidth(text).replace(/\s/g, "").toLowerCase();
  const named = context.typeSizes.find((entry) => entry.name === typed || `${entry.name}号` === typed);
  if (named !== undefined) return ok(named.size);
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(.*)$/.exec(typed);
  if (match === null) return fail({ code: "not-a-length" });
  const unit = match[2] === "" ? context.unit : UNIT_NAMES.get(match[2] ?? "");
  if (unit === undefined) return fail({ code: "unknown-unit" });
  const length = storedLength(Number(match[1]) * unitLength(unit, context.grid));
  // Adding 0 makes 0 of −0.
  return Math.abs(length) <= MOST ? ok(length + 0) : fail({ code: "length-too-large" });
}

/** The size of so many characters by lines, such as `18字x24行`: the last line has no gap below it. */
export function parseGridSize(text: string, grid: NewspaperGrid): Result<Size, LengthProblem> {
  const match = /^(\d{1,4}(?:\.\d+)?)字?[x×*](\d{1,4})行?$/.exec(halfWidth(text).replace(/\s/g, "").toLowerCase());
  if (match === null || Number(match[2]) === 0) return fail({ code: "not-a-length" });
  return ok({
    width: storedLength(Number(match[1]) * grid.bodySize),
    height: storedLength(linesHeight(grid, Number(match[2]))),
  });
}

/** A length as a number of a unit, with at most so many decimals and no needless zeros. */
export function formatLength(length: Pt, unit: LengthUnit, grid: LengthContext["grid"], decimals = 2): string {
  return decimal(unit === "mm" ? toMm(length) : length / unitLength(unit, grid), decimals);
}

/** A type size by its name, such as 小五, or in points where the table has no name for it, such as 9.25pt. */
export function formatTypeSize(size: Pt, typeSizes: readonly NamedTypeSize[]): string {
  const named = typeSizes.find((entry) => storedLength(entry.size) === storedLength(size));
  return named === undefined ? `${decimal(size, 3)}pt` : named.name;
}

function unitLength(unit: LengthUnit, grid: LengthContext["grid"]): Pt {
  switch (unit) {
    case "mm":
      return mm(1);
    case "cm":
      return mm(10);
    case "pt":
      return 1;
    case "character":
      return grid.bodySize;
    case "line":
      return grid.pitch;
  }
}

function decimal(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)) + 0);
}

function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace("−", "-");
}
