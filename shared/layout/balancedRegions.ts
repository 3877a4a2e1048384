import { bottom } from "../geometry/rect";
import type { NewspaperGrid } from "../model/document";
import { linesHeight, linesIn } from "../model/gridGeometry";
import type { Filled } from "./fillRegions";
import type { Region } from "./regions";

/** What balancing asks of a flow through cut regions. */
export interface BalanceTrial {
  /** Whether all the text fits. */
  fit(regions: readonly Region[]): boolean;
  /** How many lines stand alone at the feet and heads of columns. */
  faults(regions: readonly Region[]): number;
}

/**
 * The regions of a story with the columns of the frame where it ends cut at the first line at which the text still fits,
 * so that they end at the same line, only the last one earlier (拉齐); at the line behind it where fewer lines stand alone
 * then. Null where the frame is not balanced, has one column, or is full.
 */
export function balancedRegions(regions: readonly Region[], filled: Filled, grid: NewspaperGrid, trial: BalanceTrial): readonly Region[] | null {
  const boxId = filled.lines.at(-1)?.line.boxId;
  const own = regions.filter((region) => region.boxId === boxId);
  if (own[0]?.balance !== true || own.length < 2 || filled.spareLines === 0) return null;
  const top = Math.min(...own.map(({ rect }) => rect.y));
  const rows = linesIn(grid, Math.max(...own.map(({ rect }) => bottom(rect))) - top);
  const cutAt = (row: number): readonly Region[] =>
    regions.flatMap((region) => {
      if (region.boxId !== boxId) return [region];
      const height = Math.min(region.rect.height, top + linesHeight(grid, row) - region.rect.y);
      return height <= 0 ? [] : [{ ...region, rect: { ...region.rect, height } }];
    });
  let [tooFew, enough] = [0, rows];
  while (enough - tooFew > 1) {
    const row = Math.floor((tooFew + enough) / 2);
    if (trial.fit(cutAt(row))) enough = row;
    else tooFew = row;
  }
  if (enough >= rows) return null;
  const [tight, loose] = [cutAt(enough), cutAt(enough + 1)];
  return trial.faults(tight) > 0 && trial.faults(loose) < trial.faults(tight) ? loose : tight;
}
