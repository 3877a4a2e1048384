import type { Pt } from "../geometry/units";
import { breakLine } from "./breakParagraph";
import type { ComposedLine, FlowParagraph } from "./flowParagraph";
import { squeezeOf } from "./squeeze";

/** The foot of a column that is full, with more text to come. */
export interface ColumnFoot {
  /** All lines so far; those of the column from `first` on. */
  readonly lines: readonly ComposedLine[];
  readonly first: number;
  /** Where the next column begins. */
  readonly paragraph: number;
  readonly cluster: number;
  /** The length of the next column's lines. */
  readonly nextMeasure: Pt;
}

/** A paragraph's first lines stand at a column's foot by two, as do the first two lines under a head. */
const LEAST_AT_FOOT = 2;

/**
 * How many lines at a column's foot should go over to the next one, so that neither the first line of a paragraph is alone
 * there (孤行), nor its last line alone at the next head, nor a head without two lines of what it heads (CLREQ). None where
 * that would empty the column, or where they stand beside an obstacle.
 */
export function linesToTakeAlong(paragraphs: readonly FlowParagraph[], foot: ColumnFoot): number {
  const { lines, first } = foot;
  const count = wantedLines(paragraphs, foot);
  if (count === 0 || first + count >= lines.length) return 0;
  for (let index = lines.length - count; index < lines.length; index++) {
    if (lines[index]!.line.row === lines[index - 1]!.line.row) return 0;
  }
  return count;
}

function wantedLines(paragraphs: readonly FlowParagraph[], { lines, first, paragraph, cluster, nextMeasure }: ColumnFoot): number {
  const last = lines.at(-1);
  if (last === undefined) return 0;
  const own = last.line.paragraph;
  const ownLines = linesOf(lines, first, lines.length, own);
  const begins = lines[lines.length - ownLines]?.source.range.from === 0;
  if (begins && paragraphs[own]!.isHead) return ownLines + headLines(paragraphs, lines, first, lines.length - ownLines);
  if (paragraph !== own) return 0;
  const isAlone = begins && ownLines < LEAST_AT_FOOT;
  if (!isAlone && !endsInOneLine(paragraphs[own]!, cluster, nextMeasure)) return 0;
  if (begins && ownLines <= LEAST_AT_FOOT) return ownLines + headLines(paragraphs, lines, first, lines.length - ownLines);
  // The lines beside a drop cap stay with it; the cap is one of the paragraph's lines.
  const besideCap = begins ? (paragraphs[own]!.prepared.dropCap?.lines ?? 0) : 0;
  return ownLines > 1 + besideCap ? 1 : 0;
}

/** How many lines of one paragraph stand right before a place, none of them before `first`. */
function linesOf(lines: readonly ComposedLine[], first: number, end: number, paragraph: number): number {
  let from = end;
  while (from > first && lines[from - 1]!.line.paragraph === paragraph) from--;
  return end - from;
}

/** How many lines of heads stand right before a place. */
function headLines(paragraphs: readonly FlowParagraph[], lines: readonly ComposedLine[], first: number, end: number): number {
  let from = end;
  while (from > first && paragraphs[lines[from - 1]!.line.paragraph]!.isHead) from--;
  return end - from;
}

function endsInOneLine(paragraph: FlowParagraph, cluster: number, measure: Pt): boolean {
  const range = breakLine(paragraph.prepared, cluster, measure, squeezeOf(paragraph));
  return range !== null && range.to >= paragraph.prepared.count;
}
