import type { NewspaperGrid } from "./document";

/** What becomes of the characters that do not divide: the first columns take one more each, or the gutters widen. */
export type RemainderPolicy = "longerColumns" | "widerGutters";

/** One column of a broken measure, in body characters from the start of the measure. */
export interface BrokenColumn {
  readonly left: number;
  readonly characters: number;
}

/** 长栏: how many body characters wide so many basic columns are together. */
export function longColumnCharacters(grid: NewspaperGrid, columns: number): number {
  return grid.charactersPerColumn * columns + grid.gutterCharacters * (columns - 1);
}

/**
 * 破栏: so many basic columns divided anew into so many equal ones, a whole number of characters wide; null where a
 * column would not hold a character. 三破二 on a grid of 13 is two columns of 20.
 */
export function brokenColumns(
  grid: NewspaperGrid,
  { from, into }: { readonly from: number; readonly into: number },
  policy: RemainderPolicy,
): readonly BrokenColumn[] | null {
  return dividedMeasure(longColumnCharacters(grid, from), { into, gutter: grid.gutterCharacters }, policy);
}

/** Stored lengths are rounded, so that a measure of n characters may be this much too short, in characters. */
const ROUNDING = 0.0005;

/**
 * A measure, in body characters, divided into so many columns of whole characters, at least a gutter apart; null where a
 * column would not hold a character.
 */
export function dividedMeasure(
  measure: number,
  { into, gutter }: { readonly into: number; readonly gutter: number },
  policy: RemainderPolicy,
): readonly BrokenColumn[] | null {
  const text = measure - gutter * (into - 1);
  const characters = Math.floor(text / into + ROUNDING);
  if (characters < 1) return null;
  const remainder = Math.max(0, text - characters * into);
  const longer = policy === "longerColumns" ? Math.floor(remainder + ROUNDING) : 0;
  // A gutter of one and a half characters leaves half a character that no column can take.
  const wide = gutter + (into > 1 ? Math.max(0, remainder - longer) / (into - 1) : 0);
  const columns: BrokenColumn[] = [];
  let left = 0;
  for (let index = 0; index < into; index += 1) {
    const own = characters + (index < longer ? 1 : 0);
    columns.push({ left, characters: own });
    left += own + wide;
  }
  return columns;
}
