import { logicalRect, pageRect } from "../geometry/logicalRect";
import type { Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import { dividedMeasure } from "./brokenColumns";
import type { NewspaperGrid, TextFrame } from "./document";

/** What decides where a text frame's columns stand. */
export type ColumnedFrame = Pick<TextFrame, "rect" | "columns" | "gutter" | "direction" | "remainder">;

/** One column of a text frame: where its lines start, from the frame's edge, and how long they are. */
export interface ColumnMeasure {
  readonly start: Pt;
  readonly length: Pt;
}

/**
 * The measures of a frame's columns in reading order, from its left edge, or from its top where text is vertical. A frame
 * of one column is as wide as it is; where columns of whole characters find no room they share the frame evenly.
 */
export function columnMeasures({ rect, columns, gutter, direction, remainder }: ColumnedFrame, grid: NewspaperGrid): readonly ColumnMeasure[] {
  const measure = direction === "vertical" ? rect.height : rect.width;
  const em = grid.bodySize;
  if (remainder !== "even" && columns > 1) {
    const broken = dividedMeasure(measure / em, { into: columns, gutter: gutter / em }, remainder);
    if (broken !== null) return broken.map(({ left, characters }) => ({ start: left * em, length: characters * em }));
  }
  const length = (measure - (columns - 1) * gutter) / columns;
  return Array.from({ length: columns }, (_, column) => ({ start: column * (length + gutter), length }));
}

/** Lengths closer than this are the same: stored lengths are rounded to 0.001 pt. */
const ROUNDING = 0.01;

/** Whether something is left over where a frame is divided into columns of whole characters, so that it matters where that goes. */
export function hasOddSpace(frame: ColumnedFrame, grid: NewspaperGrid): boolean {
  const even = columnMeasures({ ...frame, remainder: "even" }, grid);
  const whole = columnMeasures({ ...frame, remainder: "widerGutters" }, grid);
  return whole.some(({ length }, column) => Math.abs(length - (even[column]?.length ?? 0)) > ROUNDING);
}

/** The rectangles of a frame's columns on its page, in reading order, whatever its spans leave out of them. */
export function textFrameColumns(frame: ColumnedFrame, grid: NewspaperGrid): readonly Rect[] {
  const { x, y, height } = logicalRect(frame.direction, frame.rect);
  return columnMeasures(frame, grid).map(({ start, length }) => pageRect(frame.direction, { x: x + start, y, width: length, height }));
}
