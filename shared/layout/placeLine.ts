import { EM_ASCENT } from "../fonts/fontSource";
import type { Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { BoxId } from "../model/ids";
import type { ComposedLine, FlowParagraph } from "./flowParagraph";
import type { SetLine } from "./issueLayout";
import { justifyLine, type JustifiedLine } from "./justify";
import type { LineRange } from "./nextLine";

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
  const source = justifyLine(prepared, range, measure, alignOf(paragraph, range, measure));
  return new PlacedLine(source, index, boxId, column, row, rect);
}

function alignOf({ align, leastSpread }: FlowParagraph, range: LineRange, measure: Pt): FlowParagraph["align"] {
  return align === "spread" && range.width < leastSpread * measure ? "center" : align;
}

/**
 * A line and what it was made from: one object, for a long story makes thousands of them anew while an edge is dragged.
 * What only a painter or a caret reads is worked out from the source when it is read.
 */
class PlacedLine implements ComposedLine, SetLine {
  readonly source: JustifiedLine;
  readonly paragraph: number;
  readonly boxId: BoxId;
  readonly column: number;
  readonly row: number;
  readonly rect: Rect;
  private knownOffsets: Uint32Array | null = null;

  constructor(source: JustifiedLine, paragraph: number, boxId: BoxId, column: number, row: number, rect: Rect) {
    this.source = source;
    this.paragraph = paragraph;
    this.boxId = boxId;
    this.column = column;
    this.row = row;
    this.rect = rect;
  }

  get line(): SetLine {
    return this;
  }

  get from(): number {
    return this.source.prepared.offsets[this.source.range.from]!;
  }

  get to(): number {
    return this.source.prepared.offsets[this.source.range.to]!;
  }

  get direction(): SetLine["direction"] {
    return this.source.prepared.direction;
  }

  get baseline(): Pt {
    const { rect, source } = this;
    return source.prepared.direction === "vertical" ? rect.x + rect.width / 2 : rect.y + EM_ASCENT * source.prepared.size;
  }

  get stretchEm(): number {
    return this.source.stretchEm;
  }

  get positions(): Float64Array {
    return this.source.positions;
  }

  get offsets(): Uint32Array {
    const { prepared, range } = this.source;
    return (this.knownOffsets ??= prepared.offsets.subarray(range.from, range.to));
  }
}
