import { pairTrim } from "../../text/punctuationWidth";
import type { LineRules } from "../lineRules";
import { nextLine } from "../nextLine";
import type { Direction, PreparedParagraph } from "../preparedParagraph";
import { cssMark, isTrimmedAlone } from "./cssMarks";
import { prepareVector, VECTOR_SIZE, vectorRules } from "./layoutVector";
import { areEqual, codePointsOf, isNumberList, isPositive, isStringList, verdictOf, type VectorRecord, type Verdict } from "./vectorFields";

const TOLERANCE = 1e-6;
const LINE_FEED = "\n";

/** What the keywords of CSS are among the engine's settings. */
const lineStartTrims = new Map<string, LineRules["lineStartTrim"]>([
  ["normal", "off"],
  ["space-first", "trimExceptFirst"],
  ["trim-start", "trim"],
]);
const directions = new Map<string, readonly Direction[]>([
  ["horizontal-tb", ["horizontal"]],
  ["vertical-rl", ["vertical"]],
  ["horizontal-tb + vertical-rl", ["horizontal", "vertical"]],
]);

/**
 * Judges a vector of `text-spacing-trim`: which marks are set half an em wide. Edges of lines are the engine's; the marks
 * of a pair are put to it as CSS sees them in the language. Vectors that hang on a proportional glyph are left out.
 */
export function judgeSpacingTrim(vector: VectorRecord): Verdict | null {
  const { text, locale, mode, writingMode, trimmedOffsets, advancesEm, boxWidthEm, lines, note } = vector;
  if (typeof text !== "string" || typeof locale !== "string" || typeof mode !== "string") return null;
  if (typeof writingMode !== "string" || !isNumberList(trimmedOffsets)) return null;
  if (advancesEm !== undefined && !isNumberList(advancesEm)) return null;
  if (typeof note === "string" && note.includes("is proportional")) return "excluded";
  const all = directions.get(writingMode);
  if (all === undefined) return "unsupported";
  if (boxWidthEm !== undefined) {
    const lineStartTrim = lineStartTrims.get(mode);
    if (lineStartTrim === undefined) return "unsupported";
    if (!isPositive(boxWidthEm) || !isStringList(lines)) return null;
    return verdictOf(
      all.every((direction) => {
        const set = setLines(text, boxWidthEm, lineStartTrim, direction);
        return areEqual(set.lines, lines) && areEqual(set.trimmed, trimmedOffsets);
      }),
    );
  }
  if (mode !== "trim-all" && !lineStartTrims.has(mode)) return "unsupported";
  return verdictOf(
    all.every((direction) => {
      const codePoints = codePointsOf(text);
      const trimmed = mode === "trim-all" ? trimmedAlone(codePoints, locale, direction) : trimmedPairs(codePoints, locale, direction);
      const advances = codePoints.map((_, index) => (trimmed.includes(index) ? 0.5 : 1));
      return areEqual(trimmed, trimmedOffsets) && (advancesEm === undefined || areEqual(advances, advancesEm));
    }),
  );
}

function trimmedAlone(codePoints: readonly number[], locale: string, direction: Direction): number[] {
  return [...codePoints.keys()].filter((index) => isTrimmedAlone(codePoints[index]!, locale, direction));
}

function trimmedPairs(codePoints: readonly number[], locale: string, direction: Direction): number[] {
  const marks = codePoints.map((codePoint) => cssMark(codePoint, locale, direction));
  const trimmed = new Set<number>();
  for (let index = 0; index + 1 < marks.length; index++) {
    const { first, second } = pairTrim(marks[index]!, marks[index + 1]!, "half");
    if (first) trimmed.add(index);
    if (second) trimmed.add(index + 1);
  }
  return [...trimmed].sort((one, other) => one - other);
}

/** The engine's lines and the code points it trims in them; a line feed ends a paragraph, as a forced break does in CSS. */
function setLines(text: string, boxWidthEm: number, lineStartTrim: LineRules["lineStartTrim"], direction: Direction) {
  const rules: LineRules = { ...vectorRules("P2", "gb"), lineStartTrim, lineEndTrim: "ifNeeded" };
  const lines: string[] = [];
  const trimmed: number[] = [];
  let before = 0;
  for (const part of text.split(LINE_FEED)) {
    const paragraph = prepareVector(part, 0, rules, direction);
    const codePointAt = (cluster: number) => before + codePointsOf(part.slice(0, paragraph.offsets[cluster])).length;
    for (let from = 0; ; ) {
      const range = nextLine(paragraph, from, boxWidthEm * VECTOR_SIZE);
      if (range === null) break;
      lines.push(part.slice(paragraph.offsets[range.from], paragraph.offsets[range.visibleTo]));
      if (range.startTrim > 0) trimmed.push(codePointAt(range.from));
      for (const cluster of trimmedInside(paragraph, range.from, range.visibleTo)) trimmed.push(codePointAt(cluster));
      if (range.endTrim > 0) trimmed.push(codePointAt(range.visibleTo - 1));
      from = range.to;
    }
    before += codePointsOf(part).length + 1;
  }
  return { lines, trimmed };
}

/** The clusters of a line that lose their blank half to a neighbour. */
function trimmedInside({ pens, advances, startTrimmed }: PreparedParagraph, from: number, to: number): number[] {
  const found: number[] = [];
  for (let index = from; index + 1 < to; index++) {
    if (pens[index + 1]! - pens[index]! > advances[index]! - TOLERANCE) continue;
    found.push(startTrimmed[index + 1] === 1 ? index + 1 : index);
  }
  return found;
}
