import type { LineDirection } from "../geometry/logicalRect";
import type { Pt } from "../geometry/units";
import type { ParagraphStyle } from "../model/document";
import type { SetLine, SetParagraph } from "./issueLayout";
import type { LineRange } from "./nextLine";
import type { PreparedParagraph } from "./preparedParagraph";
import type { ChosenBreaks } from "./titleBreaks";

/** One paragraph on its way into lines: what is printed, how, and where it comes from. */
export interface FlowParagraph {
  readonly set: SetParagraph;
  readonly prepared: PreparedParagraph;
  readonly align: ParagraphStyle["align"];
  /** From one line of it to the next. */
  readonly pitch: Pt;
  readonly spaceBefore: Pt;
  /** A spread line that fills less than this share of its measure is centred instead. */
  readonly leastSpread: number;
  /** Whether it heads what follows, so that it stands with the first lines of it. */
  readonly isHead: boolean;
  /** How many lines of the grid it takes (占行); 0 for as many as it fills. */
  readonly linesOccupied: number;
  /** The breaks of a title, whose lines are chosen together; body text has none. */
  readonly titleBreaks?: ChosenBreaks;
}

/** A story's paragraphs as each direction sets them: the same clusters, so that one may go on where the other stopped. */
export type FlowParagraphs = Readonly<Record<LineDirection, readonly FlowParagraph[]>>;

/** What a painter needs of a line beyond what everybody reads. */
export interface LineSource {
  readonly prepared: PreparedParagraph;
  readonly range: LineRange;
  /** The length the line was set to. */
  readonly measure: Pt;
  /** How it was set to it. */
  readonly align: ParagraphStyle["align"];
  /** How large a share of what they can give the brackets inside the line gave when it was squeezed. */
  readonly bracketShare: number;
}

/** A line and what it was made from. */
export interface ComposedLine {
  readonly line: SetLine;
  readonly source: LineSource;
}
