import type { Pt } from "../geometry/units";
import { Break } from "../text/breakOpportunities";
import { BreakKind } from "../text/breakKind";
import { FORCED_COST, lineCost, TOO_LONG } from "./lineCost";
import { TOLERANCE } from "./lineEdges";
import { lineRange, nextLine, type LineRange, type Squeeze } from "./nextLine";
import { Place, type PreparedParagraph } from "./preparedParagraph";

/** The best breaks of a paragraph in lines of one length. */
interface Plan {
  readonly available: Pt;
  readonly squeeze: Squeeze;
  /** Where the line that begins at a cluster ends; 0 where none was looked for. */
  readonly ends: Uint32Array;
}

/** How many lengths of line a paragraph's plans are kept for. */
const KEPT_PLANS = 3;
const plansOf = new WeakMap<PreparedParagraph, Plan[]>();

/**
 * The line that starts at cluster `from`, or null when the paragraph is used up: the one seam through which text becomes
 * lines. `isWholeMeasure` says that the lines behind are as long as this one, as they are in a column, not beside an
 * obstacle; then a justified paragraph's breaks are chosen together if the house wants it, else the line is filled by itself.
 */
export function breakLine(paragraph: PreparedParagraph, from: number, available: Pt, squeeze?: Squeeze, isWholeMeasure = true): LineRange | null {
  const isPlanned = isWholeMeasure && squeeze !== undefined && paragraph.rules.lineBreaking === "paragraph";
  if (!isPlanned || from >= paragraph.count) return nextLine(paragraph, from, available, squeeze);
  const end = planOf(paragraph, available, squeeze).ends[from]!;
  return end === 0 ? nextLine(paragraph, from, available, squeeze) : lineRange(paragraph, from, end, measureOf(paragraph, from, available), false);
}

function planOf(paragraph: PreparedParagraph, available: Pt, squeeze: Squeeze): Plan {
  let plans = plansOf.get(paragraph);
  if (plans === undefined) plansOf.set(paragraph, (plans = []));
  for (const plan of plans) if (plan.available === available && plan.squeeze === squeeze) return plan;
  const plan = { available, squeeze, ends: bestEnds(paragraph, available, squeeze) };
  if (plans.length >= KEPT_PLANS) plans.shift();
  plans.push(plan);
  return plan;
}

/** What the text from each cluster on costs at its best, and how many places stand before it; reused by every plan. */
let costs = new Float64Array(1024);
let placesBefore = new Uint32Array(1024);

/**
 * From the paragraph's end to its start, the best line from each place where one may begin: what it costs and what the
 * best setting of the rest does. So a line from any of these places is known, wherever the lines before it broke.
 */
function bestEnds(paragraph: PreparedParagraph, available: Pt, squeeze: Squeeze): Uint32Array {
  const { count, breaks, breakKinds, joined, pens, advances, em } = paragraph;
  const ends = new Uint32Array(count);
  const mayBeginInside = longestUnit(paragraph) > measureOf(paragraph, 0, available) / 2;
  countPlaces(paragraph);
  costs[count] = 0;
  /** Where the next line feed ends the line. */
  let segmentEnd = count;
  /** The first end at which a line from here is half full. */
  let half = count;
  for (let from = count - 1; from >= 0; from--) {
    if (breaks[from] === Break.mandatory) half = segmentEnd = from + 1;
    const isStart = from === 0 || breaks[from - 1]! >= Break.allowed || mayBeginInside;
    if (!isStart || joined[from] === 1) continue;
    const measure = measureOf(paragraph, from, available);
    while (half > from + 1 && pens[half - 1]! - pens[from]! >= measure / 2) half--;
    const limit = pens[from]! + 2 * (measure + em);
    let best = TOO_LONG;
    let bestEnd = 0;
    let hasFitting = false;
    for (let to = half; to <= segmentEnd && pens[to - 1]! < limit; to++) {
      if (breaks[to - 1]! < Break.allowed) continue;
      const own = lineCost(paragraph, placesBefore, from, to, measure, squeeze(paragraph, from, to));
      if (own === TOO_LONG && breakKinds[to - 1] === BreakKind.plain) break;
      hasFitting ||= pens[to - 1]! + advances[to - 1]! - pens[from]! <= measure;
      if (own + costs[to]! >= best) continue;
      best = own + costs[to]!;
      bestEnd = to;
    }
    // The last end that fits is considered however little it fills, as first fit would.
    for (let to = half - 1; to > from && !hasFitting; to--) {
      if (breaks[to - 1]! < Break.allowed) continue;
      hasFitting = true;
      const cost = lineCost(paragraph, placesBefore, from, to, measure, squeeze(paragraph, from, to)) + costs[to]!;
      if (cost >= best) continue;
      best = cost;
      bestEnd = to;
    }
    ends[from] = bestEnd;
    costs[from] = bestEnd > 0 ? best : forcedCost(paragraph, from, available, squeeze);
  }
  return ends;
}

/** What it costs that the line breaks a rule, and the rest of the text behind it. */
function forcedCost(paragraph: PreparedParagraph, from: number, available: Pt, squeeze: Squeeze): number {
  const range = nextLine(paragraph, from, available, squeeze);
  return range === null ? 0 : FORCED_COST + costs[range.to]!;
}

function measureOf({ firstIndent, hangingIndent }: PreparedParagraph, from: number, available: Pt): Pt {
  return available - (from === 0 ? firstIndent : hangingIndent) + TOLERANCE;
}

/** The longest stretch without a legal break. */
function longestUnit({ count, breaks, pens }: PreparedParagraph): Pt {
  let longest = 0;
  let start = 0;
  for (let index = 0; index < count; index++) {
    if (breaks[index]! < Break.allowed) continue;
    longest = Math.max(longest, pens[index + 1]! - start);
    start = pens[index + 1]!;
  }
  return longest;
}

function countPlaces({ places, count }: PreparedParagraph): void {
  if (costs.length <= count) {
    costs = new Float64Array(count * 2);
    placesBefore = new Uint32Array(count * 2);
  }
  placesBefore[0] = 0;
  for (let index = 0; index < count; index++) placesBefore[index + 1] = placesBefore[index]! + (places[index] === Place.none ? 0 : 1);
}
