import type { Pt } from "../geometry/units";
import { Break } from "../text/breakOpportunities";
import { BreakKind } from "../text/breakKind";
import { measureOf, startTrim, TOLERANCE } from "./lineEdges";
import type { LineEndTable } from "./lineEndTable";
import type { PreparedParagraph } from "./preparedParagraph";

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
  let cost = LINE_COST + kindCosts[paragraph.breakKinds[to - 1]!]!;
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
export function isOrphan({ breaks, charactersLeft, rules }: PreparedParagraph, from: number): boolean {
  return from > 0 && breaks[from - 1] !== Break.mandatory && charactersLeft[from]! < rules.orphan;
}
