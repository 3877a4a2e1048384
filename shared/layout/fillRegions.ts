import { pageRect } from "../geometry/logicalRect";
import { bottom, type Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { NewspaperGrid } from "../model/document";
import { breakLine } from "./breakParagraph";
import { headHeight, setDropCap, slotsBeside, type SetCap } from "./dropCap";
import type { ComposedLine, FlowParagraph, FlowParagraphs } from "./flowParagraph";
import { occupiedLines } from "./occupiedLines";
import { placeLine } from "./placeLine";
import { freeSlots, type Region, type Slot } from "./regions";
import { squeezeOf } from "./squeeze";
import { linesToTakeAlong } from "./takeAlong";

/** Where in a flow the next line begins. */
export interface Cursor {
  paragraph: number;
  cluster: number;
}

/** A place between two regions from which a flow goes on. */
export interface Filling {
  readonly region: number;
  readonly cursor: Cursor;
  readonly lines: ComposedLine[];
  /** How many lines may still go over from one region to the next. */
  readonly takes: number;
}

/** A flow through all regions. */
export interface Filled {
  readonly cursor: Cursor;
  readonly lines: readonly ComposedLine[];
  readonly spareLines: number;
  /** How many feet of regions were left as they came, though lines should go over. */
  readonly faults: number;
  /** The first of them: how many lines, and from where to go on. */
  readonly left: (Omit<Filling, "lines"> & { readonly lines: number }) | null;
}

/** Heights closer than this are the same line: stored lengths are rounded to 0.001 pt. */
const ROUNDING = 0.02;

const NO_SLOTS: readonly Slot[] = [];

/** Sets lines through regions from a place on, until they are full or the text is used up. */
export function fillRegions(paragraphs: FlowParagraphs, regions: readonly Region[], grid: NewspaperGrid, start: Filling): Filled {
  const { lines } = start;
  let cursor = { ...start.cursor };
  let { takes } = start;
  let left: Filled["left"] = null;
  let spareLines = 0;
  let faults = 0;
  for (let index = start.region; index < regions.length; index++) {
    const first = lines.length;
    const region = regions[index]!;
    spareLines += fillRegion(paragraphs[region.direction], region, cursor, grid, lines);
    const next = regions[index + 1];
    if (next === undefined || cursor.paragraph >= paragraphs.horizontal.length) continue;
    const wanted = linesToTakeAlong(paragraphs[next.direction], { lines, first, ...cursor, nextMeasure: next.rect.width });
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
function fillRegion(paragraphs: readonly FlowParagraph[], region: Region, cursor: Cursor, grid: NewspaperGrid, lines: ComposedLine[]): number {
  const end = bottom(region.rect) + ROUNDING;
  const whole: readonly Slot[] = [{ left: region.rect.x, width: region.rect.width }];
  let top = region.rect.y;
  let row = 0;
  let cap: SetCap | null = null;
  while (cursor.paragraph < paragraphs.length) {
    const paragraph = paragraphs[cursor.paragraph]!;
    if (cap !== null && cap.paragraph !== cursor.paragraph) {
      top = Math.max(top, cap.end);
      cap = null;
    }
    const { size } = paragraph.prepared;
    const isHead = paragraph.linesOccupied > 0 && cursor.cluster === 0;
    if (cursor.cluster === 0 && row > 0) top += paragraph.spaceBefore;
    const isBody = paragraph.prepared.rules.grid !== "none" && Math.abs(paragraph.pitch - grid.pitch) < ROUNDING;
    if (isBody || isHead) top = nextGridLine(region.rect.y, top, grid.pitch);
    const isCapDue = cursor.cluster === 0 && paragraph.prepared.dropCap !== null;
    if (top + (isCapDue ? headHeight(paragraph) : size) > end) return 0;
    const index = cursor.paragraph;
    if (isHead) {
      const head = occupiedLines(paragraph, region, top, grid);
      // One that no line was set before stands in its lines however few there are, or it would never stand at all.
      if (head !== null && top + head.height > end && row > 0) return 0;
      if (head !== null && top + head.height <= end) {
        for (const { range, rect } of head.lines) lines.push(placeLine(paragraph, index, range, placeOf(region, row++, rect)));
        top += head.rows * grid.pitch;
        advance(paragraphs, cursor, paragraph.prepared.count);
        continue;
      }
    }
    let set = 0;
    if (isCapDue) cap = setDropCap(paragraph, index, region, top, row);
    if (isCapDue && cap !== null) {
      lines.push(cap.line);
      advance(paragraphs, cursor, cap.to);
    }
    const free = region.obstacles.length === 0 ? whole : freeSlots(region, top, top + size, region.leastSlotEm * size);
    for (const slot of cap !== null ? slotsBeside(cap, top, free) : isCapDue ? NO_SLOTS : free) {
      // The rest of a band stays empty when its paragraph ends in it.
      if (cursor.paragraph !== index) break;
      const range = breakLine(paragraph.prepared, cursor.cluster, slot.width, squeezeOf(paragraph), slot.width >= region.rect.width - ROUNDING);
      if (range === null) break;
      // Beside an obstacle a word that does not fit waits for a wider place; in a whole column it must be broken.
      if (range.isForced && slot.width < region.rect.width) continue;
      const rect = { x: slot.left, y: top, width: slot.width, height: size };
      lines.push(placeLine(paragraph, index, range, placeOf(region, row, rect)));
      set++;
      advance(paragraphs, cursor, range.to);
    }
    if (set > 0 || row > 0) row++;
    top += isBody ? grid.pitch : paragraph.pitch;
  }
  return emptyLines(region, cap === null ? top : Math.max(top, cap.end), grid.pitch);
}

function placeOf({ boxId, column, direction }: Region, row: number, rect: Rect) {
  return { boxId, column, row, rect: pageRect(direction, rect) };
}

function nextGridLine(origin: Pt, top: Pt, pitch: Pt): Pt {
  return origin + Math.ceil((top - origin - ROUNDING) / pitch) * pitch;
}

function emptyLines(region: Region, from: Pt, pitch: Pt): number {
  const end = bottom(region.rect) + ROUNDING;
  let count = 0;
  // The grid's gap is a quarter of its pitch or less; a line of body text fits where that much of the pitch does.
  for (let top = nextGridLine(region.rect.y, from, pitch); top + pitch * BODY_SHARE <= end; top += pitch) {
    if (freeSlots(region, top, top + pitch * BODY_SHARE, region.leastSlotEm * pitch * BODY_SHARE).length > 0) count++;
  }
  return count;
}

/** The share of a line's pitch that the characters take, for counting empty lines. */
const BODY_SHARE = 0.8;

/** Moves a cursor to a cluster, and to the next paragraph with a character where its own ends there. */
export function advance(paragraphs: readonly FlowParagraph[], cursor: Cursor, to: number): void {
  cursor.cluster = to;
  if (to < paragraphs[cursor.paragraph]!.prepared.count) return;
  cursor.paragraph++;
  cursor.cluster = 0;
  skipEmpty(paragraphs, cursor);
}

/** Paragraphs without a character take no line. */
export function skipEmpty(paragraphs: readonly FlowParagraph[], cursor: Cursor): void {
  while (cursor.paragraph < paragraphs.length && paragraphs[cursor.paragraph]!.prepared.count === 0) cursor.paragraph++;
}
