import type { OrthogonalPolygon } from "./orthogonalPolygon";
import type { Rect } from "./rect";
import { bottom, right } from "./rect";

/** The fewest full-width bands that make up a polygon with horizontal and vertical edges: from the top, not overlapping. */
export function polygonRects(polygon: OrthogonalPolygon): readonly Rect[] {
  const ys = [...new Set(polygon.map((corner) => corner.y))].sort((a, b) => a - b);
  const rects: Rect[] = [];
  let open: Rect[] = [];
  ys.slice(0, -1).forEach((y, index) => {
    const height = (ys[index + 1] ?? y) - y;
    const crossings = uprightEdges(polygon, y + height / 2);
    const bands: Rect[] = [];
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const x = crossings[at] ?? 0;
      bands.push({ x, y, width: (crossings[at + 1] ?? x) - x, height });
    }
    open = bands.map((band) => {
      const above = open.find((rect) => rect.x === band.x && rect.width === band.width && bottom(rect) === band.y);
      if (above === undefined) return band;
      return { ...above, height: bottom(band) - above.y };
    });
    // A band that grew replaces the shorter one it grew from.
    for (const rect of open) {
      const grown = rects.findIndex((other) => other.x === rect.x && other.y === rect.y);
      if (grown >= 0) rects[grown] = rect;
      else rects.push(rect);
    }
  });
  return rects;
}

/** The area of a polygon. */
export function polygonArea(polygon: OrthogonalPolygon): number {
  let doubled = 0;
  polygon.forEach((corner, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? corner;
    doubled += corner.x * next.y - next.x * corner.y;
  });
  return Math.abs(doubled) / 2;
}

/** The area that two polygons share. */
export function sharedArea(a: OrthogonalPolygon, b: OrthogonalPolygon): number {
  let area = 0;
  const others = polygonRects(b);
  for (const rect of polygonRects(a)) {
    for (const other of others) {
      const width = Math.min(right(rect), right(other)) - Math.max(rect.x, other.x);
      const height = Math.min(bottom(rect), bottom(other)) - Math.max(rect.y, other.y);
      if (width > 0 && height > 0) area += width * height;
    }
  }
  return area;
}

/** The places where a horizontal line meets upright edges, from the left. */
function uprightEdges(polygon: OrthogonalPolygon, y: number): readonly number[] {
  const crossings: number[] = [];
  polygon.forEach((corner, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? corner;
    if (corner.x === next.x && Math.min(corner.y, next.y) < y && y < Math.max(corner.y, next.y)) crossings.push(corner.x);
  });
  return crossings.sort((a, b) => a - b);
}
