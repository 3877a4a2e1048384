import { bottom, right, type Rect } from "../geometry/rect";
import type { SnapTarget, SnapTargets } from "../geometry/snap";
import type { IssueDocument, NewspaperGrid, Page } from "./document";
import { columnLeft, columnRight, lineBottom, lineTop } from "./gridGeometry";
import type { BoxId, PageId } from "./ids";
import { lookUp } from "./indexes";

/**
 * Where the edges of a dragged rectangle may settle on a page: the grid's columns and lines first, then the page's edges,
 * then the edges of all boxes but those that are dragged. None where the page is missing.
 */
export function snapTargets(document: IssueDocument, pageId: PageId, dragged: ReadonlySet<BoxId>): SnapTargets {
  const page = document.pages.find((page) => page.id === pageId);
  if (page === undefined) return { lefts: [], rights: [], tops: [], bottoms: [] };
  const grid = gridTargets(document.grid, page);
  const across = page.size.width;
  const down = page.size.height;
  const pageX = [target(0, 0, down), target(across, 0, down)];
  const pageY = [target(0, 0, across), target(down, 0, across)];
  const neighbours = page.boxIds
    .filter((boxId) => !dragged.has(boxId))
    .flatMap((boxId) => lookUp(document.boxes, boxId)?.rect ?? []);
  const boxX = neighbours.flatMap(verticalEdges);
  const boxY = neighbours.flatMap(horizontalEdges);
  return {
    lefts: [...grid.lefts, ...pageX, ...boxX],
    rights: [...grid.rights, ...pageX, ...boxX],
    tops: [...grid.tops, ...pageY, ...boxY],
    bottoms: [...grid.bottoms, ...pageY, ...boxY],
  };
}

function gridTargets(grid: NewspaperGrid, page: Page): SnapTargets {
  const top = lineTop(grid, page, 0);
  const foot = lineBottom(grid, page, grid.lines - 1);
  const left = columnLeft(grid, page, 0);
  const end = columnRight(grid, page, grid.columns - 1);
  const columns = Array.from({ length: grid.columns }, (_, index) => index);
  const lines = Array.from({ length: grid.lines }, (_, index) => index);
  return {
    lefts: columns.map((index) => target(columnLeft(grid, page, index), top, foot)),
    rights: columns.map((index) => target(columnRight(grid, page, index), top, foot)),
    tops: lines.map((index) => target(lineTop(grid, page, index), left, end)),
    bottoms: lines.map((index) => target(lineBottom(grid, page, index), left, end)),
  };
}

function verticalEdges(rect: Rect): readonly SnapTarget[] {
  return [target(rect.x, rect.y, bottom(rect)), target(right(rect), rect.y, bottom(rect))];
}

function horizontalEdges(rect: Rect): readonly SnapTarget[] {
  return [target(rect.y, rect.x, right(rect)), target(bottom(rect), rect.x, right(rect))];
}

function target(at: number, from: number, to: number): SnapTarget {
  return { at, from, to };
}
