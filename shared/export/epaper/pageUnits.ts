import type { OrthogonalPolygon } from "../../geometry/orthogonalPolygon";
import type { Rect, Size } from "../../geometry/rect";
import { bottom, right } from "../../geometry/rect";
import type { EpaperPoint } from "./epaperIssue";

/** Regions are made of whole steps of this part of the page, so that 6 decimals hold them exactly. */
export const UNITS_PER_PAGE = 1_000_000;

/** A rectangle in steps, cut off at the trim box; what abuts in points abuts in steps. Its area may be zero. */
export function pageUnits(rect: Rect, page: Size): Rect {
  const step = (length: number, whole: number): number =>
    Math.round(Math.min(1, Math.max(0, length / whole)) * UNITS_PER_PAGE);
  const x = step(rect.x, page.width);
  const y = step(rect.y, page.height);
  return { x, y, width: step(right(rect), page.width) - x, height: step(bottom(rect), page.height) - y };
}

/** A polygon in steps as the file writes it. */
export function ratioPolygon(polygon: OrthogonalPolygon): readonly EpaperPoint[] {
  return polygon.map(({ x, y }): EpaperPoint => [x / UNITS_PER_PAGE, y / UNITS_PER_PAGE]);
}
