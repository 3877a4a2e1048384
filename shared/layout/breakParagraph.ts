import type { Pt } from "../geometry/units";
import { nextLine, type LineRange, type Squeeze } from "./nextLine";
import { plannedLines } from "./plannedLines";
import type { PreparedParagraph } from "./preparedParagraph";
import { squeezeMarks } from "./squeeze";

/** A paragraph's lines of one length, from some cluster to its end. */
interface KnownLines {
  readonly available: Pt;
  readonly squeeze: Squeeze | undefined;
  readonly ranges: readonly LineRange[];
  /** The line that is likely to be asked for next. */
  next: number;
}

/** How many such rows of lines are kept for a paragraph: those of two lengths, for columns of a frame may differ. */
const KEPT_ROWS = 2;
const knownLines = new WeakMap<PreparedParagraph, KnownLines[]>();
/** The row that was read last: the next line is mostly in it, too. */
let lastParagraph: PreparedParagraph | null = null;
let lastRow: KnownLines | null = null;

/**
 * The line that starts at cluster `from`, or null when the paragraph is used up: the one seam through which text becomes
 * lines. `isWholeMeasure` says that the lines behind are as long as this one, as they are in a column, not beside an
 * obstacle; then a justified paragraph's breaks are chosen together if the house wants it, else the line is filled by
 * itself. Lines of a whole column are remembered, so that text which only moves is not broken again.
 */
export function breakLine(paragraph: PreparedParagraph, from: number, available: Pt, squeeze?: Squeeze, isWholeMeasure = true): LineRange | null {
  if (from >= paragraph.count) return null;
  if (!isWholeMeasure) return nextLine(paragraph, from, available, squeeze);
  if (paragraph === lastParagraph && lastRow !== null && lastRow.available === available && lastRow.squeeze === squeeze) {
    const range = lastRow.ranges[lastRow.next];
    if (range !== undefined && range.from === from) {
      lastRow.next++;
      return range;
    }
  }
  return lookUpLine(paragraph, from, available, squeeze);
}

function lookUpLine(paragraph: PreparedParagraph, from: number, available: Pt, squeeze?: Squeeze): LineRange {
  let rows = knownLines.get(paragraph);
  if (rows === undefined) knownLines.set(paragraph, (rows = []));
  lastParagraph = paragraph;
  for (const row of rows) {
    if (row.available !== available || row.squeeze !== squeeze) continue;
    const at = row.ranges.findIndex((range) => range.from === from);
    if (at < 0) continue;
    lastRow = row;
    row.next = at + 1;
    return row.ranges[at]!;
  }
  lastRow = { available, squeeze, ranges: linesFrom(paragraph, from, available, squeeze), next: 1 };
  if (rows.length >= KEPT_ROWS) rows.shift();
  rows.push(lastRow);
  return lastRow.ranges[0]!;
}

/** Each line depends on where it starts alone, so that it does not matter from where a row was begun. */
function linesFrom(paragraph: PreparedParagraph, from: number, available: Pt, squeeze?: Squeeze): readonly LineRange[] {
  if (squeeze === squeezeMarks && paragraph.rules.lineBreaking === "paragraph") return plannedLines(paragraph, from, available);
  const ranges: LineRange[] = [];
  for (let range = nextLine(paragraph, from, available, squeeze); range !== null; range = nextLine(paragraph, range.to, available, squeeze)) {
    ranges.push(range);
  }
  return ranges;
}
