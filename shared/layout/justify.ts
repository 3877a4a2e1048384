import type { Pt } from "../geometry/units";
import type { ParagraphStyle } from "../model/document";
import type { LineRange } from "./nextLine";
import { takeNumbers } from "./numberPool";
import { Place, type PreparedParagraph } from "./preparedParagraph";

/** A line set to its measure. */
export interface JustifiedLine {
  /** Where each character's frame starts along the line, from the line's start, then where the last one ends. */
  readonly positions: Float64Array;
  /** What each adjustable place got on average, in em. */
  readonly stretchEm: number;
}

/** The widest a word space grows before other places open, in em (CLREQ 3.2.4). */
const WORD_SPACE_LIMIT_EM = 1 / 2;
/** The widest a gap between Han and Western text grows before the places between characters open, in em. */
const HAN_LATIN_LIMIT_EM = 1 / 3;

/** How much each kind of place of one line is opened; reused, so that no line allocates. */
const added = new Float64Array(4);

/** Sets a line to its measure: where each of its characters stands. Only justified and spread lines are stretched. */
export function justifyLine(paragraph: PreparedParagraph, line: LineRange, measure: Pt, align: ParagraphStyle["align"]): JustifiedLine {
  const slack = measure - line.indent - line.width;
  const isStretched = align === "spread" || (align === "justify" && (!line.endsParagraph || slack < 0));
  const stretchEm = isStretched ? distribute(paragraph, line, slack) : distribute(paragraph, line, 0);
  const shift = align === "center" ? slack / 2 : align === "end" ? slack : 0;
  return { positions: positionsOf(paragraph, line, line.indent + shift), stretchEm };
}

/** Shares the slack out over word spaces, then Han-Western gaps, then all places alike; returns the average in em. */
function distribute({ places, advances, em, rules }: PreparedParagraph, { from, visibleTo }: LineRange, slack: Pt): number {
  added.fill(0);
  let wordSpaces = 0;
  let hanLatins = 0;
  let characters = 0;
  let wordSpaceWidth = 0;
  for (let index = from; index < visibleTo - 1; index++) {
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
      default:
    }
  }
  const count = wordSpaces + hanLatins + characters;
  if (count === 0 || slack === 0) return 0;
  let rest = slack;
  if (slack > 0) {
    const perWordSpace = wordSpaces === 0 ? 0 : Math.min(rest / wordSpaces, Math.max(0, WORD_SPACE_LIMIT_EM * em - wordSpaceWidth));
    rest -= perWordSpace * wordSpaces;
    const perHanLatin = hanLatins === 0 ? 0 : Math.min(rest / hanLatins, Math.max(0, (HAN_LATIN_LIMIT_EM - rules.autospace) * em));
    rest -= perHanLatin * hanLatins;
    added[Place.wordSpace] = perWordSpace;
    added[Place.hanLatin] = perHanLatin;
  }
  const perPlace = rest / count;
  added[Place.wordSpace]! += perPlace;
  added[Place.hanLatin]! += perPlace;
  added[Place.character]! += perPlace;
  return slack / count / em;
}

function positionsOf(paragraph: PreparedParagraph, line: LineRange, start: Pt): Float64Array {
  const { pens, advances, places, startTrimmed, em } = paragraph;
  const { from, to, visibleTo, startTrim, endTrim } = line;
  const positions = takeNumbers(to - from + 1);
  const origin = start - startTrim - pens[from]!;
  let stretch = 0;
  for (let index = from; index < visibleTo; index++) {
    positions[index - from] = origin + pens[index]! + stretch + (startTrimmed[index] === 1 ? em / 2 : 0);
    stretch += index < visibleTo - 1 ? added[places[index]!]! : 0;
  }
  positions[0] = start;
  const end = visibleTo === from ? start : origin + pens[visibleTo - 1]! + advances[visibleTo - 1]! + stretch - endTrim;
  positions.fill(end, visibleTo - from);
  return positions;
}

/** Where the pen of a line's cluster stands, from the line's start: its frame without the half a neighbour or the edge took. */
export function penOf(paragraph: PreparedParagraph, line: LineRange, positions: Float64Array, cluster: number): Pt {
  const trimmed = cluster === line.from ? line.startTrim : paragraph.startTrimmed[cluster] === 1 ? paragraph.em / 2 : 0;
  return positions[cluster - line.from]! - trimmed;
}
