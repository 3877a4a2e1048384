import { toMm, mm, type Pt } from "../../shared/geometry/units";
import type { NewspaperGrid, Page } from "../../shared/model/document";
import { columnLeft, lineTop } from "../../shared/model/gridGeometry";

/** A mark on a ruler, at a place along the page. */
export interface RulerTick {
  readonly at: Pt;
  /** 1 for the marks that carry labels, 2 and 3 for finer ones. */
  readonly rank: 1 | 2 | 3;
  readonly label: string | null;
}

/** Steps a ruler may count in, each a multiple of the finer marks. */
const millimetreSteps: readonly (readonly [major: number, middle: number, minor: number])[] = [
  [1, 0.5, 0.1],
  [5, 1, 0.5],
  [10, 5, 1],
  [20, 10, 2],
  [50, 10, 5],
  [100, 50, 10],
  [200, 100, 20],
  [500, 100, 50],
];

const LEAST_LABEL_DISTANCE = 46;
const LEAST_TICK_DISTANCE = 4;

/** The marks of a ruler in millimetres from the page's edge, between two places, at so many pixels a point. */
export function millimetreTicks(from: Pt, to: Pt, scale: number): readonly RulerTick[] {
  const chosen = millimetreSteps.find(([major]) => mm(major) * scale >= LEAST_LABEL_DISTANCE) ?? [1000, 500, 100];
  const [major, middle, minor] = chosen;
  const ticks: RulerTick[] = [];
  // Counted in whole finest steps, so that no rounding adds up.
  for (let step = Math.floor(toMm(from) / minor); step <= Math.ceil(toMm(to) / minor); step++) {
    const isMajor = step % Math.round(major / minor) === 0;
    const isMiddle = step % Math.round(middle / minor) === 0;
    const millimetres = Math.round(step * minor * 10) / 10;
    ticks.push({ at: mm(millimetres), rank: isMajor ? 1 : isMiddle ? 2 : 3, label: isMajor ? String(millimetres) : null });
  }
  return ticks;
}

/** The marks across a page in characters: a label at each basic column, a mark at each character where there is room. */
export function columnTicks(grid: NewspaperGrid, page: Page, scale: number): readonly RulerTick[] {
  const ticks: RulerTick[] = [];
  const every = stepOf(grid.bodySize * scale, grid.charactersPerColumn);
  for (let column = 0; column < grid.columns; column++) {
    const left = columnLeft(grid, page, column);
    for (let character = 0; character <= grid.charactersPerColumn; character += 1) {
      const at = left + character * grid.bodySize;
      if (character === 0) ticks.push({ at, rank: 1, label: String(column + 1) });
      else if (character === grid.charactersPerColumn) ticks.push({ at, rank: 2, label: null });
      else if (character % every === 0) ticks.push({ at, rank: 3, label: null });
    }
  }
  return ticks;
}

/** The marks down a page in lines: each line where there is room, a label at every fifth or tenth. */
export function lineTicks(grid: NewspaperGrid, page: Page, scale: number): readonly RulerTick[] {
  const ticks: RulerTick[] = [];
  const height = grid.pitch * scale;
  const labelled = [5, 10, 20, 50].find((step) => step * height >= LEAST_LABEL_DISTANCE) ?? 100;
  const every = [1, 5, 10].find((step) => step * height >= LEAST_TICK_DISTANCE) ?? labelled;
  for (let line = 1; line <= grid.lines; line++) {
    const at = lineTop(grid, page, line - 1);
    if (line === 1 || line % labelled === 0) ticks.push({ at, rank: 1, label: String(line) });
    else if (line % every === 0) ticks.push({ at, rank: every === 1 && line % 5 === 0 ? 2 : 3, label: null });
  }
  return ticks;
}

/** The smallest divisor-like step of a column's characters whose marks stand apart. */
function stepOf(characterWidth: number, characters: number): number {
  return [1, 5].find((step) => step * characterWidth >= LEAST_TICK_DISTANCE) ?? characters;
}
