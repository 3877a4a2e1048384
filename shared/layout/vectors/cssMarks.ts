import { CharacterClass } from "../../text/characterClass";
import { TrimSide, type FullWidthMark } from "../../text/punctuationWidth";
import type { Direction } from "../preparedParagraph";

const C = CharacterClass;
const openings = new Set(Array.from("‘“（《〈【〖〔〘〚〝［｛｟「『"));
const closings = new Set(Array.from("）》〉】〗〕〙〛〞〟］｝｠」』"));
const closingQuotes = new Set(Array.from("’”"));
const stops = new Set(Array.from("、。，．"));
const middleDots = new Set(Array.from("·‧・"));
const IDEOGRAPHIC_SPACE = "\u3000";

type Role = "closing" | "middle" | "none" | "opening";

/**
 * A mark as `text-spacing-trim` of CSS Text 4 sees it, in the terms of our `pairTrim`: what CSS calls closing, stops in
 * most languages among it, is a closing mark; what stands in the middle of its frame is a stop without a blank half.
 */
export function cssMark(codePoint: number, locale: string, direction: Direction): FullWidthMark {
  switch (cssRole(String.fromCodePoint(codePoint), locale, direction)) {
    case "opening":
      return { codePoint, characterClass: C.opening, side: TrimSide.start };
    case "closing":
      return { codePoint, characterClass: C.closing, side: TrimSide.end };
    case "middle":
      return { codePoint, characterClass: C.pauseStop, side: TrimSide.none };
    case "none":
      return { codePoint, characterClass: C.wide, side: TrimSide.none };
  }
}

/** Whether `trim-all` sets a mark half an em wide. */
export function isTrimmedAlone(codePoint: number, locale: string, direction: Direction): boolean {
  const character = String.fromCodePoint(codePoint);
  return character !== IDEOGRAPHIC_SPACE && cssRole(character, locale, direction) !== "none";
}

function cssRole(character: string, locale: string, direction: Direction): Role {
  const isTraditional = /^zh-(hant|tw|hk|mo)/i.test(locale);
  const isSimplified = /^zh(-|$)/i.test(locale) && !isTraditional;
  if (openings.has(character)) return "opening";
  if (closings.has(character)) return "closing";
  // Japanese fonts set closing quotes in proportional frames.
  if (closingQuotes.has(character)) return isSimplified || isTraditional ? "closing" : "none";
  if (stops.has(character)) return isTraditional ? "middle" : "closing";
  if (middleDots.has(character) || character === IDEOGRAPHIC_SPACE) return "middle";
  if (character !== "：" && character !== "；") return "none";
  if (direction === "horizontal") return isSimplified ? "closing" : "middle";
  return isSimplified || isTraditional || character === "；" ? "none" : "middle";
}
