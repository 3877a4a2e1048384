import { logicalRect, pageRect } from "../geometry/logicalRect";
import { right } from "../geometry/rect";
import type { NewspaperGrid } from "../model/document";
import { linesIn } from "../model/gridGeometry";
import type { ComposedLine, FlowParagraphs } from "./flowParagraph";
import { placeLine } from "./placeLine";
import { freeSlots, type Region } from "./regions";

/** The most lines of the grid that are put before one paragraph: more reads as a hole [house]. */
const MOST_LINES_BEFORE = 2;
const ROUNDING = 0.02;

/**
 * The lines with those of each column that should be spread moved down by whole lines of the grid, so that the last one
 * stands on the column's last line: a line before each head, then before each other paragraph, then a second one. A column
 * that has too few paragraphs for what is left of it, or where a line would come into an obstacle's way, stays as it is.
 */
export function spreadLines(paragraphs: FlowParagraphs, regions: readonly Region[], lines: readonly ComposedLine[], grid: NewspaperGrid): readonly ComposedLine[] {
  if (!regions.some(({ blockAlign }) => blockAlign === "justify")) return lines;
  const spread: ComposedLine[] = [];
  let from = 0;
  for (const region of regions) {
    let to = from;
    while (to < lines.length && standsIn(lines[to]!, region)) to++;
    const own = lines.slice(from, to);
    from = to;
    spread.push(...(region.blockAlign === "justify" ? (spreadOver(paragraphs, region, own, grid) ?? own) : own));
  }
  return spread;
}

/** A frame's spans may use one column twice, one above the other. */
function standsIn({ line }: ComposedLine, region: Region): boolean {
  if (line.boxId !== region.boxId || line.column !== region.column) return false;
  const { y } = logicalRect(region.direction, line.rect);
  return y >= region.rect.y - ROUNDING && y <= region.rect.y + region.rect.height;
}

function spreadOver(paragraphs: FlowParagraphs, region: Region, lines: readonly ComposedLine[], grid: NewspaperGrid): readonly ComposedLine[] | null {
  const last = lines.at(-1);
  if (last === undefined) return null;
  const lastLine = (logicalRect(region.direction, last.line.rect).y - region.rect.y) / grid.pitch;
  const left = linesIn(grid, region.rect.height) - 1 - Math.round(lastLine);
  if (left <= 0 || Math.abs(lastLine - Math.round(lastLine)) * grid.pitch > ROUNDING) return null;
  const before = linesBefore(paragraphs, region, lines, left);
  if (before === null) return null;
  const moved: ComposedLine[] = [];
  let by = 0;
  for (const [index, composed] of lines.entries()) {
    by += before[index]!;
    const now = by === 0 ? composed : movedLine(paragraphs, region, composed, by, grid);
    if (now === null) return null;
    moved.push(now);
  }
  return moved;
}

/** How many lines of the grid are put before each line; null where there is no place for all of them. */
function linesBefore(paragraphs: FlowParagraphs, region: Region, lines: readonly ComposedLine[], left: number): readonly number[] | null {
  const starts = lines.flatMap(({ line }, index) => (index > 0 && line.paragraph !== lines[index - 1]!.line.paragraph ? [index] : []));
  if (left > starts.length * MOST_LINES_BEFORE) return null;
  const isHead = (index: number): boolean => paragraphs[region.direction][lines[index]!.line.paragraph]!.isHead;
  const inOrder = [...starts.filter(isHead), ...starts.filter((index) => !isHead(index))];
  const before = lines.map(() => 0);
  for (let given = 0; given < left; given++) before[inOrder[given % inOrder.length]!]! += 1;
  return before;
}

function movedLine(paragraphs: FlowParagraphs, region: Region, { line, source }: ComposedLine, by: number, grid: NewspaperGrid): ComposedLine | null {
  const before = logicalRect(region.direction, line.rect);
  const rect = { ...before, y: before.y + by * grid.pitch };
  const isClear = freeSlots(region, rect.y, rect.y + rect.height, 0).some(
    ({ left, width }) => left <= rect.x + ROUNDING && left + width >= right(rect) - ROUNDING,
  );
  if (!isClear) return null;
  const place = { boxId: line.boxId, column: line.column, row: line.row + by, rect: pageRect(region.direction, rect) };
  return placeLine(paragraphs[region.direction][line.paragraph]!, line.paragraph, source.range, place);
}
