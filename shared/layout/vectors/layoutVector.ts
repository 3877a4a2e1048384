import { blackInk } from "../../model/ink";
import type { ProhibitionLevel } from "../../text/prohibition";
import type { LineRules } from "../lineRules";
import { nextLine } from "../nextLine";
import { prepareParagraph } from "../prepare";
import type { PreparedParagraph } from "../preparedParagraph";
import { STAND_IN_FONT, standInFonts } from "./standInFont";

/** A paragraph set by first fit: the words of each line and their widths. */
export interface LayoutVector {
  readonly id: string;
  readonly text: string;
  readonly level: ProhibitionLevel;
  /** P0 trims nothing, P1 the end of lines, P2 also their starts and adjacent marks. */
  readonly profile: "P0" | "P1" | "P2";
  readonly boxWidthEm: number;
  readonly firstLineIndentEm: number;
  readonly lines: readonly string[];
  readonly lineWidthsEm: readonly number[];
}

const SIZE = 10;
const WIDTH_TOLERANCE_EM = 0.0001;

/** The rules a profile of the vectors names: no gap between Han and Latin, no care for last lines. */
export function vectorRules(profile: LayoutVector["profile"], level: ProhibitionLevel): LineRules {
  return {
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

/** A vector's paragraph, prepared with the stand-in font. */
export function prepareVector(text: string, firstLineIndentEm: number, rules: LineRules): PreparedParagraph {
  return prepareParagraph(standInFonts, {
    text,
    runs: [{ from: 0, to: text.length, fontId: STAND_IN_FONT, ink: blackInk }],
    direction: "horizontal",
    size: SIZE,
    horizontalScale: 1,
    trackingEm: 0,
    firstLineIndentEm,
    hangingIndentEm: 0,
    rules,
  });
}

/** Whether the engine sets the paragraph as the vector says, words and widths. */
export function passesLayout(vector: LayoutVector): boolean {
  const paragraph = prepareVector(vector.text, vector.firstLineIndentEm, vectorRules(vector.profile, vector.level));
  const lines: string[] = [];
  const widths: number[] = [];
  for (let from = 0; ; ) {
    const range = nextLine(paragraph, from, vector.boxWidthEm * SIZE);
    if (range === null) break;
    lines.push(vector.text.slice(paragraph.offsets[range.from], paragraph.offsets[range.visibleTo]));
    widths.push(range.width / SIZE);
    from = range.to;
  }
  return (
    lines.length === vector.lines.length &&
    lines.every((line, index) => line === vector.lines[index]) &&
    widths.every((width, index) => Math.abs(width - (vector.lineWidthsEm[index] ?? Number.NaN)) < WIDTH_TOLERANCE_EM)
  );
}
