import type { Pt } from "../geometry/units";
import { Break } from "../text/breakOpportunities";
import { BreakKind } from "../text/breakKind";
import { measureOf, startTrim, TOLERANCE } from "./lineEdges";
import type { LineEndTable } from "./lineEndTable";
import { POOR_PLACE_WEIGHT, type PreparedParagraph } from "./preparedParagraph";

/** A line that no squeeze makes fit. */
export const TOO_LONG = Number.POSITIVE_INFINITY;
/** A line without a legal end, which breaks a rule. */
export const FORCED_COST = 1e6;

/** Every line is paid for, so that of two settings alike the shorter one wins: space is what a newspaper lacks. */
export const LINE_COST = 20;
/** A line whose places change by a quarter of an em each: where preflight starts to warn. */
const QUARTER_COST = 100;
/** Each quarter of an em more adds this: holes show. */
const LOOSE_COST = 1000;
/** Each quarter of an em beyond a half adds this as well. */
const TORN_COST = 4000;
/** Squeezed by as much as another line is stretched, a line is the better one (先挤进，后推出, CLREQ). */
const SQUEEZE_SHARE = 0.8;
/** Too few characters on the last line (孤字): worse than any line but a torn one. */
export const ORPHAN_COST = 6000;
/** What the break at a line's end costs by its `BreakKind`: a parted number and a divided word a quarter of an em. */
const kindCosts = new Float64Array([0, 30, QUARTER_COST, QUARTER_COST]);
/** Two divided words one above the other. */
const HYPHENS_COST = 400;

/** All that a line's cost takes from its start, and that cost; reused for each start of a plan, so that no number is boxed. */
export interface LineStart {
  from: number;
  /** Where the line's first frame begins in the endless line. */
  left: Pt;
  /** The line's length without its indent, with the tolerance, as `nextLine` fills it. */
  measure: Pt;
  /** What the line that was costed last costs. */
  cost: number;
  /** Written with each cost: what lines from here to an earlier end cost at least, as they open more. */
  earlierCost: number;
}

/** A start without a place yet. */
export function newLineStart(): LineStart {
  // Not whole numbers, so that engines store the fields as doubles from the first.
  return { from: 0, left: Number.NaN, measure: Number.NaN, cost: Number.NaN, earlierCost: Number.NaN };
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
  costLine(table, start, entry);
  return start.cost;
}

/** Writes that cost, and what it tells of earlier ends, into the start. */
export function costLine(table: LineEndTable, start: LineStart, entry: number): void {
  const { paragraph, rights, trimmedRights, unhungRights, squeezables, places, placesBefore, ends } = table;
  const { from, left, measure } = start;
  let count = places[entry]! - placesBefore[from]!;
  let over = rights[entry]! - left - measure;
  start.earlierCost = LINE_COST;
  if (over > 0) {
    over = trimmedRights[entry]! - left - measure;
    // Not a number compares false: the mark of such an end does not hang.
    if (over > 0 && unhungRights[entry]! > left && unhungRights[entry]! - left <= measure) {
      over = unhungRights[entry]! - left - measure;
      // The place before a stop, which no longer opens.
      count -= POOR_PLACE_WEIGHT;
    }
    if (over > 0 && over > squeezables[entry]! - paragraph.squeezable[from]!) {
      start.cost = TOO_LONG;
      return;
    }
  }
  // Spaces alone take no room.
  if (over < -measure) over = -measure;
  /** How far each place that is not poor opens, or closes where it is below nothing, in em. */
  const change = (-over - TOLERANCE) / (count > 1 ? count : 1) / paragraph.em;
  const last = ends[entry]! - 1;
  const kind = paragraph.breakKinds[last]!;
  let cost = LINE_COST + kindCosts[kind]!;
  if (kind === BreakKind.hyphen && startsInWord(paragraph, from)) cost += HYPHENS_COST;
  if (change < 0) cost += SQUEEZE_SHARE * QUARTER_COST * 16 * change * change;
  if (paragraph.breaks[last] === Break.mandatory) {
    start.cost = isOrphan(paragraph, from) ? cost + ORPHAN_COST : cost;
    return;
  }
  if (change > 0) {
    let stretch = QUARTER_COST * 16 * change * change;
    if (change > 1 / 4) stretch += LOOSE_COST * (change * 4 - 1);
    if (change > 1 / 2) stretch += TORN_COST * (change * 4 - 2);
    start.earlierCost += stretch;
    cost += stretch;
  }
  start.cost = cost;
}

function startsInWord({ breakKinds }: PreparedParagraph, from: number): boolean {
  return from > 0 && breakKinds[from - 1] === BreakKind.hyphen;
}

/** Whether a last line that begins here would hold too few characters; a paragraph may be as short as it is. */
export function isOrphan({ breaks, charactersLeft, rules }: PreparedParagraph, from: number): boolean {
  return from > 0 && breaks[from - 1] !== Break.mandatory && charactersLeft[from]! < rules.orphan;
}
