import { bottom } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import { columnWidth } from "../model/gridGeometry";
import type { NewspaperGrid } from "../model/document";
import { breakLine } from "./breakParagraph";
import { countCharacters } from "./countCharacters";
import type { ComposedLine, FlowParagraph } from "./flowParagraph";
import type { Overset } from "./issueLayout";
import { placeLine } from "./placeLine";
import { freeSlots, MINIMUM_SLOT_EM, type Region, type Slot } from "./regions";
import { squeezeOf } from "./squeeze";
import { linesToTakeAlong } from "./takeAlong";

/** A story set through its regions. */
export interface FlowResult {
  readonly lines: readonly ComposedLine[];
  readonly overset: Overset | null;
  /** How many whole lines of the regions are left empty behind the text. */
  readonly spareLines: number;
}

/** Where in a flow the next line begins. */
interface Cursor {
  paragraph: number;
  cluster: number;
}

/** Heights closer than this are the same line: stored lengths are rounded to 0.001 pt. */
const ROUNDING = 0.02;

/**
 * Sets paragraphs through regions, in order, a line for each free slot of each band. Body lines stand on the grid: at
 * whole pitches from their region's top. What does not fit is overset. Where the last column has room, lines that should
 * not stand alone at a column's foot or head go over to the next (孤行).
 */
export function flowParagraphs(paragraphs: readonly FlowParagraph[], regions: readonly Region[], grid: NewspaperGrid): FlowResult {
  const start: Cursor = { paragraph: 0, cluster: 0 };
  skipEmpty(paragraphs, start);
  const whole = fillRegions(paragraphs, regions, grid.pitch, { region: 0, cursor: start, lines: [], takes: 0 });
  const { cursor, lines, spareLines, left } = whole;
  if (cursor.paragraph < paragraphs.length) {
    return { lines, overset: oversetFrom(paragraphs, cursor, regions.at(-1)?.rect.width ?? columnWidth(grid)), spareLines: 0 };
  }
  if (left === null || left.takes > spareLines) return { lines, overset: null, spareLines };
  // Lines may go over as far as the column where the story ends has room for them.
  const kept = fillRegions(paragraphs, regions, grid.pitch, { ...left, lines: lines.slice(0, left.lines), takes: spareLines - left.takes });
  const isBetter = kept.cursor.paragraph >= paragraphs.length && kept.faults < whole.faults && endsInSameColumn(kept.lines, lines);
  return isBetter ? { lines: kept.lines, overset: null, spareLines: kept.spareLines } : { lines, overset: null, spareLines };
}

function endsInSameColumn(a: readonly ComposedLine[], b: readonly ComposedLine[]): boolean {
  const [one, other] = [a.at(-1)?.line, b.at(-1)?.line];
  return one?.boxId === other?.boxId && one?.column === other?.column;
}

/** A place between two regions from which a flow goes on. */
interface Filling {
  readonly region: number;
  readonly cursor: Cursor;
  readonly lines: ComposedLine[];
  /** How many lines may still go over from one region to the next. */
  readonly takes: number;
}

/** A flow through all regions. */
interface Filled {
  readonly cursor: Cursor;
  readonly lines: readonly ComposedLine[];
  readonly spareLines: number;
  /** How many feet of regions were left as they came, though lines should go over. */
  readonly faults: number;
  /** The first of them: how many lines, and from where to go on. */
  readonly left: (Omit<Filling, "lines"> & { readonly lines: number }) | null;
}

function fillRegions(paragraphs: readonly FlowParagraph[], regions: readonly Region[], pitch: Pt, start: Filling): Filled {
  const { lines } = start;
  let cursor = { ...start.cursor };
  let { takes } = start;
  let left: Filled["left"] = null;
  let spareLines = 0;
  let faults = 0;
  for (let index = start.region; index < regions.length; index++) {
    const first = lines.length;
    spareLines += fillRegion(paragraphs, regions[index]!, cursor, pitch, lines);
    const next = regions[index + 1];
    if (next === undefined || cursor.paragraph >= paragraphs.length) continue;
    const wanted = linesToTakeAlong(paragraphs, { lines, first, ...cursor, nextMeasure: next.rect.width });
    if (wanted === 0) continue;
    const { line, source } = lines[lines.length - wanted]!;
    const back = { paragraph: line.paragraph, cluster: source.range.from };
    if (wanted <= takes) {
      lines.length -= wanted;
      takes -= wanted;
      cursor = back;
      continue;
    }
    faults++;
    left ??= { region: index + 1, cursor: back, lines: lines.length - wanted, takes: wanted };
  }
  return { cursor, lines, spareLines, faults, left };
}

