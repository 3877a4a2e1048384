import type { Pt } from "../geometry/units";
import { BreakKind } from "../text/breakKind";
import { CharacterClass } from "../text/characterClass";
import { TrimSide } from "../text/punctuationWidth";
import { NO_FONT, type PreparedParagraph } from "./preparedParagraph";

/** Lengths closer than this are equal: sums of advances carry rounding errors. */
export const TOLERANCE: Pt = 0.001;

const C = CharacterClass;

/** The length that the line from a cluster on fills: what is available less its indent, with the tolerance. */
export function measureOf({ firstIndent, hangingIndent }: PreparedParagraph, from: number, available: Pt): Pt {
  return available - (from === 0 ? firstIndent : hangingIndent) + TOLERANCE;
}

/** Where the spaces begin that vanish at a line's end. */
export function visibleEnd({ classes }: PreparedParagraph, from: number, to: number): number {
  let end = to;
  while (end > from && (classes[end - 1] === C.space || classes[end - 1] === C.lineFeed)) end--;
  return end;
}

/** What an opening mark at a line's start gives up (CLREQ 3.1.6). */
export function startTrim({ trimSides, rules, em }: PreparedParagraph, from: number): Pt {
  if (trimSides[from] !== TrimSide.start || rules.lineStartTrim === "off") return 0;
  return rules.lineStartTrim === "trimExceptFirst" && from === 0 ? 0 : em / 2;
}

/** What a stop or closing mark at the end of a line of such a width gives up (GB/T 15834-2011, 5.1.10). */
export function endTrim({ trimSides, rules, em }: PreparedParagraph, last: number, width: Pt, measure: Pt): Pt {
  if (trimSides[last] !== TrimSide.end || rules.lineEndTrim === "off") return 0;
  return rules.lineEndTrim === "ifNeeded" && width <= measure ? 0 : em / 2;
}

/** The width of the hyphen that a line ending behind a cluster shows; 0 where it ends in no divided word. */
export function hyphenWidth(paragraph: PreparedParagraph, last: number): Pt {
  if (paragraph.breakKinds[last] !== BreakKind.hyphen) return 0;
  return paragraph.hyphenAdvances[paragraph.fontOf[letterBefore(paragraph, last)]!] ?? 0;
}

/** The letter that a hyphen behind a cluster follows: the cluster itself unless it is a soft hyphen, which has no glyph. */
export function letterBefore({ fontOf }: PreparedParagraph, last: number): number {
  let letter = last;
  while (letter > 0 && fontOf[letter] === NO_FONT) letter--;
  return letter;
}

/**
 * Whether a mark may stand past its line's end: a pause or stop, not in a run of marks, behind at least one character
 * (CLREQ, hanging marks; CSS Text 3 allows one mark an edge).
 */
export function mayHang({ classes, trimSides, rules }: PreparedParagraph, from: number, mark: number): boolean {
  if (rules.hanging === "off" || mark <= from || classes[mark] !== C.pauseStop || trimSides[mark] !== TrimSide.end) return false;
  return classes[mark - 1] !== C.space && !isMark(classes[mark - 1]!) && !isMark(classes[mark + 1] ?? C.han);
}

function isMark(characterClass: number): boolean {
  return characterClass === C.pauseStop || characterClass === C.closing || characterClass === C.dash || characterClass === C.ellipsis;
}

/** The frames of a line up to cluster `last`, its edges trimmed, a hyphen counted and a hung mark not. */
export function lineWidth(paragraph: PreparedParagraph, from: number, last: number, measure: Pt): Pt {
  const { pens, advances } = paragraph;
  const origin = pens[from]! + startTrim(paragraph, from);
  const width = pens[last]! - origin + advances[last]!;
  const trimmed = width - endTrim(paragraph, last, width, measure) + hyphenWidth(paragraph, last);
  if (trimmed <= measure || !mayHang(paragraph, from, last)) return trimmed;
  const unhung = pens[last - 1]! - origin + advances[last - 1]!;
  return unhung <= measure ? unhung : trimmed;
}
