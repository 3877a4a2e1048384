import type { Pt } from "../geometry/units";
import { Break } from "../text/breakOpportunities";
import { CharacterClass } from "../text/characterClass";
import { TrimSide } from "../text/punctuationWidth";
import type { PreparedParagraph } from "./preparedParagraph";

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
  /** Whether the paragraph or a chosen line break ends it, so that it is not stretched. */
  readonly endsParagraph: boolean;
  /** Whether no legal break fitted, so that a rule had to give way. */
  readonly isForced: boolean;
}

/** How much shorter the clusters of a line may be made by squeezing: the hook of 推入, which first fit leaves at nothing. */
export type Squeeze = (paragraph: PreparedParagraph, from: number, to: number) => Pt;

/** Lengths closer than this are equal: sums of advances carry rounding errors. */
const TOLERANCE = 0.001;
/** A line cured of an orphan keeps at least this share of its measure. */
const FULLEST_CURE = 0.5;
const C = CharacterClass;

const squeezeNothing: Squeeze = () => 0;

/**
 * The longest line that starts at cluster `from` and fits `available` after the trims of its edges, or null when the
 * paragraph is used up. It takes at least one cluster, and gives characters to a last line that would hold too few.
 */
export function nextLine(paragraph: PreparedParagraph, from: number, available: Pt, squeeze = squeezeNothing): LineRange | null {
  const { count, breaks, classes, pens, advances, joined } = paragraph;
  if (from >= count) return null;
  const measure = available - (from === 0 ? paragraph.firstIndent : paragraph.hangingIndent) + TOLERANCE;
  const origin = pens[from]! + startTrim(paragraph, from);
  let legal = -1;
  let prohibited = -1;
  let inside = -1;
  for (let index = from; index < count; index++) {
    if (classes[index] !== C.space && classes[index] !== C.lineFeed) {
      const width = pens[index]! - origin + advances[index]!;
      if (width - endTrim(paragraph, index, width, measure) > measure + squeeze(paragraph, from, index + 1)) break;
    }
    const flag = breaks[index]!;
    if (flag >= Break.allowed) legal = index + 1;
    else if (flag === Break.prohibited) prohibited = index + 1;
    else if (joined[index + 1] !== 1) inside = index + 1;
    if (flag === Break.mandatory) break;
  }
  if (legal > 0) return lineRange(paragraph, from, withoutOrphan(paragraph, from, legal, measure), measure, false);
  const forced = prohibited > 0 ? prohibited : inside > 0 ? inside : firstGlyphEnd(paragraph, from);
  return lineRange(paragraph, from, forced, measure, true);
}

function firstGlyphEnd({ count, joined }: PreparedParagraph, from: number): number {
  let end = from + 1;
  while (end < count && joined[end] === 1) end++;
  return end;
}

/** An earlier break where the chosen one leaves too few characters for the last line (孤字, CLREQ 3.1.7). */
function withoutOrphan(paragraph: PreparedParagraph, from: number, to: number, measure: Pt): number {
  const { breaks, charactersLeft, pens, rules } = paragraph;
  const left = charactersLeft[to]!;
  if (breaks[to - 1] === Break.mandatory || left >= rules.orphan) return to;
  for (let end = to - 1; end > from; end--) {
    if (pens[end]! - pens[from]! < measure * FULLEST_CURE) return to;
    if (breaks[end - 1]! === Break.allowed && charactersLeft[end]! >= rules.orphan) return end;
  }
  return to;
}

function lineRange(paragraph: PreparedParagraph, from: number, to: number, measure: Pt, isForced: boolean): LineRange {
  const { classes, pens, advances, breaks } = paragraph;
  let visibleTo = to;
  while (visibleTo > from && (classes[visibleTo - 1] === C.space || classes[visibleTo - 1] === C.lineFeed)) visibleTo--;
  const trim = startTrim(paragraph, from);
  const last = visibleTo - 1;
  const fullWidth = visibleTo === from ? 0 : pens[last]! - pens[from]! - trim + advances[last]!;
  const trimmed = visibleTo === from ? 0 : endTrim(paragraph, last, fullWidth, measure);
  return {
    from,
    to,
    visibleTo,
    indent: from === 0 ? paragraph.firstIndent : paragraph.hangingIndent,
    width: fullWidth - trimmed,
    startTrim: trim,
    endTrim: trimmed,
    endsParagraph: breaks[to - 1] === Break.mandatory,
    isForced,
  };
}

/** What an opening mark at a line's start gives up (CLREQ 3.1.6). */
function startTrim({ trimSides, rules, em }: PreparedParagraph, from: number): Pt {
  if (trimSides[from] !== TrimSide.start || rules.lineStartTrim === "off") return 0;
  return rules.lineStartTrim === "trimExceptFirst" && from === 0 ? 0 : em / 2;
}

/** What a stop or closing mark at a line's end gives up (GB/T 15834-2011, 5.1.10). */
function endTrim({ trimSides, rules, em }: PreparedParagraph, last: number, width: Pt, measure: Pt): Pt {
  if (trimSides[last] !== TrimSide.end || rules.lineEndTrim === "off") return 0;
  return rules.lineEndTrim === "ifNeeded" && width <= measure ? 0 : em / 2;
}
