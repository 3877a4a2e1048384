import type { PagePoint } from "./rect";

/** Which points of a raster belong to a figure: rows from the top, one byte a point, not 0 where it does. */
export interface FigureMask {
  readonly width: number;
  readonly height: number;
  readonly inside: Uint8Array;
}

/** The eight neighbours of a point, clockwise from the one to the right. */
const AROUND = [[1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]] as const;

/**
 * The outer border of a mask's largest figure, as corners in shares of the raster: followed from point to point (Moore
 * neighbours), then with those corners left out whose absence moves the line less than `tolerance` points (Ramer, Douglas
 * and Peucker), twice as many until no more than `most` are left. Empty where there is no figure of three corners.
 */
export function traceOutline(mask: FigureMask, { tolerance, most }: { readonly tolerance: number; readonly most: number }): readonly PagePoint[] {
  const figure = largestFigure(mask);
  if (figure === null) return [];
  const border = followBorder(figure, mask.width, mask.height);
  let corners = simplified(border, tolerance);
  const widest = mask.width + mask.height;
  for (let allowed = 2 * tolerance; corners.length > most && allowed < 2 * widest; allowed *= 2) corners = simplified(border, allowed);
  if (corners.length < 3) return [];
  // The middles of the border's points stand half a point inside the figure.
  const outward = (at: number, size: number) => Math.min(1, Math.max(0, (at + at / Math.max(1, size - 1)) / size));
  return corners.map(({ x, y }) => ({ x: outward(x, mask.width), y: outward(y, mask.height) }));
}

/** The mask of the largest set of points that touch each other, or null where the mask is empty. */
function largestFigure({ width, height, inside }: FigureMask): Uint8Array | null {
  const names = new Int32Array(width * height);
  const stack: number[] = [];
  let [best, bestSize, name] = [0, 0, 0];
  for (let start = 0; start < inside.length; start++) {
    if (inside[start] === 0 || names[start] !== 0) continue;
    name += 1;
    let size = 0;
    names[start] = name;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      size += 1;
      const x = at % width;
      const y = (at - x) / width;
      for (const [dx, dy] of AROUND) {
        const next = at + dy * width + dx;
        if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height || inside[next] === 0 || names[next] !== 0) continue;
        names[next] = name;
        stack.push(next);
      }
    }
    if (size > bestSize) [best, bestSize] = [name, size];
  }
  return best === 0 ? null : Uint8Array.from(names, (found) => (found === best ? 1 : 0));
}

/** The border's points in order, from the topmost one clockwise. */
function followBorder(figure: Uint8Array, width: number, height: number): readonly PagePoint[] {
  const start = figure.indexOf(1);
  const isInside = (x: number, y: number) => x >= 0 && x < width && y >= 0 && y < height && figure[y * width + x] === 1;
  const startX = start % width;
  const startY = (start - startX) / width;
  const points: PagePoint[] = [];
  let [x, y] = [startX, startY];
  // The first point of its row has nothing above it: look from there.
  let looking = 6;
  const limit = 4 * width * height;
  for (let count = 0; count < limit; count++) {
    points.push({ x, y });
    let turn = 0;
    while (turn < 8 && !isInside(x + AROUND[(looking + turn) % 8]![0], y + AROUND[(looking + turn) % 8]![1])) turn += 1;
    if (turn === 8) break;
    const step = (looking + turn) % 8;
    x += AROUND[step]![0];
    y += AROUND[step]![1];
    // Back to the neighbour that was outside, seen from the new point.
    looking = (step + 6 - (step % 2)) % 8;
    if (x === startX && y === startY) break;
  }
  return points;
}

/** A closed line without the corners that matter less than the tolerance; split at two corners far apart. */
function simplified(points: readonly PagePoint[], tolerance: number): readonly PagePoint[] {
  const [first] = points;
  if (first === undefined || points.length < 4) return points;
  let far = 0;
  points.forEach((point, index) => {
    if (distance(point, first) > distance(points[far]!, first)) far = index;
  });
  const kept = new Uint8Array(points.length + 1);
  kept[0] = 1;
  kept[far] = 1;
  const closed = [...points, first];
  keepFarthest(closed, 0, far, tolerance, kept);
  keepFarthest(closed, far, points.length, tolerance, kept);
  return points.filter((_, index) => kept[index] === 1);
}

function keepFarthest(points: readonly PagePoint[], from: number, to: number, tolerance: number, kept: Uint8Array): void {
  const stack: (readonly [number, number])[] = [[from, to]];
  for (let span = stack.pop(); span !== undefined; span = stack.pop()) {
    const [start, end] = span;
    let farthest = -1;
    let most = tolerance;
    for (let index = start + 1; index < end; index++) {
      const away = distanceToLine(points[index]!, points[start]!, points[end]!);
      if (away > most) [farthest, most] = [index, away];
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    stack.push([start, farthest], [farthest, end]);
  }
}

function distance(a: PagePoint, b: PagePoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function distanceToLine(point: PagePoint, from: PagePoint, to: PagePoint): number {
  const length = distance(from, to);
  if (length === 0) return distance(point, from);
  return Math.abs((to.x - from.x) * (from.y - point.y) - (from.x - point.x) * (to.y - from.y)) / length;
}
