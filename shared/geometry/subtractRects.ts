import type { Rect } from "./rect";
import { bottom, intersects, right } from "./rect";

/** What is left of a rectangle when others are taken away: rectangles that do not overlap. */
export function subtractRects(rect: Rect, others: readonly Rect[]): readonly Rect[] {
  let left: readonly Rect[] = [rect];
  for (const other of others) left = left.flatMap((piece) => (intersects(piece, other) ? around(piece, other) : [piece]));
  return left;
}

/** The parts of a piece above, below, left and right of a rectangle that covers some of it. */
function around(piece: Rect, other: Rect): readonly Rect[] {
  const top = Math.max(piece.y, other.y);
  const end = Math.min(bottom(piece), bottom(other));
  return [
    { x: piece.x, y: piece.y, width: piece.width, height: top - piece.y },
    { x: piece.x, y: end, width: piece.width, height: bottom(piece) - end },
    { x: piece.x, y: top, width: other.x - piece.x, height: end - top },
    { x: right(other), y: top, width: right(piece) - right(other), height: end - top },
  ].filter(({ width, height }) => width > 0 && height > 0);
}
