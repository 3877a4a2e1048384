import type { Pt } from "../geometry/units";
import type { NewspaperGrid } from "../model/document";
import { columnWidth } from "../model/gridGeometry";
import { balancedRegions } from "./balancedRegions";
import { breakLine } from "./breakParagraph";
import { countCharacters } from "./countCharacters";
import { advance, fillRegions, skipEmpty, type Cursor, type Filled, type Filling } from "./fillRegions";
import type { ComposedLine, FlowParagraph, FlowParagraphs } from "./flowParagraph";
import type { Overset } from "./issueLayout";
import type { Region } from "./regions";
import { spreadLines } from "./spreadLines";
import { squeezeOf } from "./squeeze";

/** A story set through its regions. */
export interface FlowResult {
  readonly lines: readonly ComposedLine[];
  readonly overset: Overset | null;
  /** How many whole lines of the regions are left empty behind the text, were its columns not balanced. */
  readonly spareLines: number;
}

/**
 * Sets paragraphs through regions, in order, a line for each free slot of each band. Body lines stand on the grid: at
 * whole pitches from their region's top. What does not fit is overset. Where the last column has room, lines that should
 * not stand alone at a column's foot or head go over to the next (孤行); the columns of the frame where the text ends are
 * balanced, and lines are spread down to the foot of columns, where their frames say so.
 */
export function flowParagraphs(paragraphs: FlowParagraphs, regions: readonly Region[], grid: NewspaperGrid): FlowResult {
  const start: Cursor = { paragraph: 0, cluster: 0 };
  skipEmpty(paragraphs.horizontal, start);
  const fill = (into: readonly Region[], filling: Filling): Filled => fillRegions(paragraphs, into, grid, filling);
  const fillWhole = (into: readonly Region[]): Filled => fill(into, { region: 0, cursor: start, lines: [], takes: 0 });
  const whole = fillWhole(regions);
  const isOver = ({ cursor }: Filled): boolean => cursor.paragraph < paragraphs.horizontal.length;
  if (isOver(whole)) {
    const last = regions.at(-1);
    const overset = oversetFrom(paragraphs[last?.direction ?? "horizontal"], whole.cursor, last?.rect.width ?? columnWidth(grid));
    return { lines: spreadLines(paragraphs, regions, whole.lines, grid), overset, spareLines: 0 };
  }
  const keep = (filled: Filled, into: readonly Region[]): Filled => withLinesKept(filled, (filling) => fill(into, filling), isOver);
  const kept = keep(whole, regions);
  const cut = balancedRegions(regions, kept, grid, {
    fit: (into) => !isOver(fillWhole(into)),
    faults: (into) => keep(fillWhole(into), into).faults,
  });
  const last = cut === null ? kept : keep(fillWhole(cut), cut);
  return { lines: spreadLines(paragraphs, cut ?? regions, last.lines, grid), overset: null, spareLines: kept.spareLines };
}

/** The flow with lines taken along to the next column, where that leaves fewer of them alone and the text in its columns. */
function withLinesKept(filled: Filled, fill: (filling: Filling) => Filled, isOver: (filled: Filled) => boolean): Filled {
  const { left, spareLines, lines } = filled;
  if (isOver(filled) || left === null || left.takes > spareLines) return filled;
  // Lines may go over as far as the column where the story ends has room for them.
  const kept = fill({ ...left, lines: lines.slice(0, left.lines), takes: spareLines - left.takes });
  return !isOver(kept) && kept.faults < filled.faults && endsInSameColumn(kept.lines, lines) ? kept : filled;
}

function endsInSameColumn(a: readonly ComposedLine[], b: readonly ComposedLine[]): boolean {
  const [one, other] = [a.at(-1)?.line, b.at(-1)?.line];
  return one?.boxId === other?.boxId && one?.column === other?.column;
}

/** What does not fit: its characters, and the lines it would need in one more column like the last, or a basic column. */
function oversetFrom(paragraphs: readonly FlowParagraph[], start: Cursor, measure: Pt): Overset {
  const cursor = { ...start };
  const offset = paragraphs[start.paragraph]!.prepared.offsets[start.cluster]!;
  let lines = 0;
  let own = 0;
  let characters = 0;
  for (let index = start.paragraph; index < paragraphs.length; index++) {
    const { prepared } = paragraphs[index]!;
    characters += countCharacters(prepared, index === start.paragraph ? start.cluster : 0, prepared.count);
  }
  while (cursor.paragraph < paragraphs.length) {
    const paragraph = paragraphs[cursor.paragraph]!;
    const range = breakLine(paragraph.prepared, cursor.cluster, measure, squeezeOf(paragraph));
    if (range === null) break;
    own = range.from === 0 ? 1 : own + 1;
    advance(paragraphs, cursor, range.to);
    lines++;
    // A head takes as many lines of the grid as its style says.
    if (range.to >= paragraph.prepared.count) lines += Math.max(0, paragraph.linesOccupied - own);
  }
  return { lines, characters, paragraph: start.paragraph, offset };
}
