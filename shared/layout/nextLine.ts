import type { Pt } from "../geometry/units";
import { Break } from "../text/breakOpportunities";
import { CharacterClass } from "../text/characterClass";
import { BreakKind } from "../text/breakKind";
import { endTrim, hyphenWidth, lineWidth, mayHang, measureOf, startTrim, TOLERANCE, visibleEnd } from "./lineEdges";
import { Place, type PreparedParagraph } from "./preparedParagraph";

/** One line of a paragraph, before it is justified; cluster indexes are half-open. */
export interface LineRange {
  readonly from: number;
  /** Spaces at the line's end and its line feed included. */
  readonly to: number;
  /** Where the spaces begin that vanish at the line's end. */
  readonly visibleTo: number;
  /** From the line's start to its first frame. */
  readonly indent: Pt;
  /** From the first frame to the end of the last, after trimming. */
  readonly width: Pt;
  /** What the first mark gives up of its blank half. */
  readonly startTrim: Pt;
  /** What the last mark gives up of its blank half. */
  readonly endTrim: Pt;
  /** The width of the hyphen shown behind the last letter, counted in `width`; 0 where no word is divided. */
  readonly hyphen: Pt;
  /** Whether the last mark stands past the line's end: it counts neither in `width` nor when the line is justified. */
  readonly hangs: boolean;
  /** Whether the paragraph or a chosen line break ends it, so that it is not stretched. */
  readonly endsParagraph: boolean;
  /** Whether no legal break fitted, so that a rule had to give way. */
  readonly isForced: boolean;
}

/** How much shorter the clusters of a line may be made by squeezing (推入); first fit does without. */
export type Squeeze = (paragraph: PreparedParagraph, from: number, to: number) => Pt;

/** How much the marks around the characters of an orphan may take, in em. */
const ORPHAN_MARKS_EM = 2;
/** A line cured of an orphan keeps at least this share of its measure. */
const FULLEST_CURE = 0.5;
const C = CharacterClass;

const squeezeNothing: Squeeze = () => 0;

/** The ends a line may have: cluster indexes, -1 where there is none. Reused, so that looking for them allocates nothing. */
interface LineEnds {
  /** The last legal one that fits as it is. */
  fitting: number;
  /** The first legal one that fits only when the line is squeezed. */
  pulled: number;
  /** The end of the paragraph, where it fits only when the line is squeezed. */
  pulledEnd: number;
  /** The last one that breaks no more than a rule of line edges. */
  prohibited: number;
  /** The last one inside a unit. */
  inside: number;
}

/**
 * The line that starts at cluster `from` and fits `available` after the trims of its edges, or null when the paragraph is
 * used up. It takes at least one cluster. Of a longer line that is squeezed and a shorter one that is stretched it is the
 * one that changes its places less. A last line that would hold too few characters is pulled in, else it gets more.
 */
export function nextLine(paragraph: PreparedParagraph, from: number, available: Pt, squeeze = squeezeNothing): LineRange | null {
  if (from >= paragraph.count) return null;
  const measure = measureOf(paragraph, from, available);
  const ends = findEnds(ownEnds, paragraph, from, measure, squeeze);
  const chosen = withoutSplit(paragraph, from, chosenEnd(paragraph, from, ends, measure), ends, measure);
  if (chosen > 0) {
    const pulls = chosen === ends.fitting && pullsOrphanIn(paragraph, ends, available - paragraph.hangingIndent + TOLERANCE, squeeze);
    const end = pulls ? ends.pulled : withoutOrphan(paragraph, from, chosen, ends, measure);
    return lineRange(paragraph, from, end, measure, false);
  }
  const forced = ends.prohibited > 0 ? ends.prohibited : ends.inside > 0 ? ends.inside : firstGlyphEnd(paragraph, from);
  return lineRange(paragraph, from, forced, measure, true);
}

const ownEnds: LineEnds = { fitting: -1, pulled: -1, pulledEnd: -1, prohibited: -1, inside: -1 };
const endsBehind: LineEnds = { ...ownEnds };

