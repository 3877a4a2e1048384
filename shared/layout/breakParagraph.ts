import type { Pt } from "../geometry/units";
import { Break } from "../text/breakOpportunities";
import { FORCED_COST, lineCost, readLineEnds, startLine, TOO_LONG, type LineEndTable, type LineStart } from "./lineCost";
import { measureOf } from "./lineEdges";
import { lineRange, nextLine, type LineRange, type Squeeze } from "./nextLine";
import type { PreparedParagraph } from "./preparedParagraph";
import { squeezeMarks } from "./squeeze";

/** The best breaks of a paragraph in lines of one length. */
interface Plan {
  readonly available: Pt;
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
  const isPlanned = isWholeMeasure && squeeze === squeezeMarks && paragraph.rules.lineBreaking === "paragraph";
  if (!isPlanned || from >= paragraph.count) return nextLine(paragraph, from, available, squeeze);
  const end = planOf(paragraph, available).ends[from]!;
  return end === 0 ? nextLine(paragraph, from, available, squeeze) : lineRange(paragraph, from, end, measureOf(paragraph, from, available), false);
}

function planOf(paragraph: PreparedParagraph, available: Pt): Plan {
  let plans = plansOf.get(paragraph);
  if (plans === undefined) plansOf.set(paragraph, (plans = []));
  for (const plan of plans) if (plan.available === available) return plan;
  const plan = { available, ends: bestEnds(paragraph, available) };
  if (plans.length >= KEPT_PLANS) plans.shift();
  plans.push(plan);
  return plan;
}

/** What the text from each cluster on costs at its best; reused by every plan. */
let costs = new Float64Array(1024);
/** The start that is looked at, and the best end found for it, reused likewise. */
const start: LineStart = { from: 0, left: 0, measure: 0, earlierCost: 0 };
const best = { entry: -1, cost: TOO_LONG };

/**
 * From the paragraph's end to its start, the best line from each place where one may begin: what it costs and what the
 * best setting of the rest does. So a line from any of these places is known, wherever the lines before it broke.
 */
function bestEnds(paragraph: PreparedParagraph, available: Pt): Uint32Array {
  const { count, breaks, joined, pens } = paragraph;
  const table = readLineEnds(paragraph);
  const { ends } = table;
  const chosen = new Uint32Array(count);
  const mayBeginInside = longestUnit(paragraph) > (available - Math.max(paragraph.firstIndent, paragraph.hangingIndent)) / 2;
  if (costs.length <= count) costs = new Float64Array(count * 2);
  costs[count] = 0;
  // Entries of the table: the first end at which a line is half full, the last one that fits, the next line feed.
  let half = table.count - 1;
  let far = half;
  let feed = half;
  for (let from = count - 1; from >= 0; from--) {
    if (breaks[from] === Break.mandatory) {
      while (ends[feed]! > from + 1) feed--;
      half = far = feed;
    }
    const isStart = from === 0 || breaks[from - 1]! >= Break.allowed || mayBeginInside;
    if (!isStart || joined[from] === 1) continue;
    startLine(start, paragraph, from, available);
    // The first line alone may be longer than the ones behind it.
    if (from === 0) far = feed;
    while (half > 0 && ends[half - 1]! > from && pens[ends[half - 1]!]! - pens[from]! >= start.measure / 2) half--;
    while (far > half && lineCost(table, start, far) === TOO_LONG) far--;
    findBest(table, half, far);
    chosen[from] = best.entry < 0 ? 0 : ends[best.entry]!;
    costs[from] = best.entry < 0 ? forcedCost(paragraph, from, available) : best.cost;
  }
  return chosen;
}

/** Finds which of the ends from `far` back to `half` makes the best line from the start. */
function findBest(table: LineEndTable, half: number, far: number): void {
  const { ends } = table;
  let least = TOO_LONG;
  for (let entry = half; entry <= far; entry++) if (costs[ends[entry]!]! < least) least = costs[ends[entry]!]!;
  best.entry = -1;
  best.cost = TOO_LONG;
  for (let entry = far; entry >= half; entry--) {
    tryEntry(table, entry);
    if (start.earlierCost + least >= best.cost) return;
  }
  // Where half of a line fits only squeezed or not at all, the last end before is considered, as first fit does.
  if (half > 0 && ends[half - 1]! > start.from && !fitsUnsqueezed(table, half)) tryEntry(table, half - 1);
}

function tryEntry(table: LineEndTable, entry: number): void {
  const cost = lineCost(table, start, entry) + costs[table.ends[entry]!]!;
  if (cost >= best.cost) return;
  best.cost = cost;
  best.entry = entry;
}

function fitsUnsqueezed(table: LineEndTable, entry: number): boolean {
  return table.trimmedRights[entry]! - start.left <= start.measure;
}

/** What it costs that the line breaks a rule, and the rest of the text behind it. */
function forcedCost(paragraph: PreparedParagraph, from: number, available: Pt): number {
  const range = nextLine(paragraph, from, available, squeezeMarks);
  return range === null ? 0 : FORCED_COST + costs[range.to]!;
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
