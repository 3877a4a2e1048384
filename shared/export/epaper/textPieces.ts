import { orthogonalUnion, type OrthogonalPolygon } from "../../geometry/orthogonalPolygon";
import { polygonRects } from "../../geometry/polygonRects";
import type { Rect, Size } from "../../geometry/rect";
import { bottom, intersects, right, union } from "../../geometry/rect";
import { subtractRects } from "../../geometry/subtractRects";
import type { Pt } from "../../geometry/units";
import type { SetLine } from "../../layout/issueLayout";
import { pageUnits } from "./pageUnits";

/** Lines that follow each other in reading order, and the one polygon around them in page units. */
export interface TextPiece {
  readonly lines: readonly SetLine[];
  readonly polygon: OrthogonalPolygon;
}

/** The space between two lines is theirs up to this many line heights: leading, and the two lines that are put before a paragraph. */
const GREATEST_GAP = 3;

/** What stands between the lines of a text. */
export interface TextSurroundings {
  readonly page: Size;
  /** What the spaces between lines and columns must leave out; the lines themselves never give way. */
  readonly obstacles: readonly Rect[];
}

/**
 * The outline of a box's text: the strips of its lines with the leading and gutters between them, so that it follows
 * the text round whatever pushes it. One piece as a rule; where something cuts the text apart, one for each run of
 * lines that stays together, so that every piece is one stretch of text.
 */
export function textPieces(lines: readonly SetLine[], surroundings: TextSurroundings): readonly TextPiece[] {
  const onPage = lines.filter((line) => hasArea(pageUnits(line.rect, surroundings.page)));
  if (onPage.length === 0) return [];
  const polygons = outlineOf(onPage, surroundings);
  const [only, second] = polygons;
  if (only !== undefined && second === undefined) return [{ lines: onPage, polygon: only }];
  return runsByPolygon(onPage, polygons, surroundings.page).flatMap((run) => textPieces(run, surroundings));
}

/** How far an area reaches over the ends of its lines. */
const END_REACH: Pt = 0.3;

/**
 * The area of a line or frame, a little longer than the line: a mark that is trimmed at the edge stands half outside,
 * and readers of PDF take it to be where the middle of its untrimmed width is, on the very edge.
 */
export function textStrip(rect: Rect, direction: SetLine["direction"], obstacles: readonly Rect[]): Rect {
  const isFree = (end: Rect): boolean => !obstacles.some((obstacle) => intersects(end, obstacle));
  if (direction === "horizontal") {
    const before = isFree({ ...rect, x: rect.x - END_REACH, width: END_REACH }) ? END_REACH : 0;
    const behind = isFree({ ...rect, x: right(rect), width: END_REACH }) ? END_REACH : 0;
    return { ...rect, x: rect.x - before, width: rect.width + before + behind };
  }
  const above = isFree({ ...rect, y: rect.y - END_REACH, height: END_REACH }) ? END_REACH : 0;
  const under = isFree({ ...rect, y: bottom(rect), height: END_REACH }) ? END_REACH : 0;
  return { ...rect, y: rect.y - above, height: rect.height + above + under };
}

/** The part of a line that outlines are made of. */
type Strip = Pick<SetLine, "column" | "row" | "direction" | "rect">;

function outlineOf(lines: readonly SetLine[], { page, obstacles: onPage }: TextSurroundings): readonly OrthogonalPolygon[] {
  const obstacles = obstaclesAmong(lines, onPage);
  const free = (gaps: readonly Rect[]): readonly Rect[] => gaps.flatMap((gap) => subtractRects(gap, obstacles));
  const strips = lines.map(({ column, row, direction, rect }): Strip => ({
    column,
    row,
    direction,
    rect: textStrip(rect, direction, obstacles),
  }));
  const columns = groups(strips, (strip) => strip.column).map((column) => [
    ...column.map((strip) => strip.rect),
    ...free(leading(column)),
  ]);
  const between = lines[0]?.direction === "vertical" ? below : beside;
  const gutters = columns.slice(1).flatMap((column, index) =>
    free((columns[index] ?? []).flatMap((before) => column.flatMap((rect) => between(before, rect, Number.POSITIVE_INFINITY)))),
  );
  return orthogonalUnion([...columns.flat(), ...gutters].map((rect) => pageUnits(rect, page)), { cut: 1 });
}

/** The obstacles that reach in among the lines: as a rule none of the hundreds of lines that others print on the page. */
function obstaclesAmong(lines: readonly SetLine[], obstacles: readonly Rect[]): readonly Rect[] {
  const extent = union(lines.map((line) => line.rect));
  if (extent === null) return [];
  const { x, y, width, height } = extent;
  const reach = { x: x - END_REACH, y: y - END_REACH, width: width + 2 * END_REACH, height: height + 2 * END_REACH };
  return obstacles.filter((obstacle) => intersects(reach, obstacle));
}

/** The spaces between each row of a column and the next. */
function leading(column: readonly Strip[]): readonly Rect[] {
  const rows = groups(column, (strip) => strip.row);
  return rows.slice(1).flatMap((row, index) =>
    (rows[index] ?? []).flatMap((before) => row.flatMap((strip) => spaceBetween(before, strip))),
  );
}

/** Strips with the same number together, by ascending number. */
function groups(strips: readonly Strip[], numberOf: (strip: Strip) => number): readonly (readonly Strip[])[] {
  const numbers = [...new Set(strips.map(numberOf))].sort((a, b) => a - b);
  return numbers.map((number) => strips.filter((strip) => numberOf(strip) === number));
}

function spaceBetween(a: Strip, b: Strip): readonly Rect[] {
  if (a.direction === "horizontal") return below(a.rect, b.rect, GREATEST_GAP * a.rect.height);
  // Vertical lines follow each other leftwards.
  return beside(b.rect, a.rect, GREATEST_GAP * a.rect.width);
}

/** The space between two rectangles one above the other, as wide as both are. */
function below(upper: Rect, lower: Rect, most: number): readonly Rect[] {
  const x = Math.max(upper.x, lower.x);
  const y = bottom(upper);
  const gap = { x, y, width: Math.min(right(upper), right(lower)) - x, height: lower.y - y };
  return gap.width > 0 && gap.height > 0 && gap.height <= most ? [gap] : [];
}

/** The space between two rectangles side by side, as high as both are. */
function beside(left: Rect, other: Rect, most: number): readonly Rect[] {
  const x = right(left);
  const y = Math.max(left.y, other.y);
  const gap = { x, y, width: other.x - x, height: Math.min(bottom(left), bottom(other)) - y };
  return gap.width > 0 && gap.height > 0 && gap.width <= most ? [gap] : [];
}

/** Lines divided wherever the next one lies in another polygon. */
function runsByPolygon(
  lines: readonly SetLine[],
  polygons: readonly OrthogonalPolygon[],
  page: Size,
): readonly (readonly SetLine[])[] {
  const bands = polygons.map(polygonRects);
  const runs: SetLine[][] = [];
  let current = -1;
  for (const line of lines) {
    const strip = pageUnits(line.rect, page);
    const polygon = bands.findIndex((rects) => rects.some((rect) => intersects(rect, strip)));
    if (polygon === current) runs.at(-1)?.push(line);
    else runs.push([line]);
    current = polygon;
  }
  return runs;
}

function hasArea(rect: Rect): boolean {
  return rect.width > 0 && rect.height > 0;
}
