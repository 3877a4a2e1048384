import type { Pt } from "../geometry/units";
import { Break } from "../text/breakOpportunities";
import { BreakKind } from "../text/breakKind";
import { lineWidth, TOLERANCE, visibleEnd } from "./lineEdges";
import type { PreparedParagraph } from "./preparedParagraph";

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
/** A number parted from its measure, and a divided word, cost what a change of a quarter of an em does. */
const kindCosts = new Float64Array([0, 30, QUARTER_COST, QUARTER_COST]);
/** Two divided words one above the other. */
const HYPHENS_COST = 400;

/**
 * What setting clusters `from` to `to` (half-open) as one justified line costs, in no unit but its own: 100 for a change of
 * a quarter of an em a place. `placesBefore` counts the places before each
 * cluster, `measure` is the line without its indent, and `most` is what a squeeze can take from it.
 */
export function lineCost(paragraph: PreparedParagraph, placesBefore: Uint32Array, from: number, to: number, measure: Pt, most: Pt): number {
  const { breaks, breakKinds, em } = paragraph;
  const isLast = breaks[to - 1] === Break.mandatory;
  const last = visibleEnd(paragraph, from, to) - 1;
  const width = last < from ? 0 : lineWidth(paragraph, from, last, measure);
  const slack = measure - TOLERANCE - width;
  if (-slack > most + TOLERANCE) return TOO_LONG;
  let cost = LINE_COST + kindCosts[breakKinds[to - 1]!]!;
  if (breakKinds[to - 1] === BreakKind.hyphen && from > 0 && breakKinds[from - 1] === BreakKind.hyphen) cost += HYPHENS_COST;
  if (isLast && isOrphan(paragraph, from)) cost += ORPHAN_COST;
  if (isLast && slack > 0) return cost;
  const count = last < from ? 0 : placesBefore[last]! - placesBefore[from]!;
  const change = Math.abs(slack) / Math.max(1, count) / em;
  return cost + (slack < 0 ? SQUEEZE_SHARE * QUARTER_COST * 16 * change * change : stretchCost(change));
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
