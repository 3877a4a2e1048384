import { logicalRect, type LineDirection } from "../geometry/logicalRect";
import { clippedOutline, logicalOutline, outlineBounds } from "../geometry/outline";
import { bottom, intersects, outset } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { Box, IssueDocument, TextFrame } from "../model/document";
import { columnMeasures } from "../model/frameColumns";
import type { BoxId } from "../model/ids";
import { articleOfBox, lookUp, pageOfBox } from "../model/indexes";
import { picturePlace } from "../model/picturePlace";
import type { Obstacle, Region } from "./regions";
import { withoutShortLegs } from "./shortLegs";

/**
 * The columns of a story's frames in reading order. Text keeps clear of every pushing box on the frame's page but the
 * story's own frames and what it stands on: the panels and standing matter of its own article. A leg of text beside what
 * pushes it that would have fewer lines than the house wants is in its way, too.
 */
export function storyRegions(document: IssueDocument, frameIds: readonly BoxId[]): readonly Region[] {
  const { grid, composition } = document;
  return frameIds.flatMap((boxId) => {
    const frame = lookUp(document.boxes, boxId);
    const place = pageOfBox(document, boxId);
    if (frame?.kind !== "text" || place === null) return [];
    const { direction, balance, blockAlign } = frame;
    const ground = articleOfBox(document, boxId)?.furnitureIds ?? [];
    const pushing = place.page.boxIds.flatMap((otherId) => {
      const other = frameIds.includes(otherId) || ground.includes(otherId) ? null : lookUp(document.boxes, otherId);
      return other === null || !other.pushesText ? [] : obstaclesOf(document, other, direction);
    });
    return frameColumns(frame, document.grid).map((column) => {
      const obstacles = pushing.filter(({ rect }) => intersects(rect, column.rect));
      const region = { ...column, boxId, direction, obstacles, leastSlotEm: composition.leastSlotEm, balance, blockAlign };
      return withoutShortLegs(region, grid, composition.leastLegLines);
    });
  });
}

/** A box in the way of text: the outline of its picture inside its frame, or its rectangle. */
function obstaclesOf(document: IssueDocument, box: Box, direction: LineDirection): readonly Obstacle[] {
  const { rect, standoff } = box;
  const asset = box.kind === "picture" && box.contour.length > 2 && box.assetId !== null ? lookUp(document.assets, box.assetId) : null;
  if (box.kind !== "picture" || asset === null) return [{ rect: logicalRect(direction, outset(rect, standoff)), shape: null }];
  const whole = picturePlace(box, asset);
  const corners = box.contour.map(({ x, y }) => ({ x: whole.x + x * whole.width, y: whole.y + y * whole.height }));
  const shown = clippedOutline(corners, rect);
  if (shown.length < 3) return [];
  const outline = logicalOutline(direction, shown);
  return [{ rect: outset(outlineBounds(outline), standoff), shape: { outline, standoff } }];
}

/** The columns of a frame in reading order, as its text sees them: all of them, or the blocks its spans name. */
function frameColumns(frame: TextFrame, grid: IssueDocument["grid"]): readonly Pick<Region, "column" | "rect">[] {
  const rect = logicalRect(frame.direction, frame.rect);
  const measures = columnMeasures(frame, grid);
  const part = (column: number, y: Pt, end: Pt) => {
    const { start, length } = measures[column]!;
    return { column, rect: { x: rect.x + start, y, width: length, height: Math.max(0, end - y) } };
  };
  if (frame.spans.length === 0) return measures.map((_, column) => part(column, rect.y, bottom(rect)));
  return frame.spans.flatMap(({ fromColumn, toColumn, fromLine, toLine }) => {
    const top = rect.y + fromLine * grid.pitch;
    // The last line of a span reaches to the next line's top, less the leading it does not need.
    const end = Math.min(rect.y + toLine * grid.pitch, bottom(rect));
    const count = Math.max(0, Math.min(toColumn, frame.columns) - fromColumn);
    return Array.from({ length: count }, (_, step) => part(fromColumn + step, top, end));
  });
}
