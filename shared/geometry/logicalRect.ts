import type { Rect } from "./rect";

/** How the lines of a text run: to the right and from top to bottom, or downwards and from right to left. */
export type LineDirection = "horizontal" | "vertical";

/**
 * A rectangle of the page as text sees it: x along its lines, y from line to line. For vertical text the page is turned
 * by a quarter, so that y is nothing at the page's left edge and negative on it. Lengths stay what they are.
 */
export function logicalRect(direction: LineDirection, rect: Rect): Rect {
  if (direction === "horizontal") return rect;
  return { x: rect.y, y: -(rect.x + rect.width), width: rect.height, height: rect.width };
}

/** The rectangle of the page that a rectangle of the text stands on; undoes `logicalRect`. */
export function pageRect(direction: LineDirection, rect: Rect): Rect {
  if (direction === "horizontal") return rect;
  return { x: -(rect.y + rect.height), y: rect.x, width: rect.height, height: rect.width };
}
