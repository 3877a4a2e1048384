import type { Pt } from "../geometry/units";
import type { ParagraphStyle } from "../model/document";
import { TrimSide } from "../text/punctuationWidth";
import type { LineSource } from "./flowParagraph";
import type { LineRange } from "./nextLine";
import { takeNumbers } from "./numberPool";
import { Place, POOR_PLACE_WEIGHT, type PreparedParagraph } from "./preparedParagraph";
import { SQUEEZE_STEP_COUNT, SqueezeStep } from "./squeeze";

/** A line set to its measure. How far it opens, and where its characters stand, is worked out when somebody asks. */
export class JustifiedLine implements LineSource {
  readonly prepared: PreparedParagraph;
  readonly range: LineRange;
  readonly measure: Pt;
  readonly align: ParagraphStyle["align"];
  private knownStretch: number | null = null;
  private knownShare = 0;
  private knownPositions: Float64Array | null = null;

  constructor(prepared: PreparedParagraph, range: LineRange, measure: Pt, align: ParagraphStyle["align"]) {
    this.prepared = prepared;
    this.range = range;
    this.measure = measure;
    this.align = align;
  }

  /** What each adjustable place got (or, below nothing, gave) on average, in em; what opens by half counts half. */
  get stretchEm(): number {
    return this.knownStretch ?? this.adjust();
  }

  /** The share of what they can give that the brackets inside the line gave when it was squeezed, 0 to 1. */
  get bracketShare(): number {
    if (this.knownStretch === null) this.adjust();
    return this.knownShare;
  }

  private adjust(): number {
    const stretch = adjustPlaces(this.prepared, this.range, this.measure, this.align);
    this.knownStretch = stretch;
    this.knownShare = shares[SqueezeStep.bracket]!;
    return stretch;
  }

  /** Where each character's frame starts along the line, from the line's start, then where the last one ends. */
  get positions(): Float64Array {
    return (this.knownPositions ??= positionsOf(this.prepared, this.range, this.measure, this.align));
  }
}

/** The widest a word space grows before other places open, in em (CLREQ 3.2.4). */
const WORD_SPACE_LIMIT_EM = 1 / 2;
/** The widest a gap between Han and Western text grows before the places between characters open, in em. */
const HAN_LATIN_LIMIT_EM = 1 / 3;

/** How much each kind of place of one line is opened; reused, so that no line allocates. */
const added = new Float64Array(6);
/** The share of what its places can give that each step of squeezing takes; reused likewise. */
const shares = new Float64Array(SQUEEZE_STEP_COUNT);

/** Sets a line to its measure. Only justified and spread lines are stretched or squeezed. */
export function justifyLine(paragraph: PreparedParagraph, line: LineRange, measure: Pt, align: ParagraphStyle["align"]): JustifiedLine {
  return new JustifiedLine(paragraph, line, measure, align);
}

/** Shares out what the line is short of or over its measure, into `added` and `shares`; returns the average in em. */
function adjustPlaces(paragraph: PreparedParagraph, line: LineRange, measure: Pt, align: ParagraphStyle["align"]): number {
  const slack = measure - line.indent - line.width;
  const isFilled = align === "spread" || (align === "justify" && (slack < 0 || !(line.endsParagraph || paragraph.rules.grid === "characters")));
  added.fill(0);
  shares.fill(0);
  if (!isFilled || slack === 0) return 0;
  return slack > 0 ? open(paragraph, line, slack) : squeeze(paragraph, line, -slack);
}

/**
 * Shares the slack out over word spaces, then Han-Western gaps, then pairs of marks up to the blank they gave up, then all
 * places (CLREQ 3.2.4); returns the average in em, a poor place counted by its weight: what shows, as `lineCost` weighs it.
 */
