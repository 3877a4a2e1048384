import type { Pt } from "../geometry/units";
import { Break } from "../text/breakOpportunities";
import { BreakKind } from "../text/breakKind";
import { TrimSide } from "../text/punctuationWidth";
import { hyphenWidth, mayHang, measureOf, startTrim, TOLERANCE, visibleEnd } from "./lineEdges";
import { Place, type PreparedParagraph } from "./preparedParagraph";

/** A line that no squeeze makes fit. */
export const TOO_LONG = Number.POSITIVE_INFINITY;
/** A line without a legal end, which breaks a rule. */
export const FORCED_COST = 1e6;

/** Every line is paid for, so that of two settings alike the shorter one wins: space is what a newspaper lacks. */
const LINE_COST = 20;
/** A line whose places change by a quarter of an em each: where preflight starts to warn. */
const QUARTER_COST = 100;
/** Each quarter of an em more adds this: holes show. */
const LOOSE_COST = 1000;
/** Each quarter of an em beyond a half adds this as well. */
const TORN_COST = 4000;
/** Squeezed by as much as another line is stretched, a line is the better one (先挤进，后推出, CLREQ). */
const SQUEEZE_SHARE = 0.8;
/** Too few characters on the last line (孤字): worse than any line but a torn one. */
const ORPHAN_COST = 6000;
/** What the break at a line's end costs by its `BreakKind`: a parted number and a divided word a quarter of an em. */
const kindCosts = new Float64Array([0, 30, QUARTER_COST, QUARTER_COST]);
/** Two divided words one above the other. */
const HYPHENS_COST = 400;

/** The legal ends of a paragraph's lines, in order, with all that a line's cost takes from its end. */
export interface LineEndTable {
  readonly paragraph: PreparedParagraph;
  /** How many entries of the arrays count: they are larger, and the next table's as well. */
  count: number;
  /** The cluster behind each end. */
  readonly ends: Uint32Array;
  /** Where the last frame ends in the endless line, a hyphen included, as it is while it fits. */
  readonly rights: Float64Array;
  /** The same, with the last mark trimmed. */
  readonly trimmedRights: Float64Array;
  /** Where the frame before the last mark ends, where that may hang; else not a number. */
  readonly unhungRights: Float64Array;
  /** How many places stand before the last frame. */
  readonly places: Uint32Array;
  /** How much the places before the last frame can give. */
  readonly squeezables: Float64Array;
  /** What any line that ends here costs. */
  readonly endCosts: Float64Array;
  /** How many places stand before each cluster. */
  readonly placesBefore: Uint32Array;
}

let capacity = 0;
let buffers: Omit<LineEndTable, "paragraph" | "count">;

/** The ends of a paragraph's lines; the table before it is overwritten. */
export function readLineEnds(paragraph: PreparedParagraph): LineEndTable {
  const { count, breaks, breakKinds, pens, advances, places, squeezable, trimSides, rules, em } = paragraph;
  if (capacity <= count) growBuffers(count);
  const table: LineEndTable = { paragraph, count: 0, ...buffers };
  const { ends, rights, trimmedRights, unhungRights, squeezables, endCosts, placesBefore } = table;
  placesBefore[0] = 0;
  for (let index = 0; index < count; index++) {
    placesBefore[index + 1] = placesBefore[index]! + (places[index] === Place.none ? 0 : 1);
    if (breaks[index]! < Break.allowed) continue;
    const last = Math.max(0, visibleEnd(paragraph, 0, index + 1) - 1);
    const right = pens[last]! + advances[last]! + hyphenWidth(paragraph, index);
    const trim = rules.lineEndTrim !== "off" && trimSides[last] === TrimSide.end ? em / 2 : 0;
    const entry = table.count++;
    ends[entry] = index + 1;
    trimmedRights[entry] = right - trim;
    rights[entry] = rules.lineEndTrim === "always" ? right - trim : right;
    unhungRights[entry] = mayHang(paragraph, 0, last) ? pens[last - 1]! + advances[last - 1]! : Number.NaN;
    table.places[entry] = placesBefore[last]!;
    squeezables[entry] = squeezable[last]!;
    endCosts[entry] = LINE_COST + kindCosts[breakKinds[index]!]!;
  }
  return table;
}

