import type { LineRules } from "../lineRules";
import { nextLine } from "../nextLine";
import { prepareVector, VECTOR_SIZE, vectorRules } from "./layoutVector";
import { squareFonts, standInFonts } from "./standInFont";
import { areEqual, codePointsOf, isNumberList, isOneOf, isPositive, isStringList, verdictOf, type VectorRecord, type Verdict } from "./vectorFields";

const modes = ["allow-end", "force-end", "none"] as const;

/** Nothing is trimmed, as in the browsers' tests; the marks of the tests are kept off line starts at any level but none. */
const hangingRules: LineRules = { ...vectorRules("P0", "strict"), hanging: "on" };
const plainRules: LineRules = vectorRules("P0", "strict");

/**
 * Judges a vector of `hanging-punctuation`: the lines that the engine sets, and the marks past their ends. In lines set
 * flush left `allow-end` and `force-end` do the same. A box measured in glyphs has glyphs of one width.
 */
export function judgeHanging({ text, locale, mode, boxWidthEm, boxWidthGlyphs, lines, hungOffsets }: VectorRecord): Verdict | null {
  if (typeof text !== "string" || typeof locale !== "string" || typeof mode !== "string" || !isStringList(lines) || !isNumberList(hungOffsets)) return null;
  if (!isOneOf(modes, mode)) return "unsupported";
  const boxWidth = boxWidthEm ?? boxWidthGlyphs;
  if (!isPositive(boxWidth)) return null;
  const fonts = boxWidthEm === null ? squareFonts : standInFonts;
  const set = setLines(text, boxWidth, mode === "none" ? plainRules : hangingRules, fonts);
  return verdictOf(areEqual(set.lines, lines) && areEqual(set.hung, hungOffsets));
}

/** The lines of a text and the code points that hang. */
function setLines(text: string, boxWidthEm: number, rules: LineRules, fonts: typeof standInFonts) {
  const paragraph = prepareVector(text, 0, rules, "horizontal", fonts);
  const lines: string[] = [];
  const hung: number[] = [];
  for (let range = nextLine(paragraph, 0, boxWidthEm * VECTOR_SIZE); range !== null; range = nextLine(paragraph, range.to, boxWidthEm * VECTOR_SIZE)) {
    lines.push(text.slice(paragraph.offsets[range.from], paragraph.offsets[range.visibleTo]));
    if (range.hangs) hung.push(codePointsOf(text.slice(0, paragraph.offsets[range.visibleTo - 1])).length);
  }
  return { lines, hung };
}
