import type { PagePoint, Rect } from "./rect";
import { bottom, right } from "./rect";
import { invariant } from "../result";

/**
 * The corners of a simple polygon with horizontal and vertical edges only: clockwise as seen on the page, from its
 * topmost then leftmost corner, not closed, no corner repeated and none in the middle of an edge.
 */
export type OrthogonalPolygon = readonly PagePoint[];

/** What a union takes away, and how fine it may cut. */
export interface UnionOptions {
  /** Areas taken away from the union. */
  readonly without?: readonly Rect[];
  /**
   * The width of the cuts that keep polygons simple: from a hole to the outside, and between two parts that touch at a
   * corner only. Coordinates should be multiples of it.
   */
  readonly cut: number;
}

/** The area that some rectangles cover together, as one polygon for each part that hangs together by an edge. */
export function orthogonalUnion(rects: readonly Rect[], options: UnionOptions): readonly OrthogonalPolygon[] {
  const without = [...(options.without ?? [])];
  for (;;) {
    const cells = cellsOf(rects, without);
    const repair = cornerCut(cells, options.cut) ?? holeCut(cells, options.cut);
    if (repair === null) return outlines(cells);
    // A cut takes an area of its own away, so their number is bounded by the corners there are.
    without.push(repair);
  }
}

/** The plane divided along every edge that occurs, with one column and row of empty cells on every side. */
interface Cells {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly columns: number;
  readonly rows: number;
  /** 1 where covered, row by row. */
  readonly filled: Uint8Array;
}

function cellsOf(rects: readonly Rect[], without: readonly Rect[]): Cells {
  const solid = rects.filter((rect) => rect.width > 0 && rect.height > 0);
  const cuts = without.filter((rect) => rect.width > 0 && rect.height > 0);
  const all = [...solid, ...cuts];
  const xs = ascending(all.flatMap((rect) => [rect.x, right(rect)]));
  const ys = ascending(all.flatMap((rect) => [rect.y, bottom(rect)]));
  const columns = xs.length + 1;
  const rows = ys.length + 1;
  const filled = new Uint8Array(columns * rows);
  const columnOf = new Map(xs.map((x, index) => [x, index + 1]));
  const rowOf = new Map(ys.map((y, index) => [y, index + 1]));
  const fill = (rect: Rect, value: 0 | 1): void => {
    const [fromColumn, toColumn] = [columnOf.get(rect.x), columnOf.get(right(rect))];
    const [fromRow, toRow] = [rowOf.get(rect.y), rowOf.get(bottom(rect))];
    invariant(fromColumn && toColumn && fromRow && toRow, "every edge of a rectangle has a grid line");
    for (let row = fromRow; row < toRow; row++) {
      filled.fill(value, row * columns + fromColumn, row * columns + toColumn);
    }
  };
  for (const rect of solid) fill(rect, 1);
  for (const rect of cuts) fill(rect, 0);
  return { xs, ys, columns, rows, filled };
}

function ascending(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Cell (column, row) reaches from grid line column - 1 to grid line column. */
function lineAt(lines: readonly number[], index: number): number {
  const line = lines[index];
  invariant(line !== undefined, "covered cells have a grid line on every side");
  return line;
}

/** A square to take away where two covered cells meet at a corner only, or null. */
function cornerCut(cells: Cells, cut: number): Rect | null {
  const { columns, rows, filled, xs, ys } = cells;
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const here = row * columns + column;
      const [a, b, c, d] = [filled[here], filled[here + 1], filled[here + columns], filled[here + columns + 1]];
      if (a === d && b === c && a !== b) {
        const y = lineAt(ys, row) - cut;
        const x = a === 1 ? lineAt(xs, column) - cut : lineAt(xs, column);
        return { x, y, width: cut, height: cut };
      }
    }
  }
  return null;
}

