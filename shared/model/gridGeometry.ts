import type { Rect, Size } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { ColumnSpan, NewspaperGrid, Page } from "./document";

/** What the geometry of the grid needs to know of a page. */
export type GridPage = Pick<Page, "gridOrigin">;

/** The width of one basic column (基本栏). */
export function columnWidth(grid: NewspaperGrid): Pt {
  return grid.charactersPerColumn * grid.bodySize;
}

/** The space between two basic columns. */
export function gutterWidth(grid: NewspaperGrid): Pt {
  return grid.gutterCharacters * grid.bodySize;
}

/** The width of so many neighbouring basic columns with the gutters between them. */
export function columnsWidth(grid: NewspaperGrid, columns: number): Pt {
  return columns * columnWidth(grid) + (columns - 1) * gutterWidth(grid);
}

/** The height of so many lines: from the top of the first em box to the bottom of the last. */
export function linesHeight(grid: NewspaperGrid, lines: number): Pt {
  return (lines - 1) * grid.pitch + grid.bodySize;
}

/** How many whole lines a height holds. */
export function linesIn(grid: NewspaperGrid, height: Pt): number {
  // Stored heights are rounded to 0.001 pt, so a height of n lines may be that much too small.
  const rounding = 0.002;
  return Math.max(0, Math.floor((height - grid.bodySize + rounding) / grid.pitch) + 1);
}

/** The size of the type area (版心). */
export function typeAreaSize(grid: NewspaperGrid): Size {
  return { width: columnsWidth(grid, grid.columns), height: linesHeight(grid, grid.lines) };
}

/** The type area on a page. */
export function typeAreaRect(grid: NewspaperGrid, page: GridPage): Rect {
  return { ...page.gridOrigin, ...typeAreaSize(grid) };
}

/** The left edge of a basic column on a page, counted from 0; columns outside the type area have edges too. */
export function columnLeft(grid: NewspaperGrid, page: GridPage, index: number): Pt {
  return page.gridOrigin.x + index * (columnWidth(grid) + gutterWidth(grid));
}

/** The right edge of a basic column on a page. */
export function columnRight(grid: NewspaperGrid, page: GridPage, index: number): Pt {
  return columnLeft(grid, page, index) + columnWidth(grid);
}

/** The top of the em box of a grid line on a page, counted from 0. */
export function lineTop(grid: NewspaperGrid, page: GridPage, index: number): Pt {
  return page.gridOrigin.y + index * grid.pitch;
}

/** The bottom of the em box of a grid line on a page. */
export function lineBottom(grid: NewspaperGrid, page: GridPage, index: number): Pt {
  return lineTop(grid, page, index) + grid.bodySize;
}

/** The basic column whose left edge is nearest to x, kept inside the type area. */
export function nearestColumnLeft(grid: NewspaperGrid, page: GridPage, x: Pt): number {
  const step = columnWidth(grid) + gutterWidth(grid);
  return within(Math.round((x - page.gridOrigin.x) / step), grid.columns);
}

/** The basic column whose right edge is nearest to x, kept inside the type area. */
export function nearestColumnRight(grid: NewspaperGrid, page: GridPage, x: Pt): number {
  return nearestColumnLeft(grid, page, x - columnWidth(grid));
}

/** The grid line whose top is nearest to y, kept inside the type area. */
export function nearestLineTop(grid: NewspaperGrid, page: GridPage, y: Pt): number {
  return within(Math.round((y - page.gridOrigin.y) / grid.pitch), grid.lines);
}

/** The grid line whose bottom is nearest to y, kept inside the type area. */
export function nearestLineBottom(grid: NewspaperGrid, page: GridPage, y: Pt): number {
  return nearestLineTop(grid, page, y - grid.bodySize);
}

/** The block of columns and lines that comes nearest to a rectangle: at least one column and one line. */
export function nearestSpan(grid: NewspaperGrid, page: GridPage, rect: Rect): ColumnSpan {
  const fromColumn = nearestColumnLeft(grid, page, rect.x);
  const fromLine = nearestLineTop(grid, page, rect.y);
  return {
    fromColumn,
    toColumn: Math.max(fromColumn, nearestColumnRight(grid, page, rect.x + rect.width)) + 1,
    fromLine,
    toLine: Math.max(fromLine, nearestLineBottom(grid, page, rect.y + rect.height)) + 1,
  };
}

/** The rectangle of a block of basic columns and lines on a page; the indexes are half-open. */
export function gridRect(grid: NewspaperGrid, page: GridPage, span: ColumnSpan): Rect {
  return {
    x: columnLeft(grid, page, span.fromColumn),
    y: lineTop(grid, page, span.fromLine),
    width: columnsWidth(grid, span.toColumn - span.fromColumn),
    height: linesHeight(grid, span.toLine - span.fromLine),
  };
}

function within(index: number, count: number): number {
  return Math.min(Math.max(index, 0), count - 1);
}
