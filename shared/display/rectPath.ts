import { bottom, right, type Rect } from "../geometry/rect";
import type { PathSegment } from "./displayList";

/** The outline of a rectangle, clockwise from its top left corner. */
export function rectPath(rect: Rect): readonly PathSegment[] {
  return [
    { kind: "move", x: rect.x, y: rect.y },
    { kind: "line", x: right(rect), y: rect.y },
    { kind: "line", x: right(rect), y: bottom(rect) },
    { kind: "line", x: rect.x, y: bottom(rect) },
    { kind: "close" },
  ];
}
