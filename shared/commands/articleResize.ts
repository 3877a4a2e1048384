import { logicalRect } from "../geometry/logicalRect";
import { bottom, right, union, type Rect } from "../geometry/rect";
import { storedLength, type Pt } from "../geometry/units";
import type { Box, ColumnSpan, NewspaperGrid, TextFrame } from "../model/document";
import type { ArticleId, PageId } from "../model/ids";
import { boxesOfArticle, lookUp, pageOfBox } from "../model/indexes";
import { fail, ok } from "../result";
import { changeBoxes } from "./boxes";
import type { Command } from "./command";
import { createCut, type Interval } from "./cutSpace";

/** Which article, on which of its pages, and the rectangle that its boxes there are to fill. */
export interface ResizeArticleArgs {
  readonly articleId: ArticleId;
  readonly pageId: PageId;
  readonly rect: Rect;
}

/**
 * Gives an article another bounding rectangle. Space is added or taken where only text runs: titles follow the width
 * and keep their height, pictures and captions keep their size and their distance to the nearest edge, text frames take
 * what is left, in whole columns of the measure they had.
 */
export const resizeArticle: Command<ResizeArticleArgs> = (document, { articleId, pageId, rect }) => {
  if (lookUp(document.articles, articleId) === null) return fail({ code: "article-missing", articleId });
  if (!document.pages.some((page) => page.id === pageId)) return fail({ code: "page-missing", pageId });
  const boxes = boxesOfArticle(document, articleId).filter((box) => pageOfBox(document, box.id)?.page.id === pageId);
  const [first] = boxes;
  const bounds = union(boxes.map((box) => box.rect));
  if (first === undefined || bounds === null) return ok(document);
  if (![rect.x, rect.y, rect.width, rect.height].every(Number.isFinite)) {
    return fail({ code: "value-out-of-range", field: "rect" });
  }
  const x = axisChange(boxes, bounds.x, right(bounds), rect.x, right(rect), horizontal(document.grid));
  const y = axisChange(boxes, bounds.y, bottom(bounds), rect.y, bottom(rect), vertical(document.grid));
  if (x === null || y === null) return fail({ code: "box-too-small", boxId: first.id });
  return changeBoxes(document, boxes.map((box) => box.id), (box) => {
    const [left, width] = placed(x(box.rect.x), x(right(box.rect)));
    const [top, height] = placed(y(box.rect.y), y(bottom(box.rect)));
    return resized(box, { x: left, y: top, width, height }, document.grid);
  });
};

/** How one axis of an article is stretched. */
interface Axis {
  readonly interval: (box: Box) => Interval;
  /** How unwillingly a box is stretched along the axis; 0 for not at all unwillingly. */
  readonly stiffness: (box: Box) => number;
  /** What a box keeps at least. */
  readonly least: (box: Box) => Pt;
}

/** A rule grows along its line and never across it. */
const STIFF_RULE = 32;

function isHorizontalRule({ rect }: Box): boolean {
  return rect.width >= rect.height;
}

function horizontal(grid: NewspaperGrid): Axis {
  return {
    interval: ({ rect }) => [rect.x, right(rect)],
    stiffness: (box) => {
      if (box.kind === "text" || box.kind === "panel") return 0;
      if (box.kind === "rule") return isHorizontalRule(box) ? 0 : STIFF_RULE;
      // A horizontal title runs across the columns below it and is as wide as they are.
      if (box.kind === "title") return box.direction === "horizontal" ? 0 : 8;
      return box.kind === "caption" ? 1 : 4;
    },
    least: (box) => Math.min(box.rect.width, box.kind === "text" ? 4 * grid.bodySize : grid.bodySize),
  };
}

function vertical(grid: NewspaperGrid): Axis {
  return {
    interval: ({ rect }) => [rect.y, bottom(rect)],
    stiffness: (box) => {
      if (box.kind === "text" || box.kind === "panel") return 0;
      if (box.kind === "rule") return isHorizontalRule(box) ? STIFF_RULE : 0;
      if (box.kind === "title") return box.direction === "vertical" ? 0 : 8;
      return box.kind === "caption" ? 16 : 4;
    },
    least: (box) => Math.min(box.rect.height, grid.bodySize),
  };
}

/** Where each coordinate goes when the two edges of the bounds move; null where the boxes cannot give that much. */
function axisChange(
  boxes: readonly Box[],
  from: Pt,
  to: Pt,
  newFrom: Pt,
  newTo: Pt,
  axis: Axis,
): ((at: Pt) => Pt) | null {
  const pieces = boxes.map((box) => ({
    interval: axis.interval(box),
    stiffness: axis.stiffness(box),
    least: axis.least(box),
  }));
  // Taken at the far end, the space comes from the text next to the edge that moves.
  const near = Math.abs(newFrom - from) > Math.abs(newTo - to) ? "start" : "end";
  const cut = createCut(pieces, newTo - newFrom - (to - from), near);
  return cut === null ? null : (at) => cut(at) + (newFrom - from);
}

function placed(from: Pt, to: Pt): readonly [Pt, Pt] {
  return [storedLength(from), storedLength(Math.max(0, to - from))];
}

function resized(box: Box, rect: Rect, grid: NewspaperGrid): Box {
  return box.kind === "text" ? resizedFrame(box, rect, grid) : { ...box, rect };
}

/** The frame in another rectangle: as many columns of the measure it had as fit best, its spans kept inside. */
export function resizedFrame(frame: TextFrame, rect: Rect, grid: NewspaperGrid): TextFrame {
  const [before, now] = [logicalRect(frame.direction, frame.rect), logicalRect(frame.direction, rect)];
  const step = (before.width + frame.gutter) / frame.columns;
  const columns = step > 0 ? Math.max(1, Math.round((now.width + frame.gutter) / step)) : frame.columns;
  const lines = (height: Pt) => Math.max(1, Math.floor((height - grid.bodySize + 0.002) / grid.pitch) + 1);
  const spans = frame.spans.flatMap((span) =>
    fittedSpan(span, frame.columns, columns, lines(before.height), lines(now.height)),
  );
  return { ...frame, rect, columns, spans };
}

/** A span in a frame of other size: what ended at the frame's edge still does, what lies outside is gone. */
function fittedSpan(
  span: ColumnSpan,
  oldColumns: number,
  columns: number,
  oldLines: number,
  lines: number,
): readonly ColumnSpan[] {
  const toColumn = span.toColumn >= oldColumns ? columns : Math.min(span.toColumn, columns);
  const toLine = span.toLine >= oldLines ? lines : Math.min(span.toLine, lines);
  return span.fromColumn < toColumn && span.fromLine < toLine ? [{ ...span, toColumn, toLine }] : [];
}
