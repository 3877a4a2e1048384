import type { LineDirection } from "../geometry/logicalRect";
import { takenStretches, type Outline } from "../geometry/outline";
import { bottom, right, type Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { TextFrame } from "../model/document";
import type { BoxId } from "../model/ids";

/** One column of a frame that a flow may fill, and what stands in its way, as its text sees them (`logicalRect`). */
export interface Region {
  readonly boxId: BoxId;
  /** Which column of the box, from 0. */
  readonly column: number;
  readonly direction: LineDirection;
  readonly rect: Rect;
  /** What pushes text inside the column. */
  readonly obstacles: readonly Obstacle[];
  /** Slots narrower than this many ems of the text are left empty: fewer characters read as a mistake. */
  readonly leastSlotEm: number;
  readonly balance: TextFrame["balance"];
  readonly blockAlign: TextFrame["blockAlign"];
}

/** What text keeps clear of. */
export interface Obstacle {
  /** All of it, its standoff included. */
  readonly rect: Rect;
  /** Its own shape, where that is no rectangle, and how far text keeps away from it. */
  readonly shape: { readonly outline: Outline; readonly standoff: Pt } | null;
}

/** A stretch of a line band that is free for text. */
export interface Slot {
  readonly left: Pt;
  readonly width: Pt;
}

/** Lengths closer than this touch without overlapping: stored lengths are rounded to 0.001 pt. */
const TOUCH = 0.01;

/** Whether two lists of regions lay text out alike. */
export function sameRegions(a: readonly Region[], b: readonly Region[]): boolean {
  return a.length === b.length && a.every((region, index) => sameRegion(region, b[index]!));
}

function sameRegion(a: Region, b: Region): boolean {
  return (
    a.boxId === b.boxId &&
    a.column === b.column &&
    a.direction === b.direction &&
    a.leastSlotEm === b.leastSlotEm &&
    a.balance === b.balance &&
    a.blockAlign === b.blockAlign &&
    sameRect(a.rect, b.rect) &&
    a.obstacles.length === b.obstacles.length &&
    a.obstacles.every((obstacle, index) => sameObstacle(obstacle, b.obstacles[index]!))
  );
}

function sameObstacle(a: Obstacle, b: Obstacle): boolean {
  if (!sameRect(a.rect, b.rect)) return false;
  const [one, other] = [a.shape, b.shape];
  if (one === null || other === null) return one === other;
  const isSameOutline = one.outline.length === other.outline.length && one.outline.every((length, index) => length === other.outline[index]);
  return isSameOutline && one.standoff === other.standoff;
}

/** Whether two rectangles have the very same edges. */
export function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** The one stretch of each region that nothing stands in: most bands have it, and are asked for with every line. */
const wholeSlots = new WeakMap<Rect, readonly Slot[]>();

/** The free stretches of a region between two heights, from the start of its lines, none narrower than `least`. */
export function freeSlots({ rect, obstacles }: Pick<Region, "rect" | "obstacles">, top: Pt, end: Pt, least: Pt): readonly Slot[] {
  let whole = wholeSlots.get(rect);
  if (whole === undefined) wholeSlots.set(rect, (whole = [{ left: rect.x, width: rect.width }]));
  let free = whole;
  for (const { rect: taken, shape } of obstacles) {
    if (taken.y >= end - TOUCH || bottom(taken) <= top + TOUCH) continue;
    if (shape === null) {
      free = without(free, taken.x, right(taken));
      continue;
    }
    for (const { from, to } of takenStretches(shape.outline, top - shape.standoff, end + shape.standoff, shape.standoff)) {
      free = without(free, from, to);
    }
  }
  return free === whole ? whole : free.filter((slot) => slot.width >= Math.min(least, rect.width) - TOUCH);
}

/** The slots without a stretch; the same list where it takes nothing of them. */
function without(slots: readonly Slot[], from: Pt, to: Pt): readonly Slot[] {
  if (slots.every(({ left, width }) => from >= left + width || to <= left)) return slots;
  const pieces: Slot[] = [];
  for (const slot of slots) {
    const end = slot.left + slot.width;
    if (from >= end || to <= slot.left) {
      pieces.push(slot);
      continue;
    }
    if (from > slot.left) pieces.push({ left: slot.left, width: from - slot.left });
    if (to < end) pieces.push({ left: to, width: end - to });
  }
  return pieces;
}
