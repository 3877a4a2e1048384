import { pageRect, type LineDirection } from "../geometry/logicalRect";
import type { Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { IssueDocument, NewspaperGrid } from "../model/document";
import { linesHeight } from "../model/gridGeometry";
import type { BoxId } from "../model/ids";
import { pageOfBox } from "../model/indexes";
import type { FlowResult } from "./flow";
import { freeSlots, sameRect, type Region, type Slot } from "./regions";

/** Where a jump line stands: 下转 (`to`) behind what a page shows of a story, 上接 (`from`) before it. */
export type JumpSide = "from" | "to";

/** A jump line as it is printed: in a line that its frame gave up. */
export interface JumpLine {
  readonly side: JumpSide;
  /** The page where the story goes on or comes from, from 1. */
  readonly pageNumber: number;
  readonly boxId: BoxId;
  readonly column: number;
  readonly direction: LineDirection;
  /** The free stretch of the line that was given up. */
  readonly rect: Rect;
}

/** What a jump line needs: the type size, and the length of the longest label of the issue. */
export interface JumpSize {
  readonly size: Pt;
  readonly width: Pt;
}

/** A stretch of a story's regions that stand on one page. */
export interface PagePart {
  readonly pageNumber: number;
  readonly regions: readonly Region[];
}

/** The words of a jump line. */
export function jumpText(side: JumpSide, pageNumber: number): string {
  return side === "to" ? `（下转第${pageNumber}版）` : `（上接第${pageNumber}版）`;
}

/** A story's regions, cut wherever the next one stands on another page. */
export function pageParts(document: IssueDocument, regions: readonly Region[]): readonly PagePart[] {
  const parts: { pageNumber: number; regions: Region[] }[] = [];
  for (const region of regions) {
    const pageNumber = (pageOfBox(document, region.boxId)?.index ?? -1) + 1;
    const last = parts.at(-1);
    if (last?.pageNumber === pageNumber) last.regions.push(region);
    else parts.push({ pageNumber, regions: [region] });
  }
  return parts;
}

/** Whether two lists say the same of where to print what. */
export function sameJumps(a: readonly JumpLine[], b: readonly JumpLine[]): boolean {
  return a.length === b.length && a.every((jump, index) => {
    const other = b[index]!;
    return (
      jump.side === other.side && jump.pageNumber === other.pageNumber && jump.boxId === other.boxId &&
      jump.column === other.column && jump.direction === other.direction && sameRect(jump.rect, other.rect)
    );
  });
}

/**
 * Sets a story that stands on several pages. Each part gives up its first line for 上接 and its last for 下转 before the
 * text flows, and prints them where text does come from or go to another page. The first pass gives up every such line;
 * if the text is then used up, a second one looks whether it all stands one part earlier with that part's 下转 given back.
 */
export function flowOverPages(
  parts: readonly PagePart[],
  size: JumpSize,
  grid: NewspaperGrid,
  flow: (regions: readonly Region[]) => FlowResult,
): { readonly result: FlowResult; readonly jumps: readonly JumpLine[] } {
  const rooms = parts.map((part, index) => partRoom(part, size, grid, { from: index > 0, to: index < parts.length - 1 }));
  const first = flow(rooms.flatMap(({ regions }) => regions));
  const used = usedParts(parts, first);
  const last = used.at(-1);
  if (last === undefined) return { result: flowWithoutRoom(parts, flow), jumps: [] };
  if (first.overset === null) {
    // One part only, but where those between have no room for a line beside their jump lines.
    for (let end = used.at(-2) ?? 0; end < last; end++) {
      const shorter = flow(regionsUpTo(parts, rooms, end, size, grid));
      const stands = usedParts(parts, shorter);
      if (shorter.overset === null && (stands.at(-1) ?? 0) <= end) return { result: shorter, jumps: printedJumps(parts, rooms, stands) };
    }
    const unprinted = rooms.slice(last).flatMap(({ from, to }, index) => [index === 0 ? null : from, to]).filter((place) => place !== null);
    const result = { ...first, spareLines: first.spareLines + unprinted.length * jumpRows(size, grid) };
    return { result, jumps: printedJumps(parts, rooms, used) };
  }
  if (last === parts.length - 1) return { result: first, jumps: printedJumps(parts, rooms, used) };
  // What stands behind has no room for a line of text.
  const result = flow(regionsUpTo(parts.slice(0, last + 1), rooms, last, size, grid));
  return { result, jumps: printedJumps(parts, rooms, usedParts(parts, result)) };
}

/** A story of which no part has room for a line beside its jump lines: it stands on one page, or it is over there. */
function flowWithoutRoom(parts: readonly PagePart[], flow: (regions: readonly Region[]) => FlowResult): FlowResult {
  const whole = flow(parts.flatMap(({ regions }) => regions));
  const [first, second] = usedParts(parts, whole);
  if (first === undefined || second === undefined) return whole;
  return flow(parts.slice(0, first + 1).flatMap(({ regions }) => regions));
}

/** What is left of a part's regions, and the places of its jump lines where it has any wide enough. */
interface PartRoom {
  readonly regions: readonly Region[];
  readonly from: JumpPlace | null;
  readonly to: JumpPlace | null;
}

type JumpPlace = Pick<JumpLine, "boxId" | "column" | "direction" | "rect">;

function partRoom({ regions }: PagePart, size: JumpSize, grid: NewspaperGrid, sides: Readonly<Record<JumpSide, boolean>>): PartRoom {
  const head = sides.from ? withoutHead(regions, size, grid) : { regions, place: null };
  const tail = sides.to ? withoutTail(head.regions, size, grid) : { regions: head.regions, place: null };
  return { regions: tail.regions, from: head.place, to: tail.place };
}

/** The regions where the story jumps up to a part, which no 下转 ends, and those behind it as if nothing jumped. */
function regionsUpTo(parts: readonly PagePart[], rooms: readonly PartRoom[], last: number, size: JumpSize, grid: NewspaperGrid): readonly Region[] {
  return parts.flatMap((part, index) => {
    if (index < last) return rooms[index]!.regions;
    return index === last ? partRoom(part, size, grid, { from: index > 0, to: false }).regions : part.regions;
  });
}

/** The indexes of the parts that show a line. */
function usedParts(parts: readonly PagePart[], { lines }: FlowResult): readonly number[] {
  const boxIds = new Set(lines.map(({ line }) => line.boxId));
  return parts.flatMap(({ regions }, index) => (regions.some(({ boxId }) => boxIds.has(boxId)) ? [index] : []));
}

function printedJumps(parts: readonly PagePart[], rooms: readonly PartRoom[], used: readonly number[]): readonly JumpLine[] {
  return used.slice(1).flatMap((to, index) => {
    const from = used[index]!;
    const [left, entered] = [parts[from]!.pageNumber, parts[to]!.pageNumber];
    if (left === entered) return [];
    const away = rooms[from]!.to;
    const back = rooms[to]!.from;
    return [
      ...(away === null ? [] : [{ ...away, side: "to", pageNumber: entered } as const]),
      ...(back === null ? [] : [{ ...back, side: "from", pageNumber: left } as const]),
    ];
  });
}

/** Heights closer than this are the same line: stored lengths are rounded to 0.001 pt. */
const ROUNDING = 0.02;

/** How many lines of the grid a jump line takes: one at body size. */
function jumpRows({ size }: JumpSize, grid: NewspaperGrid): number {
  return Math.max(1, Math.ceil((size + grid.pitch - grid.bodySize - ROUNDING) / grid.pitch));
}

interface Shortened {
  readonly regions: readonly Region[];
  readonly place: JumpPlace | null;
}

/** The regions without the first line that is wide enough for a jump line and what stands before it. */
function withoutHead(regions: readonly Region[], size: JumpSize, grid: NewspaperGrid): Shortened {
  for (const [index, region] of regions.entries()) {
    for (let row = 0; row < rowCount(region, size, grid); row++) {
      const slot = slotsIn(region, row, size, grid)[0];
      if (slot === undefined) continue;
      const taken = (row + jumpRows(size, grid)) * grid.pitch;
      const { rect } = region;
      const rest = { ...region, rect: { ...rect, y: rect.y + taken, height: rect.height - taken } };
      return { regions: [rest, ...regions.slice(index + 1)].filter(hasHeight), place: placeIn(region, row, slot, size, grid) };
    }
  }
  return { regions, place: null };
}

/** The regions without the last line that is wide enough for a jump line and what stands behind it. */
function withoutTail(regions: readonly Region[], size: JumpSize, grid: NewspaperGrid): Shortened {
  for (const [index, region] of [...regions.entries()].toReversed()) {
    for (let row = rowCount(region, size, grid) - 1; row >= 0; row--) {
      const slot = slotsIn(region, row, size, grid).at(-1);
      if (slot === undefined) continue;
      const rest = { ...region, rect: { ...region.rect, height: row === 0 ? 0 : linesHeight(grid, row) } };
      return { regions: [...regions.slice(0, index), rest].filter(hasHeight), place: placeIn(region, row, slot, size, grid) };
    }
  }
  return { regions, place: null };
}

function rowCount({ rect }: Region, { size }: JumpSize, { pitch }: NewspaperGrid): number {
  return Math.max(0, Math.floor((rect.height - size + ROUNDING) / pitch) + 1);
}

function slotsIn(region: Region, row: number, { size, width }: JumpSize, { pitch }: NewspaperGrid): readonly Slot[] {
  const top = region.rect.y + row * pitch;
  return freeSlots(region, top, top + size, width).filter((slot) => slot.width >= width);
}

function placeIn({ boxId, column, direction, rect }: Region, row: number, { left, width }: Slot, { size }: JumpSize, { pitch }: NewspaperGrid): JumpPlace {
  return { boxId, column, direction, rect: pageRect(direction, { x: left, y: rect.y + row * pitch, width, height: size }) };
}

function hasHeight({ rect }: Region): boolean {
  return rect.height > ROUNDING;
}
