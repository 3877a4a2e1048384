import type { PagePoint, Rect } from "../../shared/geometry/rect";

/** The rectangle between two corners. */
export function dragArea(a: PagePoint, b: PagePoint): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}