function findEnds(ends: LineEnds, paragraph: PreparedParagraph, from: number, measure: Pt, squeeze: Squeeze): LineEnds {
  const { count, breaks, classes, pens, advances, joined, rules, em } = paragraph;
  ends.fitting = ends.pulled = ends.pulledEnd = ends.prohibited = ends.inside = -1;
  const origin = pens[from]! + startTrim(paragraph, from);
  let isOver = false;
  let hyphen = 0;
  let index = from;
  // As far as lines fit with a hyphen to spare, nothing but the breaks needs a look.
  const limit = origin + measure - (rules.hyphenation === "off" ? 0 : em);
  for (; index < count && pens[index]! + advances[index]! <= limit; index++) {
    const flag = breaks[index]!;
    if (flag >= Break.allowed) {
      ends.fitting = index + 1;
      if (flag === Break.mandatory) return ends;
    } else if (flag === Break.prohibited) ends.prohibited = index + 1;
    else if (joined[index + 1] !== 1) ends.inside = index + 1;
  }
  for (; index < count; index++) {
    if (classes[index] !== C.space && classes[index] !== C.lineFeed) {
      const width = pens[index]! - origin + advances[index]!;
      const over = width - endTrim(paragraph, index, width, measure) - measure;
      const hangs: boolean = over > 0 && !isOver && mayHang(paragraph, from, index);
      if (over > 0 && !hangs && over > squeeze(paragraph, from, index + 1)) break;
      isOver = over > 0 && !hangs;
      hyphen = hyphenWidth(paragraph, index);
      if (hyphen > 0 && over + hyphen > 0) {
        if (ends.pulled < 0 && over + hyphen <= squeeze(paragraph, from, index + 1)) ends.pulled = index + 1;
        continue;
      }
    }
    const flag = breaks[index]!;
    if (isOver) {
      if (flag >= Break.allowed && ends.pulled < 0) ends.pulled = index + 1;
      if (flag === Break.mandatory) ends.pulledEnd = index + 1;
    } else if (flag >= Break.allowed) ends.fitting = index + 1;
    else if (flag === Break.prohibited) ends.prohibited = index + 1;
    else if (joined[index + 1] !== 1) ends.inside = index + 1;
    if (flag === Break.mandatory) break;
  }
  return ends;
}

/** Squeezing or stretching, whichever changes each place less; squeezing where both do alike (先挤进，后推出, CLREQ). */
function chosenEnd(paragraph: PreparedParagraph, from: number, { fitting, pulled }: LineEnds, measure: Pt): number {
  if (pulled < 0 || fitting < 0) return Math.max(pulled, fitting);
  if (paragraph.breaks[fitting - 1] === Break.mandatory) return fitting;
  const slack = changePerPlace(paragraph, from, fitting, measure);
  return slack > TOLERANCE && changePerPlace(paragraph, from, pulled, measure) <= slack + TOLERANCE ? pulled : fitting;
}

/** How much each place of a line has to change on average, so that it fills its measure. */
function changePerPlace(paragraph: PreparedParagraph, from: number, to: number, measure: Pt): Pt {
  const { places } = paragraph;
  const last = visibleEnd(paragraph, from, to) - 1;
  if (last < from) return measure;
  let count = 0;
  for (let index = from; index < last; index++) if (places[index] !== Place.none) count++;
  return Math.abs(measure - TOLERANCE - lineWidth(paragraph, from, last, measure)) / Math.max(1, count);
}

/** How far a line's places may open so that no number is parted from its measure and no word divided, in em. */
const SPLIT_LIMIT_EM = 1 / 4;

/** Another end where the chosen one parts a number phrase or a word: the nearest that does not, if it changes the line little. */
function withoutSplit(paragraph: PreparedParagraph, from: number, to: number, { pulled }: LineEnds, measure: Pt): number {
  const { breaks, breakKinds, em } = paragraph;
  if (to < 0 || breakKinds[to - 1] === BreakKind.plain) return to;
  if (pulled > to && breakKinds[pulled - 1] === BreakKind.plain) return pulled;
  for (let end = to - 1; end > from; end--) {
    if (breaks[end - 1] !== Break.allowed || breakKinds[end - 1] !== BreakKind.plain) continue;
    return changePerPlace(paragraph, from, end, measure) < SPLIT_LIMIT_EM * em ? end : to;
  }
  return to;
}

function firstGlyphEnd({ count, joined }: PreparedParagraph, from: number): number {
  let end = from + 1;
  while (end < count && joined[end] === 1) end++;
  return end;
}

