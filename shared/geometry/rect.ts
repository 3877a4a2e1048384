import type { Pt } from "./units";

/** A point on a page, measured from the page's top left corner. */
export interface PagePoint {
  readonly x: Pt;
  readonly y: Pt;
}

/** How far a rectangle reaches, without a place. */
export interface Size {
  readonly width: Pt;
  readonly height: Pt;
}

/** A rectangle on a page; its width and height are never negative. */
export interface Rect extends PagePoint, Size {}

/** The right edge of a rectangle. */
export function right(rect: Rect): Pt {
  return rect.x + rect.width;
}

/** The lower edge of a rectangle. */
export function bottom(rect: Rect): Pt {
  return rect.y + rect.height;
}

/** The rectangle moved by a vector. */
export function translate(rect: Rect, by: PagePoint): Rect {
  return { x: rect.x + by.x, y: rect.y + by.y, width: rect.width, height: rect.height };
}

/** The rectangle with every edge moved outwards by a distance (inwards where it is negative). */
export function outset(rect: Rect, by: Pt): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}

/** Whether two rectangles share an area, touching edges not counted. */
export function intersects(a: Rect, b: Rect): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

/** Whether a point lies in a rectangle, edges included. */
export function contains(rect: Rect, point: PagePoint): boolean {
  return point.x >= rect.x && point.x <= right(rect) && point.y >= rect.y && point.y <= bottom(rect);
}

/** The smallest rectangle around all of them, or null where there are none. */
export function union(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null;
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return { x, y, width: Math.max(...rects.map(right)) - x, height: Math.max(...rects.map(bottom)) - y };
}
