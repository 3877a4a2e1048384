import { pageRect } from "../geometry/logicalRect";
import { right, type Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { ComposedLine, FlowParagraph } from "./flowParagraph";
import { lineRange } from "./nextLine";
import { placeLine } from "./placeLine";
import { freeSlots, type Region, type Slot } from "./regions";

/** A drop cap in its place, and what it takes from the lines beside it; lengths as the text sees them (`logicalRect`). */
export interface SetCap {
  readonly paragraph: number;
  readonly line: ComposedLine;
  readonly rect: Rect;
  /** The cluster behind it. */
  readonly to: number;
  /** Where the lines beside it begin. */
  readonly textStart: Pt;
  /** Where the first line below it may begin. */
  readonly end: Pt;
}

/** The least that is left between a drop cap and the lines beside it, in em. */
const LEAST_GAP_EM = 1 / 4;
const ROUNDING = 0.02;

/** How tall the first line of a paragraph is, a drop cap with it: a column with less room than this is left to what stands in it. */
export function headHeight({ prepared }: FlowParagraph): Pt {
  return prepared.dropCap?.size ?? prepared.size;
}

/**
 * Sets the drop cap of a paragraph whose first line begins at `top`, or answers null where an obstacle leaves no place
 * for it and some text. The lines beside it are shorter by whole characters, so that they stay on the grid's places.
 */
export function setDropCap(paragraph: FlowParagraph, index: number, region: Region, top: Pt, row: number): SetCap | null {
  const { prepared, pitch } = paragraph;
  const { capCount, dropCap, em } = prepared;
  if (dropCap === null) return null;
  const range = lineRange(prepared, 0, capCount, Number.MAX_VALUE, false);
  const wanted = range.width + LEAST_GAP_EM * em;
  // By whole characters on a grid of characters; by half ones else, which leaves no hole beside a cap of two lines.
  const step = prepared.rules.grid === "characters" ? em : em / 2;
  const taken = Math.ceil((wanted - ROUNDING) / step) * step;
  const least = Math.min(taken + region.leastSlotEm * em, region.rect.width);
  const slot = freeSlots(region, top, top + dropCap.size, least)[0];
  if (slot === undefined) return null;
  const rect = { x: slot.left, y: top, width: Math.min(taken, slot.width), height: dropCap.size };
  // It stands on the last of the lines it takes.
  const place = { boxId: region.boxId, column: region.column, row: row + dropCap.lines - 1, rect: pageRect(region.direction, rect) };
  const line = placeLine(paragraph, index, range, place);
  return { paragraph: index, line, rect, to: range.to, textStart: slot.left + taken, end: top + dropCap.lines * pitch };
}

/** The places for text in a band that begins at `top`, less what a drop cap takes of them. */
export function slotsBeside({ rect, textStart, end }: SetCap, top: Pt, slots: readonly Slot[]): readonly Slot[] {
  if (top > end - ROUNDING) return slots;
  return slots.flatMap(({ left, width }) => {
    if (left + width <= rect.x + ROUNDING || left >= right(rect)) return [{ left, width }];
    const rest = left + width - textStart;
    return rest > ROUNDING ? [{ left: textStart, width: rest }] : [];
  });
}
