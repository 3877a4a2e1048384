import { EM_ASCENT } from "../fonts/fontSource";
import type { Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { BoxId } from "../model/ids";
import type { ComposedLine, FlowParagraph } from "./flowParagraph";
import type { SetLine } from "./issueLayout";
import { JustifiedLine } from "./justify";
import type { LineRange } from "./nextLine";
import type { PreparedParagraph } from "./preparedParagraph";

/** Where a line stands: its strip of the page, and its number in the box. */
export interface LinePlace {
  readonly boxId: BoxId;
  readonly column: number;
  readonly row: number;
  readonly rect: Rect;
}

/** A line of a paragraph set to the length of its strip. */
export function placeLine(paragraph: FlowParagraph, index: number, range: LineRange, { boxId, column, row, rect }: LinePlace): ComposedLine {
  const { prepared } = paragraph;
  const measure: Pt = prepared.direction === "vertical" ? rect.height : rect.width;
  return new PlacedLine(prepared, range, measure, alignOf(paragraph, range, measure), index, boxId, column, row, rect);
}

function alignOf({ align, leastSpread }: FlowParagraph, range: LineRange, measure: Pt): FlowParagraph["align"] {
  return align === "spread" && range.width < leastSpread * measure ? "center" : align;
}

/**
 * A line and what it was made from: one object, for a long story makes thousands of them anew while an edge is dragged.
 * What only a painter or a caret reads is worked out from the source when it is read.
 */
class PlacedLine extends JustifiedLine implements ComposedLine, SetLine {
  readonly paragraph: number;
  readonly boxId: BoxId;
  readonly column: number;
  readonly row: number;
  readonly rect: Rect;
  private knownOffsets: Uint32Array | null = null;

  constructor(
    prepared: PreparedParagraph, range: LineRange, measure: Pt, align: FlowParagraph["align"],
    paragraph: number, boxId: BoxId, column: number, row: number, rect: Rect,
  ) {
    super(prepared, range, measure, align);
    this.paragraph = paragraph;
    this.boxId = boxId;
    this.column = column;
    this.row = row;
    this.rect = rect;
  }

  get line(): SetLine {
    return this;
  }

  get source(): JustifiedLine {
    return this;
  }

  get from(): number {
    return this.prepared.offsets[this.range.from]!;
  }

  get to(): number {
    return this.prepared.offsets[this.range.to]!;
  }

  get direction(): SetLine["direction"] {
    return this.prepared.direction;
  }

  get isForced(): boolean {
    return this.range.isForced;
  }

  get baseline(): Pt {
    const { rect, prepared } = this;
    return prepared.direction === "vertical" ? rect.x + rect.width / 2 : rect.y + EM_ASCENT * prepared.size;
  }

  get offsets(): Uint32Array {
    const { prepared, range } = this;
    return (this.knownOffsets ??= prepared.offsets.subarray(range.from, range.to));
  }
}