function growBuffers(count: number): void {
  capacity = Math.max(1024, count * 2);
  const numbers = () => new Float64Array(capacity);
  const indexes = () => new Uint32Array(capacity);
  buffers = {
    ends: indexes(), rights: numbers(), trimmedRights: numbers(), unhungRights: numbers(), places: indexes(), squeezables: numbers(),
    endCosts: numbers(), placesBefore: indexes(),
  };
}

/** All that a line's cost takes from its start; reused for each start of a plan. */
export interface LineStart {
  from: number;
  /** Where the line's first frame begins in the endless line. */
  left: Pt;
  /** The line's length without its indent, with the tolerance, as `nextLine` fills it. */
  measure: Pt;
  /** Written with each cost: what lines from here to an earlier end cost at least, as they open more. */
  earlierCost: number;
}

/** Moves a start to another cluster and the length its line has. */
export function startLine(start: LineStart, paragraph: PreparedParagraph, from: number, available: Pt): void {
  start.from = from;
  start.left = paragraph.pens[from]! + startTrim(paragraph, from);
  start.measure = measureOf(paragraph, from, available);
}

/**
 * What setting the clusters from a start to an end of the table as one justified line costs, in no unit but its own: 100
 * for a change of a quarter of an em a place, `TOO_LONG` where it does not fit.
 */
export function lineCost(table: LineEndTable, start: LineStart, entry: number): number {
  const { paragraph } = table;
  const change = changePerPlace(table, start, entry);
  start.earlierCost = LINE_COST;
  if (change === TOO_MUCH) return TOO_LONG;
  const to = table.ends[entry]!;
  let cost = table.endCosts[entry]!;
  if (paragraph.breakKinds[to - 1] === BreakKind.hyphen && startsInWord(paragraph, start.from)) cost += HYPHENS_COST;
  if (change < 0) cost += SQUEEZE_SHARE * QUARTER_COST * 16 * change * change;
  if (paragraph.breaks[to - 1] !== Break.mandatory) {
    if (change <= 0) return cost;
    const stretch = stretchCost(change);
    start.earlierCost += stretch;
    return cost + stretch;
  }
  return isOrphan(paragraph, start.from) ? cost + ORPHAN_COST : cost;
}

/** A change that no squeeze makes. */
const TOO_MUCH = Number.NEGATIVE_INFINITY;

/** How far each place opens, or closes where it is below nothing, in em; `TOO_MUCH` where it cannot. */
function changePerPlace({ paragraph, rights, trimmedRights, unhungRights, places, squeezables, placesBefore }: LineEndTable, { from, left, measure }: LineStart, entry: number): number {
  let count = places[entry]! - placesBefore[from]!;
  let over = rights[entry]! - left - measure;
  if (over > 0) over = trimmedRights[entry]! - left - measure;
  if (over > 0 && unhungRights[entry]! > left && unhungRights[entry]! - left <= measure) {
    over = unhungRights[entry]! - left - measure;
    count--;
  }
  if (over > 0 && over > squeezables[entry]! - paragraph.squeezable[from]!) return TOO_MUCH;
  // Spaces alone take no room.
  if (over < -measure) over = -measure;
  return (-over - TOLERANCE) / (count > 1 ? count : 1) / paragraph.em;
}

function startsInWord({ breakKinds }: PreparedParagraph, from: number): boolean {
  return from > 0 && breakKinds[from - 1] === BreakKind.hyphen;
}

/** What opening each place by so many em costs. */
function stretchCost(change: number): number {
  let cost = QUARTER_COST * 16 * change * change;
  if (change > 1 / 4) cost += LOOSE_COST * (change * 4 - 1);
  if (change > 1 / 2) cost += TORN_COST * (change * 4 - 2);
  return cost;
}

/** Whether a last line that begins here would hold too few characters; a paragraph may be as short as it is. */
function isOrphan({ breaks, charactersLeft, rules }: PreparedParagraph, from: number): boolean {
  return from > 0 && breaks[from - 1] !== Break.mandatory && charactersLeft[from]! < rules.orphan;
}
