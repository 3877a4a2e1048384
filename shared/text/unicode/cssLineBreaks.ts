import { EastAsianWidth, eastAsianWidth } from "./eastAsianWidth";
import { LineBreakClass } from "./lineBreakClass";
import { LineBreak, lineBreakClasses, lineBreaks } from "./lineBreaks";

/** How strictly CSS keeps marks off line starts; `auto` is `normal` here. */
export type CssLineBreakLevel = "auto" | "loose" | "normal" | "strict";

/** The CSS properties that tailor the default line breaks, and the language of the text ("" where it is not known). */
export interface CssLineBreakStyle {
  readonly level: CssLineBreakLevel;
  readonly wordBreak: "break-all" | "normal";
  readonly locale: string;
}

const C = LineBreakClass;

const cjkHyphens = setOf("〜゠");
const iterationMarks = setOf("々〻ゝゞヽヾ");
const centredPunctuation = setOf("・：；･‼⁇⁈⁉！？");
/** Kept off line starts after Han unless the level is loose. */
const hyphens = setOf("\u2010\u2013");

function setOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.codePointAt(0)!));
}

/** `lineBreaks` as `line-break` and `word-break` of CSS Text 3 tailor them. */
export function cssLineBreaks(codePoints: readonly number[], style: CssLineBreakStyle): Uint8Array {
  const isChineseOrJapanese = /^(zh|ja)(-|$)/.test(style.locale);
  const classes = lineBreakClasses(codePoints);
  const own = classes.slice();
  codePoints.forEach((codePoint, index) => {
    const isFreed = isIdeographInLevel(codePoint, own[index]!, style.level, isChineseOrJapanese);
    if (isFreed || (style.wordBreak === "break-all" && isLetterOrDigit(own[index]!))) classes[index] = C.ID;
  });
  const breaks = lineBreaks(codePoints, classes);
  if (style.level === "loose") {
    for (let index = 1; index < codePoints.length; index++) {
      if (hyphens.has(codePoints[index]!) && classes[index - 1] === C.ID) breaks[index] = LineBreak.allowed;
    }
  }
  return breaks;
}

/** Whether a level takes a character for an ideograph, with a break on either side. */
function isIdeographInLevel(codePoint: number, own: number, level: CssLineBreakLevel, isChineseOrJapanese: boolean): boolean {
  if (level === "strict") return false;
  if (own === C.CJ || (isChineseOrJapanese && cjkHyphens.has(codePoint))) return true;
  if (level !== "loose") return false;
  if (own === C.IN || iterationMarks.has(codePoint)) return true;
  if (!isChineseOrJapanese) return false;
  return centredPunctuation.has(codePoint) || ((own === C.PO || own === C.PR) && eastAsianWidth(codePoint) !== EastAsianWidth.N);
}

function isLetterOrDigit(own: number): boolean {
  return own === C.AL || own === C.HL || own === C.DC || own === C.NU;
}
