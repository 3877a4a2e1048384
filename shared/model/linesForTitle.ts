import type { Pt } from "../geometry/units";
import type { NewspaperGrid } from "./document";

/** Sums of sizes carry rounding errors; this much of a line more is no line. */
const ROUNDING = 1e-6;

/** 占行: the lines of the grid that title lines of these sizes take with so many blank ones, rounded up (newsroom practice). */
export function linesForTitle(sizes: readonly Pt[], { pitch }: Pick<NewspaperGrid, "pitch">, blank: number): number {
  const height = sizes.reduce((sum, size) => sum + size, 0);
  return Math.max(1, Math.ceil(height / pitch + blank - ROUNDING));
}
