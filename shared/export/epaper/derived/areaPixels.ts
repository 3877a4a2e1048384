import type { EpaperPoint } from "../epaperIssue";

/** Whole pixels of a picture from its top left corner. */
export type PixelPoint = readonly [x: number, y: number];

/**
 * A polygon in the pixels of a picture: no corner repeated and none in the middle of an edge, whatever rounding does to
 * narrow parts; what would have no area is the smallest box that has one.
 */
export function areaPixels(polygon: readonly EpaperPoint[], width: number, height: number): readonly PixelPoint[] {
  const rounded = polygon.map(([x, y]): PixelPoint => [Math.round(x * width), Math.round(y * height)]);
  const corners = withoutStraightCorners(rounded);
  return doubledArea(corners) > 0 ? corners : leastBox(rounded, width, height);
}

/** Takes repeated corners, corners inside an edge, and there-and-back spikes away, one after the other until none is left. */
function withoutStraightCorners(points: readonly PixelPoint[]): readonly PixelPoint[] {
  const corners = [...points];
  for (;;) {
    const straight = corners.findIndex(([x, y], index) => {
      const [beforeX, beforeY] = corners.at(index - 1) ?? [x, y];
      const [afterX, afterY] = corners[(index + 1) % corners.length] ?? [x, y];
      return (x - beforeX) * (afterY - y) === (y - beforeY) * (afterX - x);
    });
    if (straight < 0) return corners;
    corners.splice(straight, 1);
  }
}

function doubledArea(points: readonly PixelPoint[]): number {
  let area = 0;
  points.forEach(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    area += x * nextY - nextX * y;
  });
  return Math.abs(area);
}

function leastBox(points: readonly PixelPoint[], width: number, height: number): readonly PixelPoint[] {
  const span = (values: readonly number[], most: number): readonly [number, number] => {
    const from = Math.min(Math.max(0, most - 1), ...values);
    return [from, Math.max(from + 1, ...values)];
  };
  const [left, right] = span(points.map(([x]) => x), width);
  const [top, bottom] = span(points.map(([, y]) => y), height);
  return [[left, top], [right, top], [right, bottom], [left, bottom]];
}