/** A slit from the first hole along its upper edge to the next uncovered cell on its right, or null. */
function holeCut(cells: Cells, cut: number): Rect | null {
  const { columns, filled, xs, ys } = cells;
  const outside = spread(cells, 0, 0);
  for (let cell = 0; cell < filled.length; cell++) {
    if (filled[cell] === 1 || outside[cell] === 1) continue;
    let from = cell;
    while (filled[from] === 0) from++;
    let to = from;
    while (filled[to] === 1) to++;
    const x = lineAt(xs, (from % columns) - 1);
    const y = lineAt(ys, Math.floor(cell / columns) - 1);
    return { x, y, width: lineAt(xs, (to % columns) - 1) - x, height: cut };
  }
  return null;
}

/** The cells that hang together with one, by edges, and are covered like it. */
function spread(cells: Cells, start: number, value: 0 | 1): Uint8Array {
  const { columns, rows, filled } = cells;
  const reached = new Uint8Array(filled.length);
  const waiting = [start];
  reached[start] = 1;
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    const column = cell % columns;
    const row = (cell - column) / columns;
    const visit = (next: number): void => {
      if (filled[next] !== value || reached[next] === 1) return;
      reached[next] = 1;
      waiting.push(next);
    };
    if (column > 0) visit(cell - 1);
    if (column + 1 < columns) visit(cell + 1);
    if (row > 0) visit(cell - columns);
    if (row + 1 < rows) visit(cell + columns);
  }
  return reached;
}

/** One outline for each covered part; there are no holes and no shared corners left. */
function outlines(cells: Cells): readonly OrthogonalPolygon[] {
  const done = new Uint8Array(cells.filled.length);
  const polygons: OrthogonalPolygon[] = [];
  for (let cell = 0; cell < done.length; cell++) {
    if (cells.filled[cell] !== 1 || done[cell] === 1) continue;
    const part = spread(cells, cell, 1);
    for (let index = 0; index < part.length; index++) if (part[index] === 1) done[index] = 1;
    // Cells are met row by row, so this one holds the topmost, then leftmost corner.
    polygons.push(outline(cells, cell));
  }
  return polygons;
}

/** Walks round a part with the covered side on the right hand, from the upper left corner of its first cell. */
function outline(cells: Cells, first: number): OrthogonalPolygon {
  const { columns, filled, xs, ys } = cells;
  const covered = (column: number, row: number): boolean => filled[row * columns + column] === 1;
  const firstColumn = first % columns;
  const firstRow = (first - firstColumn) / columns;
  const corners: PagePoint[] = [];
  // Grid corner (column, row) is the upper left one of that cell; directions turn clockwise from 0, rightwards.
  let [column, row, direction] = [firstColumn, firstRow, 0];
  do {
    corners.push({ x: lineAt(xs, column - 1), y: lineAt(ys, row - 1) });
    const [stepX, stepY] = [[1, 0], [0, 1], [-1, 0], [0, -1]][direction] ?? [0, 0];
    for (;;) {
      column += stepX ?? 0;
      row += stepY ?? 0;
      const [rightAhead, leftAhead] = aheadOf(direction, column, row, covered);
      if (!rightAhead) direction = (direction + 1) % 4;
      else if (leftAhead) direction = (direction + 3) % 4;
      else continue;
      break;
    }
  } while (column !== firstColumn || row !== firstRow);
  return corners;
}

/** Whether the cells ahead of a corner are covered: the one on the right of the way, the one on its left. */
function aheadOf(
  direction: number,
  column: number,
  row: number,
  covered: (column: number, row: number) => boolean,
): readonly [boolean, boolean] {
  const upperLeft = covered(column - 1, row - 1);
  const upperRight = covered(column, row - 1);
  const lowerLeft = covered(column - 1, row);
  const lowerRight = covered(column, row);
  if (direction === 0) return [lowerRight, upperRight];
  if (direction === 1) return [lowerLeft, lowerRight];
  if (direction === 2) return [upperLeft, lowerLeft];
  return [upperRight, upperLeft];
}
