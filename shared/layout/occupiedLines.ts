import type { Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { NewspaperGrid } from "../model/document";
import { linesHeight } from "../model/gridGeometry";
import { breakLine } from "./breakParagraph";
import type { FlowParagraph } from "./flowParagraph";
import type { LineRange } from "./nextLine";
import { freeSlots, type Region, type Slot } from "./regions";
import { squeezeOf } from "./squeeze";

/** A head in the lines of the grid that it occupies (占行). */
export interface OccupiedLines {
  readonly lines: readonly { readonly range: LineRange; readonly rect: Rect }[];
  /** How many lines of the grid, and from the top of the first of them to the foot of the last. */
  readonly rows: number;
  readonly height: Pt;
}

const ROUNDING = 0.02;

/**
 * All lines of a paragraph, in the middle of the lines of the grid it occupies from a height on: as many as its style says,
 * or as many as hold it. At the head of a column the whole lines above them are left out, as the space before paragraphs
 * is. Null where no place beside an obstacle is that high.
 */
export function occupiedLines(paragraph: FlowParagraph, region: Region, top: Pt, grid: NewspaperGrid): OccupiedLines | null {
  const { size } = paragraph.prepared;
  for (let rows = paragraph.linesOccupied; ; ) {
    const height = linesHeight(grid, rows);
    const slot = freeSlots(region, top, top + height, region.leastSlotEm * size)[0];
    if (slot === undefined) return null;
    const ranges = rangesIn(paragraph, slot, region);
    const extent = (ranges.length - 1) * paragraph.pitch + size;
    const needed = Math.ceil((extent - grid.bodySize - ROUNDING) / grid.pitch) + 1;
    if (needed > rows) {
      rows = needed;
      continue;
    }
    const above = (height - extent) / 2;
    const leftOut = top <= region.rect.y ? Math.floor((above + ROUNDING) / grid.pitch) : 0;
    const first = top + above - leftOut * grid.pitch;
    const lines = ranges.map((range, index) => ({
      range, rect: { x: slot.left, y: first + index * paragraph.pitch, width: slot.width, height: size },
    }));
    return { lines, rows: rows - leftOut, height: linesHeight(grid, rows - leftOut) };
  }
}

function rangesIn(paragraph: FlowParagraph, { width }: Slot, region: Region): readonly LineRange[] {
  const ranges: LineRange[] = [];
  const isWhole = width >= region.rect.width - ROUNDING;
  for (let from = 0; ; ) {
    const range = breakLine(paragraph.prepared, from, width, squeezeOf(paragraph), isWhole);
    if (range === null) return ranges;
    ranges.push(range);
    from = range.to;
  }
}
