import type { DisplayInk, PathSegment } from "../../display/displayList";
import type { PagePoint, Rect, Size } from "../../geometry/rect";
import type { Pt } from "../../geometry/units";

/** The side of a place, in points: 36 places an inch. */
export const PLACE: Pt = 2;
const FULL = 255;

/** A page cut into places, with the inks that lie on each. */
export interface InkSheet {
  readonly columns: number;
  readonly rows: number;
  /** Four process inks a place, 0 to 255. */
  readonly inks: Uint8Array;
  /** What spot colours add, in percent. */
  readonly spots: Float32Array;
}

/** A sheet of paper without ink. */
export function createInkSheet({ width, height }: Size): InkSheet {
  const columns = Math.max(1, Math.ceil(width / PLACE));
  const rows = Math.max(1, Math.ceil(height / PLACE));
  return { columns, rows, inks: new Uint8Array(4 * columns * rows), spots: new Float32Array(columns * rows) };
}

/** What is done with one place: its number and its middle. */
export type VisitPlace = (index: number, x: Pt, y: Pt) => void;

/** Prints an ink on a place: over what lies there (solid black that overprints), or in its stead. */
export function printInk(sheet: InkSheet, index: number, { cyan, magenta, yellow, black, spot }: DisplayInk, overprints: boolean): void {
  if (overprints) {
    sheet.inks[4 * index + 3] = FULL;
    return;
  }
  const process = spot === undefined ? FULL : 0;
  sheet.inks[4 * index] = process * cyan;
  sheet.inks[4 * index + 1] = process * magenta;
  sheet.inks[4 * index + 2] = process * yellow;
  sheet.inks[4 * index + 3] = process * black;
  sheet.spots[index] = spot === undefined ? 0 : 100 * spot.tint;
}

/** The ink on a place, in percent. */
export function inkAt({ inks, spots }: InkSheet, index: number): number {
  return (100 / FULL) * (inks[4 * index]! + inks[4 * index + 1]! + inks[4 * index + 2]! + inks[4 * index + 3]!) + spots[index]!;
}

/** Visits the places whose middle lies in a rectangle. */
export function eachPlaceIn(sheet: InkSheet, { x, y, width, height }: Rect, visit: VisitPlace): void {
  for (let row = firstMiddle(y, sheet.rows); row < firstMiddle(y + height, sheet.rows); row++) visitRow(sheet, row, x, x + width, visit);
}

/** Visits the places whose middle lies in a filled outline, by the nonzero winding rule; a part finer than a place has those along its middle. */
export function eachPlaceFilled(sheet: InkSheet, segments: readonly PathSegment[], visit: VisitPlace): void {
  const polygons = polygonsOf(segments);
  fillPolygons(sheet, polygons, visit);
  for (const polygon of polygons) {
    const bounds = boundsOf(polygon);
    if (bounds.width < PLACE || bounds.height < PLACE) eachPlaceIn(sheet, notFinerThanAPlace(bounds), visit);
  }
}

/** Visits the places under a stroked outline, its dashes taken for whole; one finer than a place has those along its middle. */
export function eachPlaceStroked(sheet: InkSheet, segments: readonly PathSegment[], strokeWidth: Pt, visit: VisitPlace): void {
  const half = Math.max(strokeWidth, PLACE) / 2;
  for (const { points, isClosed } of subpathsOf(segments)) {
    points.forEach((from, index) => {
      const to = points[index + 1] ?? (isClosed ? points[0]! : from);
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      if (length === 0) return;
      const [across, down] = [(-half * (to.y - from.y)) / length, (half * (to.x - from.x)) / length];
      const corners = [{ x: from.x + across, y: from.y + down }, { x: to.x + across, y: to.y + down }, { x: to.x - across, y: to.y - down }, { x: from.x - across, y: from.y - down }];
      fillPolygons(sheet, [corners], visit);
    });
  }
}

/** The first row or column whose middle does not lie before a coordinate. */
function firstMiddle(coordinate: Pt, most: number): number {
  return Math.min(most, Math.max(0, Math.ceil(coordinate / PLACE - 0.5)));
}

function visitRow(sheet: InkSheet, row: number, from: Pt, to: Pt, visit: VisitPlace): void {
  const end = firstMiddle(to, sheet.columns);
  for (let column = firstMiddle(from, sheet.columns); column < end; column++) visit(row * sheet.columns + column, (column + 0.5) * PLACE, (row + 0.5) * PLACE);
}

type Polygon = readonly PagePoint[];

function fillPolygons(sheet: InkSheet, polygons: readonly Polygon[], visit: VisitPlace): void {
  const bounds = boundsOf(polygons.flat());
  for (let row = firstMiddle(bounds.y, sheet.rows); row < firstMiddle(bounds.y + bounds.height, sheet.rows); row++) {
    const crossings = polygons.flatMap((polygon) => crossingsAt(polygon, (row + 0.5) * PLACE)).toSorted((a, b) => a.x - b.x);
    let winding = 0;
    crossings.forEach(({ x, turn }, index) => {
      winding += turn;
      const next = crossings[index + 1];
      if (winding !== 0 && next !== undefined) visitRow(sheet, row, x, next.x, visit);
    });
  }
}

/** Where the edges of a polygon cross a height, and whether they run down (1) or up (-1) there. */
function crossingsAt(polygon: Polygon, y: Pt): readonly { readonly x: Pt; readonly turn: 1 | -1 }[] {
  return polygon.flatMap((from, index) => {
    const to = polygon[(index + 1) % polygon.length]!;
    if (from.y > y === to.y > y) return [];
    return [{ x: from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x), turn: to.y > from.y ? 1 : -1 } as const];
  });
}

function boundsOf(points: Polygon): Rect {
  let [left, top, right, foot] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    foot = Math.max(foot, y);
  }
  return { x: left, y: top, width: right - left, height: foot - top };
}

function notFinerThanAPlace({ x, y, width, height }: Rect): Rect {
  const [wide, high] = [Math.max(width, PLACE), Math.max(height, PLACE)];
  return { x: x - (wide - width) / 2, y: y - (high - height) / 2, width: wide, height: high };
}

function polygonsOf(segments: readonly PathSegment[]): readonly Polygon[] {
  return subpathsOf(segments).map(({ points }) => points);
}

interface Subpath {
  readonly points: PagePoint[];
  isClosed: boolean;
}

const LINES_A_CURVE = 8;

/** The parts of an outline, each from one move to the next, with its curves as so many lines. */
function subpathsOf(segments: readonly PathSegment[]): readonly Subpath[] {
  const subpaths: Subpath[] = [];
  for (const segment of segments) {
    const current = subpaths.at(-1);
    if (segment.kind === "move" || current === undefined) {
      if (segment.kind !== "close") subpaths.push({ points: [{ x: segment.x, y: segment.y }], isClosed: false });
    } else if (segment.kind === "close") {
      current.isClosed = true;
    } else if (segment.kind === "line") {
      current.points.push({ x: segment.x, y: segment.y });
    } else {
      const from = current.points.at(-1)!; // a subpath begins with its move
      for (let step = 1; step <= LINES_A_CURVE; step++) {
        const t = step / LINES_A_CURVE;
        const u = 1 - t;
        const along = (start: Pt, one: Pt, other: Pt, end: Pt): Pt => u * u * u * start + 3 * u * u * t * one + 3 * u * t * t * other + t * t * t * end;
        current.points.push({ x: along(from.x, segment.x1, segment.x2, segment.x), y: along(from.y, segment.y1, segment.y2, segment.y) });
      }
    }
  }
  return subpaths;
}