function open({ places, advances, em, rules }: PreparedParagraph, line: LineRange, slack: Pt): number {
  let wordSpaces = 0;
  let hanLatins = 0;
  let characters = 0;
  let poor = 0;
  let pairs = 0;
  let wordSpaceWidth = 0;
  const last = lastFilling(line);
  for (let index = line.from; index < last; index++) {
    switch (places[index]) {
      case Place.wordSpace:
        wordSpaces++;
        wordSpaceWidth = Math.max(wordSpaceWidth, advances[index]!);
        break;
      case Place.hanLatin:
        hanLatins++;
        break;
      case Place.character:
        characters++;
        break;
      case Place.poor:
        poor++;
        break;
      case Place.trimmedPair:
        pairs++;
        break;
      default:
    }
  }
  const count = wordSpaces + hanLatins + characters + poor * POOR_PLACE_WEIGHT + pairs;
  if (count === 0) return 0;
  let rest = slack;
  const perWordSpace = wordSpaces === 0 ? 0 : Math.min(rest / wordSpaces, Math.max(0, WORD_SPACE_LIMIT_EM * em - wordSpaceWidth));
  rest -= perWordSpace * wordSpaces;
  const perHanLatin = hanLatins === 0 ? 0 : Math.min(rest / hanLatins, Math.max(0, (HAN_LATIN_LIMIT_EM - rules.autospace) * em));
  rest -= perHanLatin * hanLatins;
  const perPair = pairs === 0 ? 0 : Math.min(rest / pairs, em / 2);
  rest -= perPair * pairs;
  const perPlace = rest / (wordSpaces + hanLatins + characters + (poor + pairs) * POOR_PLACE_WEIGHT);
  added[Place.wordSpace] = perWordSpace + perPlace;
  added[Place.hanLatin] = perHanLatin + perPlace;
  added[Place.character] = perPlace;
  added[Place.poor] = perPlace * POOR_PLACE_WEIGHT;
  added[Place.trimmedPair] = perPair + perPlace * POOR_PLACE_WEIGHT;
  return slack / count / em;
}

/** Takes what is over from one step's places after another's, until the line fits; returns what is taken on average in em. */
function squeeze({ places, squeezeSteps, squeezable, em }: PreparedParagraph, line: LineRange, over: Pt): number {
  let count = 0;
  const last = lastFilling(line);
  for (let index = line.from; index < last; index++) {
    if (places[index] !== Place.none) count++;
    shares[squeezeSteps[index]!]! += squeezable[index + 1]! - squeezable[index]!;
  }
  let rest = over;
  for (let step = 1; step < SQUEEZE_STEP_COUNT; step++) {
    const most = shares[step]!;
    const taken = Math.min(rest, most);
    shares[step] = most === 0 ? 0 : taken / most;
    rest -= taken;
  }
  return count === 0 ? 0 : (rest - over) / count / em;
}

/** The last cluster whose frame fills the measure: a hung mark stands past it, close to what it ends. */
function lastFilling({ visibleTo, hangs }: LineRange): number {
  return hangs ? visibleTo - 2 : visibleTo - 1;
}

function positionsOf(paragraph: PreparedParagraph, line: LineRange, measure: Pt, align: ParagraphStyle["align"]): Float64Array {
  adjustPlaces(paragraph, line, measure, align);
  const slack = measure - line.indent - line.width;
  const start = line.indent + (align === "center" ? slack / 2 : align === "end" ? slack : 0);
  const { pens, advances, places, squeezable, squeezeSteps, startTrimmed, em } = paragraph;
  const { from, to, visibleTo, startTrim, endTrim } = line;
  const positions = takeNumbers(to - from + 1);
  const origin = start - startTrim - pens[from]!;
  const bracketShare = shares[SqueezeStep.bracket]!;
  const last = lastFilling(line);
  let change = 0;
  for (let index = from; index < visibleTo; index++) {
    const blank = startTrimmed[index] === 1 ? em / 2 : openingGive(paragraph, index, bracketShare);
    positions[index - from] = origin + pens[index]! + change + blank;
    if (index >= last) continue;
    change += added[places[index]!]! - shares[squeezeSteps[index]!]! * (squeezable[index + 1]! - squeezable[index]!);
  }
  positions[0] = start;
  const end = visibleTo === from ? start : origin + pens[visibleTo - 1]! + advances[visibleTo - 1]! + change - endTrim;
  positions.fill(end, visibleTo - from);
  return positions;
}

/** What an opening mark inside a line gave up of its blank half when the line was squeezed. */
function openingGive({ squeezable, startTrimmed, trimSides }: PreparedParagraph, cluster: number, bracketShare: number): Pt {
  if (bracketShare === 0 || trimSides[cluster] !== TrimSide.start || startTrimmed[cluster] === 1) return 0;
  return (squeezable[cluster]! - squeezable[cluster - 1]!) * bracketShare;
}

/** Where the pen of a line's cluster stands, from the line's start: its frame without what a neighbour, the edge or squeezing took. */
export function penOf({ prepared, range, bracketShare }: Pick<LineSource, "prepared" | "range" | "bracketShare">, positions: Float64Array, cluster: number): Pt {
  const position = positions[cluster - range.from]!;
  if (cluster === range.from) return position - range.startTrim;
  if (prepared.startTrimmed[cluster] === 1) return position - prepared.em / 2;
  return position - openingGive(prepared, cluster, bracketShare);
}
