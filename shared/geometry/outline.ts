import type { LineDirection } from "./logicalRect";
import { bottom, right, type PagePoint, type Rect } from "./rect";
import type { Pt } from "./units";

/** A closed polygon: corner after corner, x and y by turns; the last one leads back to the first. */
export type Outline = Float64Array;

/** The part of a polygon inside a rectangle (Sutherland–Hodgman); fewer than three corners where they share no area. */
export function clippedOutline(corners: readonly PagePoint[], rect: Rect): readonly PagePoint[] {
  let points = corners;
  for (const [axis, limit, sign] of [["x", rect.x, 1], ["x", right(rect), -1], ["y", rect.y, 1], ["y", bottom(rect), -1]] as const) {
    const depth = (point: PagePoint) => sign * (point[axis] - limit);
    points = points.flatMap((point, index) => {
      const before = points[(index + points.length - 1) % points.length]!;
      const [from, to] = [depth(before), depth(point)];
      const crosses = from >= 0 !== to >= 0;
      const share = crosses ? from / (from - to) : 0;
      const crossing = { x: before.x + share * (point.x - before.x), y: before.y + share * (point.y - before.y) };
      return [...(crosses ? [crossing] : []), ...(to >= 0 ? [point] : [])];
    });
  }
  return points;
}

/** A polygon of the page as text of a direction sees it (`logicalRect`). */
export function logicalOutline(direction: LineDirection, corners: readonly PagePoint[]): Outline {
  return Float64Array.from(corners.flatMap(({ x, y }) => (direction === "horizontal" ? [x, y] : [y, -x])));
}

/** The smallest rectangle around an outline. */
export function outlineBounds(outline: Outline): Rect {
  let [left, top, far, end] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < outline.length; index += 2) {
    left = Math.min(left, outline[index]!);
    far = Math.max(far, outline[index]!);
    top = Math.min(top, outline[index + 1]!);
    end = Math.max(end, outline[index + 1]!);
  }
  return { x: left, y: top, width: far - left, height: end - top };
}

/** A stretch of a band, from one x to another. */
export interface Stretch {
  readonly from: Pt;
  readonly to: Pt;
}

/** What an outline takes of the band between two heights, from left to right, each stretch wider by `margin` on both sides. */
export function takenStretches(outline: Outline, top: Pt, end: Pt, margin: Pt): readonly Stretch[] {
  const crossed: Stretch[] = [];
  for (let index = 0; index < outline.length; index += 2) {
    const next = (index + 2) % outline.length;
    const edge = edgeInBand(outline[index]!, outline[index + 1]!, outline[next]!, outline[next + 1]!, top, end);
    if (edge !== null) crossed.push({ from: edge.from - margin, to: edge.to + margin });
  }
  const taken: { from: Pt; to: Pt }[] = [];
  for (const stretch of crossed.toSorted((a, b) => a.from - b.from)) {
    const last = taken.at(-1);
    // No edge runs through the band between two stretches: all of it is inside the outline, or none.
    const joins = last !== undefined && (stretch.from <= last.to || isInside(outline, (last.to + stretch.from) / 2, (top + end) / 2));
    if (joins) last.to = Math.max(last.to, stretch.to);
    else taken.push({ ...stretch });
  }
  return taken;
}

/** The part of an edge between two heights, along x; null where it has none. */
function edgeInBand(ax: Pt, ay: Pt, bx: Pt, by: Pt, top: Pt, end: Pt): Stretch | null {
  if (Math.max(ay, by) < top || Math.min(ay, by) > end) return null;
  const at = (height: Pt): Pt => (ay === by ? ax : ax + ((height - ay) / (by - ay)) * (bx - ax));
  const within = (height: Pt): Pt => Math.min(end, Math.max(top, height));
  const [one, other] = ay === by ? [ax, bx] : [at(within(ay)), at(within(by))];
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

/** Whether a point lies inside an outline, by the even-odd rule. */
export function isInside(outline: Outline, x: Pt, y: Pt): boolean {
  let inside = false;
  for (let index = 0; index < outline.length; index += 2) {
    const next = (index + 2) % outline.length;
    const [ax, ay, bx, by] = [outline[index]!, outline[index + 1]!, outline[next]!, outline[next + 1]!];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
