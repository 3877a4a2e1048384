import type { Pt } from "../geometry/units";
import { Break } from "../text/breakOpportunities";
import { costLine, FORCED_COST, isOrphan, LINE_COST, newLineStart, ORPHAN_COST, startLine, TOO_LONG } from "./lineCost";
import { lineEndsOf, type LineEndTable } from "./lineEndTable";
import { measureOf, TOLERANCE } from "./lineEdges";
import { lineRange, nextLine, type LineRange } from "./nextLine";
import type { PreparedParagraph } from "./preparedParagraph";
import { squeezeMarks } from "./squeeze";

/** Sums of costs differ by less than this where they are equal. */
const ROUNDING = 1e-6;
/** How far past its length a line's last end is looked for: a hung or trimmed mark may fit where the end before it does not. */
const LOOK_AHEAD_EM = 2;

/** The start whose line is looked at; everything here is reused, so that planning allocates nothing but its lines. */
const start = newLineStart();
/** Entries of the table: the last that may fit, and how far was looked for it. */
const reach = { far: 0, ahead: 0 };
/** For each cluster the least cost of the lines before it, and of those from it on. */
let costsBefore = new Float64Array(0);
let costsBehind = new Float64Array(0);
/** For each cluster how many lines the text from it on takes at least. */
let leastLines = new Uint32Array(0);
/** The clusters where a line worth a look starts, in order, and the number of the first such line of each. */
let starts = new Uint32Array(0);
let firstLines = new Uint32Array(0);
/** For each cluster the best line from it. */
let bestLines = new Uint32Array(0);
/** The lines worth a look, those of one start together, the longest first: the cluster behind each, its cost, and whether it breaks a rule. */
let lineCount = 0;
let lineEnds = new Uint32Array(0);
let lineCosts = new Float64Array(0);
let areForced = new Uint8Array(0);

/**
 * The lines of one length that set a justified paragraph best from cluster `from` to its end: those that cost least
 * together. Taking the cheapest line each time gives a bound; then only the lines are looked at that a setting within it
 * can have. Of settings that cost the same, the one with the longer first line is taken.
 */
export function plannedLines(paragraph: PreparedParagraph, from: number, available: Pt): readonly LineRange[] {
  const { count } = paragraph;
  const table = lineEndsOf(paragraph);
  if (costsBefore.length <= count) growStarts(count * 2);
  countLeastLines(table, from, available);
  const limit = greedyCost(table, from, available) * (1 + ROUNDING) + ROUNDING;
  chooseLines(count, collectLines(table, from, available, limit));
  return chosenLines(paragraph, from, available);
}

function chosenLines(paragraph: PreparedParagraph, first: number, available: Pt): readonly LineRange[] {
  const { count } = paragraph;
  let length = 0;
  for (let at = first; at < count; at = lineEnds[bestLines[at]!]!) length++;
  const ranges = new Array<LineRange>(length);
  let from = first;
  for (let index = 0; index < length; index++) {
    const best = bestLines[from]!;
    const to = lineEnds[best]!;
    ranges[index] = areForced[best] === 1
      ? nextLine(paragraph, from, available, squeezeMarks)!
      : lineRange(paragraph, from, to, measureOf(paragraph, from, available), false);
    from = to;
  }
  return ranges;
}

/** Goes to a start, and finds the last entry that may end its line. */
function goTo(table: LineEndTable, from: number, available: Pt): void {
  const { paragraph, ends, squeezedRights, feeds } = table;
  startLine(start, paragraph, from, available);
  let { ahead } = reach;
  while (ends[ahead]! <= from) ahead++;
  const feed = feeds[ahead]!;
  const limit = start.left - paragraph.squeezable[from]! + start.measure + ROUNDING;
  const lookAhead = limit + LOOK_AHEAD_EM * paragraph.em;
  while (ahead < feed && squeezedRights[ahead + 1]! <= lookAhead) ahead++;
  let far = ahead;
  while (squeezedRights[far]! > limit && far > 0 && ends[far - 1]! > from) far--;
  reach.far = far;
  reach.ahead = ahead;
}

/** Begins looking for entries anew: before the first start, and behind it where its line alone is longer than the others. */
function restart({ firstIndent, hangingIndent }: PreparedParagraph, isBefore: boolean): void {
  if (isBefore || firstIndent < hangingIndent) reach.ahead = 0;
}

/**
 * Whether an earlier end than this one is worth a look: none that leaves the line less than half full, but for the one
 * before where half of a line fits only squeezed, as first fit does.
 */
function mayEndEarlier({ paragraph, ends, trimmedRights }: LineEndTable, entry: number): boolean {
  const { pens } = paragraph;
  const { from } = start;
  if (entry === 0 || ends[entry - 1]! <= from || pens[ends[entry]!]! - pens[from]! < start.measure / 2) return false;
  return pens[ends[entry - 1]!]! - pens[from]! >= start.measure / 2 || trimmedRights[entry]! - start.left > start.measure;
}

/** What the lines cost together when each takes its cheapest end. */
function greedyCost(table: LineEndTable, first: number, available: Pt): number {
  const { paragraph, ends } = table;
  let sum = 0;
  restart(paragraph, true);
  for (let from = first; from < paragraph.count; ) {
    goTo(table, from, available);
    let least = TOO_LONG;
    let leastSeen = TOO_LONG;
    let end = 0;
    for (let entry = reach.far; ; entry--) {
      costLine(table, start, entry);
      const { cost } = start;
      const to = ends[entry]!;
      const seen = to < paragraph.count && isOrphan(paragraph, to) ? cost + ORPHAN_COST : cost;
      if (seen < leastSeen) {
        leastSeen = seen;
        least = cost;
        end = to;
      }
      if (start.earlierCost >= leastSeen || !mayEndEarlier(table, entry)) break;
    }
    if (from === 0) restart(paragraph, false);
    sum += end > 0 ? least : FORCED_COST;
    from = end > 0 ? end : nextLine(paragraph, from, available, squeezeMarks)!.to;
  }
  return sum;
}

