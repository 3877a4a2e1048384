import { CharacterClass } from "../../text/characterClass";
import { nextLine } from "../nextLine";
import type { Direction, PreparedParagraph } from "../preparedParagraph";
import { prepareVector, VECTOR_SIZE, vectorRules } from "./layoutVector";
import { squareFonts } from "./standInFont";
import { areEqual, codePointsOf, isNumberList, isOneOf, isPositive, isStringList, verdictOf, type VectorRecord, type Verdict } from "./vectorFields";

const C = CharacterClass;
const modes = ["normal", "ideograph-alpha", "ideograph-numeric", "no-autospace"] as const;
const writingModes = ["horizontal-tb", "vertical-rl"] as const;
const TOLERANCE = 1e-6;
/** ASCII of the category Po, which takes the gap beside Han in text marked as Chinese (CSS Text 4, `text-autospace`). */
const chinesePunctuation = new Set(Array.from("!\"#%&'*,./:;?@\\", (sign) => sign.charCodeAt(0)));

/** Judges a vector of `text-autospace`: where the engine opens a gap, or how its lines break with the gaps in them. */
export function judgeAutospace({ text, locale, mode, writingMode, gapEm, gapOffsets, boxWidthEm, lines }: VectorRecord): Verdict | null {
  if (typeof text !== "string" || typeof locale !== "string" || !isPositive(gapEm)) return null;
  if (typeof mode !== "string" || typeof writingMode !== "string") return null;
  if (!isOneOf(modes, mode) || !isOneOf(writingModes, writingMode)) return "unsupported";
  const direction: Direction = writingMode === "vertical-rl" ? "vertical" : "horizontal";
  const rules = { ...vectorRules("P0", "gb"), autospace: mode === "no-autospace" ? 0 : gapEm };
  // The tests behind these vectors are set in Ahem, whose glyphs are all squares; where gaps stand depends on no width.
  const paragraph = prepareVector(text, 0, rules, direction, squareFonts);
  if (boxWidthEm !== undefined) {
    return isPositive(boxWidthEm) && isStringList(lines) ? verdictOf(areEqual(linesOf(paragraph, boxWidthEm), lines)) : null;
  }
  if (!isNumberList(gapOffsets)) return null;
  const gaps = new Set(gapsOf(paragraph, mode));
  if (mode === "normal" && /^zh(-|$)/.test(locale)) {
    for (const offset of punctuationGaps(paragraph)) gaps.add(offset);
  }
  const offsets = [...gaps].sort((one, other) => one - other).map((offset) => codePointsOf(text.slice(0, offset)).length);
  return verdictOf(areEqual(offsets, gapOffsets));
}

/** The offsets (UTF-16) before which the engine opened a gap; nothing else parts a paragraph's frames here. */
function gapsOf({ count, offsets, classes, pens, advances }: PreparedParagraph, mode: (typeof modes)[number]): number[] {
  const found: number[] = [];
  for (let index = 0; index + 1 < count; index++) {
    if (pens[index + 1]! - pens[index]! - advances[index]! < TOLERANCE) continue;
    const isNumeric = classes[index] === C.digit || classes[index + 1] === C.digit;
    if (mode === "normal" || (mode === "ideograph-numeric") === isNumeric) found.push(offsets[index + 1]!);
  }
  return found;
}

/** The offsets (UTF-16) between Han and ASCII punctuation. */
function punctuationGaps({ text, count, offsets, classes }: PreparedParagraph): number[] {
  const found: number[] = [];
  const isPunctuation = (index: number) => chinesePunctuation.has(text.charCodeAt(offsets[index]!));
  for (let index = 0; index + 1 < count; index++) {
    const isBeside = (classes[index] === C.han && isPunctuation(index + 1)) || (isPunctuation(index) && classes[index + 1] === C.han);
    if (isBeside) found.push(offsets[index + 1]!);
  }
  return found;
}

function linesOf(paragraph: PreparedParagraph, boxWidthEm: number): string[] {
  const lines: string[] = [];
  for (let from = 0; ; ) {
    const range = nextLine(paragraph, from, boxWidthEm * VECTOR_SIZE);
    if (range === null) return lines;
    lines.push(paragraph.text.slice(paragraph.offsets[range.from], paragraph.offsets[range.visibleTo]));
    from = range.to;
  }
}
