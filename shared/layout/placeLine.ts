import { EM_ASCENT } from "../fonts/fontSource";
import type { Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { BoxId } from "../model/ids";
import type { ComposedLine, FlowParagraph } from "./flowParagraph";
import { justifyLine } from "./justify";
import type { LineRange } from "./nextLine";

/** Where a line stands: its strip of the page, and its number in the box. */
export interface LinePlace {
  readonly boxId: BoxId;
  readonly column: number;
  readonly row: number;
  readonly rect: Rect;
}

/** A line of a paragraph set to the length of its strip. */
export function placeLine(paragraph: FlowParagraph, index: number, range: LineRange, place: LinePlace): ComposedLine {
  const { prepared } = paragraph;
  const { rect } = place;
  const isVertical = prepared.direction === "vertical";
  const measure: Pt = isVertical ? rect.height : rect.width;
  const { positions, stretchEm, bracketShare } = justifyLine(prepared, range, measure, alignOf(paragraph, range, measure));
  return {
    source: { prepared, range, bracketShare },
    line: {
      boxId: place.boxId,
      column: place.column,
      row: place.row,
      paragraph: index,
      from: prepared.offsets[range.from]!,
      to: prepared.offsets[range.to]!,
      rect,
      baseline: isVertical ? rect.x + rect.width / 2 : rect.y + EM_ASCENT * prepared.size,
      direction: prepared.direction,
      stretchEm,
      positions,
      offsets: prepared.offsets.subarray(range.from, range.to),
    },
  };
}

function alignOf({ align, leastSpread }: FlowParagraph, range: LineRange, measure: Pt): FlowParagraph["align"] {
  return align === "spread" && range.width < leastSpread * measure ? "center" : align;
}
