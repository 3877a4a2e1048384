import type { Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { BoxId } from "../model/ids";
import { breakLine } from "./breakParagraph";
import { countCharacters } from "./countCharacters";
import type { FlowResult } from "./flow";
import type { ComposedLine, FlowParagraph } from "./flowParagraph";
import type { LineRange } from "./nextLine";
import { placeLine } from "./placeLine";
import { squeezeOf } from "./squeeze";
import { titleLines } from "./titleBreaks";

/** A box whose paragraphs are set as one block: a title, a caption, standing matter. */
export interface Block {
  readonly boxId: BoxId;
  readonly rect: Rect;
  readonly direction: "horizontal" | "vertical";
  /** Where the block stands in its box, across the lines. */
  readonly blockAlign: "start" | "center" | "end";
  /** Whether the last paragraph may stand at the end of the line before it, as a credit does. */
  readonly joinsLast: boolean;
  /** The space between two lines of different paragraphs, where it is not what their pitches give. */
  readonly partGap: ((before: FlowParagraph, after: FlowParagraph) => Pt) | null;
}

interface BlockLine {
  readonly paragraph: number;
  readonly range: LineRange;
  /** From the block's start to the line's em box, across the lines. */
  readonly at: Pt;
  readonly row: number;
}

const ROUNDING = 0.02;
/** A joined credit keeps at least this far from the words before it, in em. */
const JOIN_GAP_EM = 1;

/** Sets paragraphs as one block in a box. Lines that run over its end are overset. */
export function flowBlock(paragraphs: readonly FlowParagraph[], block: Block): FlowResult {
  const isVertical = block.direction === "vertical";
  const measure = isVertical ? block.rect.height : block.rect.width;
  const available = isVertical ? block.rect.width : block.rect.height;
  const { lines, extent } = stackLines(paragraphs, block, measure);
  const free = Math.max(0, available - extent);
  const start = block.blockAlign === "center" ? free / 2 : block.blockAlign === "end" ? free : 0;
  const fits = (line: BlockLine) => start + line.at + paragraphs[line.paragraph]!.prepared.size <= available + ROUNDING;
  const placed: ComposedLine[] = [];
  for (const line of lines) {
    if (!fits(line)) return { lines: placed, overset: oversetOf(paragraphs, lines, line), spareLines: 0 };
    placed.push(
      placeLine(paragraphs[line.paragraph]!, line.paragraph, line.range, {
        boxId: block.boxId,
        column: 0,
        row: line.row,
        rect: stripOf(block, start + line.at, paragraphs[line.paragraph]!.prepared.size),
      }),
    );
  }
  return { lines: placed, overset: null, spareLines: 0 };
}

/** The strip of the box that a line takes; vertical lines follow each other from the right. */
function stripOf({ rect, direction }: Block, at: Pt, size: Pt): Rect {
  if (direction === "horizontal") return { x: rect.x, y: rect.y + at, width: rect.width, height: size };
  return { x: rect.x + rect.width - at - size, y: rect.y, width: size, height: rect.height };
}

function stackLines(paragraphs: readonly FlowParagraph[], block: Block, measure: Pt) {
  const lines: BlockLine[] = [];
  let at = 0;
  let extent = 0;
  let row = 0;
  paragraphs.forEach((paragraph, index) => {
    const previous = lines.at(-1);
    let isFirst = true;
    for (const range of linesOf(paragraph, measure)) {
      if (isFirst && previous !== undefined) {
        const joins = block.joinsLast && index === paragraphs.length - 1 && fitsBehind(paragraphs, previous, range, paragraph, measure);
        if (joins) {
          lines.push({ paragraph: index, range, at: previous.at, row: previous.row });
          return;
        }
        const before = paragraphs[previous.paragraph]!;
        if (block.partGap !== null) at = previous.at + before.prepared.size + block.partGap(before, paragraph);
        at += paragraph.spaceBefore;
      }
      lines.push({ paragraph: index, range, at, row: row++ });
      extent = at + paragraph.prepared.size;
      at += paragraph.pitch;
      isFirst = false;
    }
  });
  return { lines, extent };
}

function linesOf(paragraph: FlowParagraph, measure: Pt): readonly LineRange[] {
  const { prepared, titleBreaks } = paragraph;
  if (titleBreaks !== undefined) return titleLines(prepared, measure, titleBreaks);
  const ranges: LineRange[] = [];
  for (let from = 0; ; from = ranges.at(-1)!.to) {
    const range = breakLine(prepared, from, measure, squeezeOf(paragraph));
    if (range === null) return ranges;
    ranges.push(range);
  }
}

/** Whether a paragraph of one line has room at the end of the line before it. */
function fitsBehind(paragraphs: readonly FlowParagraph[], before: BlockLine, range: LineRange, { prepared }: FlowParagraph, measure: Pt): boolean {
  if (range.to < prepared.count) return false;
  const taken = before.range.indent + before.range.width;
  return paragraphs[before.paragraph]!.align !== "end" && taken + JOIN_GAP_EM * prepared.em + range.width <= measure;
}

function oversetOf(paragraphs: readonly FlowParagraph[], lines: readonly BlockLine[], first: BlockLine) {
  const rest = lines.slice(lines.indexOf(first));
  const { prepared } = paragraphs[first.paragraph]!;
  const counts = rest.map(({ paragraph, range }) => countCharacters(paragraphs[paragraph]!.prepared, range.from, range.to));
  return {
    lines: rest.length,
    characters: counts.reduce((sum, count) => sum + count, 0),
    paragraph: first.paragraph,
    offset: prepared.offsets[first.range.from]!,
  };
}
