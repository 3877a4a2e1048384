import { bottom, intersects, outset, right, type Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { IssueDocument, TextFrame } from "../model/document";
import type { BoxId } from "../model/ids";
import { articleOfBox, lookUp, pageOfBox } from "../model/indexes";

/** One column of a frame that a flow may fill, and what stands in its way. */
export interface Region {
  readonly boxId: BoxId;
  /** Which column of the box, from 0. */
  readonly column: number;
  readonly rect: Rect;
  /** What pushes text inside the column, each with its standoff. */
  readonly obstacles: readonly Rect[];
}

/** A stretch of a line band that is free for text. */
export interface Slot {
  readonly left: Pt;
  readonly width: Pt;
}

/** Slots narrower than this many ems of the text are left empty: fewer characters read as a mistake. */
export const MINIMUM_SLOT_EM = 4;
/** Lengths closer than this touch without overlapping: stored lengths are rounded to 0.001 pt. */
const TOUCH = 0.01;

/**
 * The columns of a story's frames in reading order. Text keeps clear of every pushing box on the frame's page but the
 * story's own frames and what it stands on: the panels and standing matter of its own article.
 */
export function storyRegions(document: IssueDocument, frameIds: readonly BoxId[], pitch: Pt): readonly Region[] {
  return frameIds.flatMap((boxId) => {
    const frame = lookUp(document.boxes, boxId);
    const place = pageOfBox(document, boxId);
    if (frame?.kind !== "text" || place === null) return [];
    const ground = articleOfBox(document, boxId)?.furnitureIds ?? [];
    const pushing = place.page.boxIds.flatMap((otherId) => {
      const other = frameIds.includes(otherId) || ground.includes(otherId) ? null : lookUp(document.boxes, otherId);
      return other === null || !other.pushesText ? [] : [outset(other.rect, other.standoff)];
    });
    return frameColumns(frame, pitch).map((column) => ({
      ...column,
      boxId,
      obstacles: pushing.filter((rect) => intersects(rect, column.rect)),
    }));
  });
}

/** The columns of a frame in reading order: all of them, or the blocks its spans name. */
function frameColumns(frame: TextFrame, pitch: Pt): readonly Pick<Region, "column" | "rect">[] {
  const { rect, columns, gutter, spans } = frame;
  const width = (rect.width - (columns - 1) * gutter) / columns;
  const left = (column: number) => rect.x + column * (width + gutter);
  if (spans.length === 0) {
    return Array.from({ length: columns }, (_, column) => ({ column, rect: { x: left(column), y: rect.y, width, height: rect.height } }));
  }
  return spans.flatMap(({ fromColumn, toColumn, fromLine, toLine }) => {
    const top = rect.y + fromLine * pitch;
    // The last line of a span reaches to the next line's top, less the leading it does not need.
    const end = Math.min(rect.y + toLine * pitch, bottom(rect));
    const count = Math.max(0, Math.min(toColumn, columns) - fromColumn);
    return Array.from({ length: count }, (_, step) => ({
      column: fromColumn + step,
      rect: { x: left(fromColumn + step), y: top, width, height: Math.max(0, end - top) },
    }));
  });
}

/** Whether two lists of regions lay text out alike. */
export function sameRegions(a: readonly Region[], b: readonly Region[]): boolean {
  return a.length === b.length && a.every((region, index) => sameRegion(region, b[index]!));
}

function sameRegion(a: Region, b: Region): boolean {
  return (
    a.boxId === b.boxId &&
    a.column === b.column &&
    sameRect(a.rect, b.rect) &&
    a.obstacles.length === b.obstacles.length &&
    a.obstacles.every((rect, index) => sameRect(rect, b.obstacles[index]!))
  );
}

/** Whether two rectangles have the very same edges. */
export function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** The free stretches of a region between two heights, from left to right, none narrower than `least`. */
export function freeSlots(region: Region, top: Pt, end: Pt, least: Pt): readonly Slot[] {
  const { rect, obstacles } = region;
  if (obstacles.length === 0) return [{ left: rect.x, width: rect.width }];
  let free: Slot[] = [{ left: rect.x, width: rect.width }];
  for (const obstacle of obstacles) {
    if (obstacle.y >= end - TOUCH || bottom(obstacle) <= top + TOUCH) continue;
    free = free.flatMap((slot) => without(slot, obstacle));
  }
  return free.filter((slot) => slot.width >= Math.min(least, rect.width) - TOUCH);
}

function without(slot: Slot, obstacle: Rect): Slot[] {
  const slotRight = slot.left + slot.width;
  if (obstacle.x >= slotRight || right(obstacle) <= slot.left) return [slot];
  const pieces: Slot[] = [];
  if (obstacle.x > slot.left) pieces.push({ left: slot.left, width: obstacle.x - slot.left });
  if (right(obstacle) < slotRight) pieces.push({ left: right(obstacle), width: slotRight - right(obstacle) });
  return pieces;
}