/** Writes down every line that can be part of a setting within the limit; answers how many starts they have. */
function collectLines(table: LineEndTable, first: number, available: Pt, limit: number): number {
  const { paragraph } = table;
  const { count } = paragraph;
  let startCount = 0;
  lineCount = 0;
  costsBefore.fill(TOO_LONG, first, count + 1);
  costsBefore[first] = 0;
  restart(paragraph, true);
  for (let from = first; from < count; from++) {
    const before = costsBefore[from]!;
    if (before === TOO_LONG || before + LINE_COST * leastLines[from]! > limit) continue;
    starts[startCount] = from;
    firstLines[startCount++] = lineCount;
    goTo(table, from, available);
    collectLinesFrom(table, available, limit);
    if (from === 0) restart(paragraph, false);
  }
  firstLines[startCount] = lineCount;
  return startCount;
}

function collectLinesFrom(table: LineEndTable, available: Pt, limit: number): void {
  const { paragraph, ends } = table;
  const left = limit - costsBefore[start.from]!;
  let isForced = true;
  for (let entry = reach.far; ; entry--) {
    costLine(table, start, entry);
    const behind = LINE_COST * leastLines[ends[entry]!]!;
    if (start.cost !== TOO_LONG) {
      isForced = false;
      if (start.cost + behind <= left) addLine(ends[entry]!, 0);
    }
    // Whatever ends earlier is opened more, and leaves more behind it.
    if (start.earlierCost + behind > left) return;
    if (!mayEndEarlier(table, entry)) break;
  }
  if (!isForced) return;
  start.cost = FORCED_COST;
  addLine(nextLine(paragraph, start.from, available, squeezeMarks)!.to, 1);
}

/** Writes down the line that was costed last. */
function addLine(to: number, isForced: 0 | 1): void {
  if (lineCount >= lineEnds.length) growLines(Math.max(4096, lineCount * 2));
  lineEnds[lineCount] = to;
  lineCosts[lineCount] = start.cost;
  areForced[lineCount++] = isForced;
  const cost = costsBefore[start.from]! + start.cost;
  if (cost < costsBefore[to]!) costsBefore[to] = cost;
}

/** From the text's end back to its start, the best line from each of the starts. */
function chooseLines(count: number, startCount: number): void {
  costsBehind[count] = 0;
  for (let index = startCount - 1; index >= 0; index--) {
    let least = TOO_LONG;
    let best = firstLines[index]!;
    for (let line = firstLines[index]!; line < firstLines[index + 1]!; line++) {
      const cost = lineCosts[line]! + costsBehind[lineEnds[line]!]!;
      if (cost >= least) continue;
      least = cost;
      best = line;
    }
    costsBehind[starts[index]!] = least;
    bestLines[starts[index]!] = best;
  }
}

/** A line that ends where one with a hyphen would may be shorter than that by this. */
const WIDEST_HYPHEN_EM = 1 / 2;

/** From the text's end back, as much text as fits goes into each line, squeezed as far as it can be. */
function countLeastLines({ paragraph, ends, squeezedRights, squeezedLefts, feeds }: LineEndTable, first: number, available: Pt): void {
  const { breaks, firstIndent, hangingIndent, em, count } = paragraph;
  const longest = available - Math.min(firstIndent, hangingIndent) + TOLERANCE + WIDEST_HYPHEN_EM * em;
  const usual = Math.max(0, Math.floor(longest / em) - 2);
  leastLines[count] = 0;
  let end = count;
  let entry = ends.length - 1;
  for (let lines = 1; end > first; lines++) {
    const least = squeezedRights[entry]! - longest;
    let before = entry - 1;
    // Most ends are an em apart, so that most of a line need not be looked at.
    const guess = entry - usual;
    if (guess > 0 && guess < before && feeds[guess]! >= entry && squeezedLefts[guess]! >= least) before = guess;
    while (before >= 0 && breaks[ends[before]! - 1] !== Break.mandatory && squeezedLefts[before]! >= least) before--;
    // Where nothing fits, a line breaks a rule; at least one unit stands in it.
    if (before === entry - 1 && before >= 0 && breaks[ends[before]! - 1] !== Break.mandatory) before--;
    const isFeed = before >= 0 && breaks[ends[before]! - 1] === Break.mandatory;
    const from = before < 0 ? first : Math.max(first, isFeed ? ends[before]! : ends[before]! + 1);
    for (let cluster = from; cluster < end; cluster++) leastLines[cluster] = lines;
    end = from;
    entry = isFeed ? before : before + 1;
  }
}

function growStarts(length: number): void {
  costsBefore = new Float64Array(length);
  costsBehind = new Float64Array(length);
  leastLines = new Uint32Array(length);
  starts = new Uint32Array(length);
  firstLines = new Uint32Array(length);
  bestLines = new Uint32Array(length);
}

function growLines(length: number): void {
  const [ends, costs, forced] = [lineEnds, lineCosts, areForced];
  lineEnds = new Uint32Array(length);
  lineCosts = new Float64Array(length);
  areForced = new Uint8Array(length);
  lineEnds.set(ends);
  lineCosts.set(costs);
  areForced.set(forced);
}