/**
 * Another end where the chosen one leaves too few characters for the last line (孤字, CLREQ 3.1.7): the paragraph's own,
 * where squeezing makes room for them, else an earlier one, so that a character more moves down.
 */
function withoutOrphan(paragraph: PreparedParagraph, from: number, to: number, { pulledEnd }: LineEnds, measure: Pt): number {
  const { breaks, charactersLeft, pens, rules } = paragraph;
  if (breaks[to - 1] === Break.mandatory || charactersLeft[to]! >= rules.orphan) return to;
  if (pulledEnd > 0) return pulledEnd;
  for (let end = to - 1; end > from; end--) {
    if (pens[end]! - pens[from]! < measure * FULLEST_CURE) return to;
    if (breaks[end - 1]! === Break.allowed && charactersLeft[end]! >= rules.orphan) return end;
  }
  return to;
}

/** Whether the next line, as long as `behind`, would leave too few characters over, but reaches the end if this one is squeezed. */
function pullsOrphanIn(paragraph: PreparedParagraph, { fitting, pulled }: LineEnds, behind: Pt, squeeze: Squeeze): boolean {
  const { breaks, charactersLeft, count, em, pens, rules } = paragraph;
  if (pulled < 0) return false;
  const rest = pens[count]! - pens[fitting]!;
  // Only a rest of a line and the orphan's characters can be meant; most lines are told apart here.
  if (rest < behind || rest > behind + (rules.orphan + ORPHAN_MARKS_EM) * em) return false;
  const next = findEnds(endsBehind, paragraph, fitting, behind, squeeze);
  const end = chosenEnd(paragraph, fitting, next, behind);
  if (end < 0 || next.pulledEnd > 0 || breaks[end - 1] === Break.mandatory || charactersLeft[end]! >= rules.orphan) return false;
  const pulledNext = findEnds(endsBehind, paragraph, pulled, behind, squeeze);
  return pulledNext.pulledEnd > 0 || (pulledNext.fitting > 0 && breaks[pulledNext.fitting - 1] === Break.mandatory);
}

/** The line from one cluster to another, as `measure` without the indent trims it. */
export function lineRange(paragraph: PreparedParagraph, from: number, to: number, measure: Pt, isForced: boolean): LineRange {
  const { pens, advances, em } = paragraph;
  const visibleTo = visibleEnd(paragraph, from, to);
  const last = visibleTo - 1;
  const isBlank = visibleTo === from;
  const fullWidth = isBlank ? 0 : pens[last]! - pens[from]! - startTrim(paragraph, from) + advances[last]!;
  const trimmed = isBlank ? 0 : endTrim(paragraph, last, fullWidth, measure);
  const width = isBlank ? 0 : lineWidth(paragraph, from, last, measure);
  const hyphen = isBlank ? 0 : hyphenWidth(paragraph, last);
  const hangs = !isBlank && width < fullWidth - trimmed + hyphen;
  return new BrokenLine(paragraph, from, to, visibleTo, width, hangs ? em / 2 : trimmed, hangs, isForced);
}

/** A line by its sums; what follows from its edges alone is read from the paragraph, so that there is less to make. */
class BrokenLine implements LineRange {
  readonly from: number;
  readonly to: number;
  readonly visibleTo: number;
  readonly width: Pt;
  readonly endTrim: Pt;
  readonly hangs: boolean;
  readonly isForced: boolean;
  /** Hidden, for lines are equal when their sums are. */
  readonly #paragraph: PreparedParagraph;

  constructor(paragraph: PreparedParagraph, from: number, to: number, visibleTo: number, width: Pt, endTrim: Pt, hangs: boolean, isForced: boolean) {
    this.#paragraph = paragraph;
    this.from = from;
    this.to = to;
    this.visibleTo = visibleTo;
    this.width = width;
    this.endTrim = endTrim;
    this.hangs = hangs;
    this.isForced = isForced;
  }

  get indent(): Pt {
    return this.from === 0 ? this.#paragraph.firstIndent : this.#paragraph.hangingIndent;
  }

  get startTrim(): Pt {
    return startTrim(this.#paragraph, this.from);
  }

  get hyphen(): Pt {
    return this.visibleTo === this.from ? 0 : hyphenWidth(this.#paragraph, this.visibleTo - 1);
  }

  get endsParagraph(): boolean {
    return this.#paragraph.breaks[this.to - 1] === Break.mandatory;
  }
}
