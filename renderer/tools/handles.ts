import { bottom, right, type PagePoint, type Rect } from "../../shared/geometry/rect";
import type { Pt } from "../../shared/geometry/units";
import type { Cursor } from "./tool";

/** A grip on the edge of the selection, by the sides it moves. */
export interface Handle {
  readonly x: "left" | "right" | null;
  readonly y: "top" | "bottom" | null;
}

/** The eight grips, clockwise from the top left corner. */
export const handles: readonly Handle[] = [
  { x: "left", y: "top" },
  { x: null, y: "top" },
  { x: "right", y: "top" },
  { x: "right", y: null },
  { x: "right", y: "bottom" },
  { x: null, y: "bottom" },
  { x: "left", y: "bottom" },
  { x: "left", y: null },
];

/** Where a grip stands on a rectangle. */
export function handlePoint(rect: Rect, handle: Handle): PagePoint {
  return {
    x: handle.x === "left" ? rect.x : handle.x === "right" ? right(rect) : rect.x + rect.width / 2,
    y: handle.y === "top" ? rect.y : handle.y === "bottom" ? bottom(rect) : rect.y + rect.height / 2,
  };
}

/** The grip of a rectangle within reach of a point, corners first, or null. */
export function handleAt(rect: Rect, point: PagePoint, reach: Pt): Handle | null {
  const near = handles.filter((handle) => {
    const at = handlePoint(rect, handle);
    return Math.abs(at.x - point.x) <= reach && Math.abs(at.y - point.y) <= reach;
  });
  return near.find((handle) => handle.x !== null && handle.y !== null) ?? near[0] ?? null;
}

/** The rectangle with the sides of a grip moved by a vector; a side stops `least` before the one it faces. */
export function dragHandle(rect: Rect, handle: Handle, by: PagePoint, least: Pt): Rect {
  const widthBy = handle.x === "right" ? by.x : handle.x === "left" ? -by.x : 0;
  const heightBy = handle.y === "bottom" ? by.y : handle.y === "top" ? -by.y : 0;
  const width = Math.max(Math.min(least, rect.width), rect.width + widthBy);
  const height = Math.max(Math.min(least, rect.height), rect.height + heightBy);
  return {
    x: handle.x === "left" ? right(rect) - width : rect.x,
    y: handle.y === "top" ? bottom(rect) - height : rect.y,
    width,
    height,
  };
}

/** The pointer shape over a grip. */
export function handleCursor(handle: Handle): Cursor {
  if (handle.x === null) return "ns-resize";
  if (handle.y === null) return "ew-resize";
  return (handle.x === "left") === (handle.y === "top") ? "nwse-resize" : "nesw-resize";
}