/** Sets lines until the region is full or the text is used up; answers how many lines stay empty. */
function fillRegion(paragraphs: readonly FlowParagraph[], region: Region, cursor: Cursor, gridPitch: Pt, lines: ComposedLine[]): number {
  const end = bottom(region.rect) + ROUNDING;
  const whole: readonly Slot[] = [{ left: region.rect.x, width: region.rect.width }];
  let top = region.rect.y;
  let row = 0;
  while (cursor.paragraph < paragraphs.length) {
    const paragraph = paragraphs[cursor.paragraph]!;
    const { size } = paragraph.prepared;
    if (cursor.cluster === 0 && row > 0) top += paragraph.spaceBefore;
    const isBody = paragraph.prepared.rules.grid !== "none" && Math.abs(paragraph.pitch - gridPitch) < ROUNDING;
    if (isBody) top = nextGridLine(region.rect.y, top, gridPitch);
    if (top + size > end) return 0;
    const index = cursor.paragraph;
    let set = 0;
    for (const slot of region.obstacles.length === 0 ? whole : freeSlots(region, top, top + size, MINIMUM_SLOT_EM * size)) {
      // The rest of a band stays empty when its paragraph ends in it.
      if (cursor.paragraph !== index) break;
      const range = breakLine(paragraph.prepared, cursor.cluster, slot.width, squeezeOf(paragraph), slot.width >= region.rect.width - ROUNDING);
      if (range === null) break;
      // Beside an obstacle a word that does not fit waits for a wider place; in a whole column it must be broken.
      if (range.isForced && slot.width < region.rect.width) continue;
      const rect = { x: slot.left, y: top, width: slot.width, height: size };
      lines.push(placeLine(paragraph, index, range, { boxId: region.boxId, column: region.column, row, rect }));
      set++;
      advance(paragraphs, cursor, range.to);
    }
    if (set > 0 || row > 0) row++;
    top += isBody ? gridPitch : paragraph.pitch;
  }
  return emptyLines(region, top, gridPitch);
}

function nextGridLine(origin: Pt, top: Pt, pitch: Pt): Pt {
  return origin + Math.ceil((top - origin - ROUNDING) / pitch) * pitch;
}

function emptyLines(region: Region, from: Pt, pitch: Pt): number {
  const end = bottom(region.rect) + ROUNDING;
  let count = 0;
  // The grid's gap is a quarter of its pitch or less; a line of body text fits where that much of the pitch does.
  for (let top = nextGridLine(region.rect.y, from, pitch); top + pitch * BODY_SHARE <= end; top += pitch) {
    if (freeSlots(region, top, top + pitch * BODY_SHARE, MINIMUM_SLOT_EM * pitch * BODY_SHARE).length > 0) count++;
  }
  return count;
}

/** The share of a line's pitch that the characters take, for counting empty lines. */
const BODY_SHARE = 0.8;

function advance(paragraphs: readonly FlowParagraph[], cursor: Cursor, to: number): void {
  cursor.cluster = to;
  if (to < paragraphs[cursor.paragraph]!.prepared.count) return;
  cursor.paragraph++;
  cursor.cluster = 0;
  skipEmpty(paragraphs, cursor);
}

/** Paragraphs without a character take no line. */
function skipEmpty(paragraphs: readonly FlowParagraph[], cursor: Cursor): void {
  while (cursor.paragraph < paragraphs.length && paragraphs[cursor.paragraph]!.prepared.count === 0) cursor.paragraph++;
}

/** What does not fit: its characters, and the lines it would need in one more column like the last, or a basic column. */
function oversetFrom(paragraphs: readonly FlowParagraph[], start: Cursor, measure: Pt): Overset {
  const cursor = { ...start };
  const offset = paragraphs[start.paragraph]!.prepared.offsets[start.cluster]!;
  let lines = 0;
  let characters = 0;
  for (let index = start.paragraph; index < paragraphs.length; index++) {
    const { prepared } = paragraphs[index]!;
    characters += countCharacters(prepared, index === start.paragraph ? start.cluster : 0, prepared.count);
  }
  while (cursor.paragraph < paragraphs.length) {
    const paragraph = paragraphs[cursor.paragraph]!;
    const range = breakLine(paragraph.prepared, cursor.cluster, measure, squeezeOf(paragraph));
    if (range === null) break;
    lines++;
    advance(paragraphs, cursor, range.to);
  }
  return { lines, characters, paragraph: start.paragraph, offset };
}
