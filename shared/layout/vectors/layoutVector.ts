import { houseComposition } from "../../model/houseComposition";
import type { FontSource } from "../../fonts/fontSource";
import { blackInk } from "../../model/ink";
import type { ProhibitionLevel } from "../../text/prohibition";
import type { LineRules } from "../lineRules";
import { nextLine } from "../nextLine";
import { prepareParagraph } from "../prepare";
import type { Direction, PreparedParagraph } from "../preparedParagraph";
import { STAND_IN_FONT, standInFonts } from "./standInFont";
import { isNumberList, isOneOf, isPositive, isStringList, verdictOf, type VectorRecord, type Verdict } from "./vectorFields";

/** The levels that vectors name. */
export const vectorLevels: readonly ProhibitionLevel[] = ["none", "basic", "gb", "strict"];

/** A paragraph set by first fit: the words of each line and their widths. */
interface LayoutVector {
  readonly text: string;
  readonly level: ProhibitionLevel;
  /** P0 trims nothing, P1 the end of lines, P2 also their starts and adjacent marks. */
  readonly profile: "P0" | "P1" | "P2";
  readonly boxWidthEm: number;
  readonly firstLineIndentEm: number;
  readonly lines: readonly string[];
  readonly lineWidthsEm: readonly number[];
}

/** The size that vectors are set in, so that their em have a length in points. */
export const VECTOR_SIZE = 10;
const profiles: readonly LayoutVector["profile"][] = ["P0", "P1", "P2"];
const WIDTH_TOLERANCE_EM = 0.0001;

/** The rules a profile of the vectors names: no gap between Han and Latin, no care for last lines. */
export function vectorRules(profile: LayoutVector["profile"], level: ProhibitionLevel): LineRules {
  return {
    ...houseComposition,
    lineBreaking: "firstFit",
    numberHanGlue: "off",
    prohibition: level,
    lineEndTrim: profile === "P0" ? "off" : "always",
    lineStartTrim: profile === "P2" ? "trim" : "off",
    adjacentTrim: profile === "P2" ? "half" : "off",
    squeeze: "off",
    autospace: 0,
    orphan: 0,
    markWidths: "font",
    hanSpaceEm: null,
  };
}

/** A vector's paragraph, prepared with the stand-in font or another of its widths. */
export function prepareVector(
  text: string,
  firstLineIndentEm: number,
  rules: LineRules,
  direction: Direction = "horizontal",
  fonts: FontSource = standInFonts,
): PreparedParagraph {
  return prepareParagraph(fonts, {
    text,
    runs: [{ from: 0, to: text.length, fontId: STAND_IN_FONT, ink: blackInk }],
    direction,
    size: VECTOR_SIZE,
    horizontalScale: 1,
    trackingEm: 0,
    firstLineIndentEm,
    hangingIndentEm: 0,
    rules,
  });
}

/** Judges a vector of `zh-greedy-layout`: the engine sets the paragraph as it says, words and widths. */
export function judgeLayout({ text, level, profile, boxWidthEm, firstLineIndentEm, lines, lineWidthsEm }: VectorRecord): Verdict | null {
  if (typeof text !== "string" || !isOneOf(vectorLevels, level) || !isOneOf(profiles, profile)) return null;
  if (!isPositive(boxWidthEm) || typeof firstLineIndentEm !== "number" || !isStringList(lines) || !isNumberList(lineWidthsEm)) return null;
  return verdictOf(passesLayout({ text, level, profile, boxWidthEm, firstLineIndentEm, lines, lineWidthsEm }));
}

function passesLayout(vector: LayoutVector): boolean {
  const paragraph = prepareVector(vector.text, vector.firstLineIndentEm, vectorRules(vector.profile, vector.level));
  const lines: string[] = [];
  const widths: number[] = [];
  for (let from = 0; ; ) {
    const range = nextLine(paragraph, from, vector.boxWidthEm * VECTOR_SIZE);
    if (range === null) break;
    lines.push(vector.text.slice(paragraph.offsets[range.from], paragraph.offsets[range.visibleTo]));
    widths.push(range.width / VECTOR_SIZE);
    from = range.to;
  }
  return (
    lines.length === vector.lines.length &&
    lines.every((line, index) => line === vector.lines[index]) &&
    widths.every((width, index) => Math.abs(width - (vector.lineWidthsEm[index] ?? Number.NaN)) < WIDTH_TOLERANCE_EM)
  );
}
