import type { ParagraphStyle } from "../shared/model/document";
import { houseFontIds, plainParagraphStyle } from "../shared/model/houseStyles";
import { idFrom } from "../shared/model/idFrom";
import type { FontId, ParagraphStyleId } from "../shared/model/ids";
import { blackInk, greyInk, type Ink } from "../shared/model/ink";

type BookStyle = "title" | "running" | "runningEnd" | "number" | "name" | "english" | "rule" | "source" | "label" | "figures";

/** The ids of the styles in which the book speaks about its cases. */
export const bookStyleIds: Readonly<Record<BookStyle, ParagraphStyleId>> = {
  title: idFrom("title"), running: idFrom("running"), runningEnd: idFrom("runningEnd"), number: idFrom("number"), name: idFrom("name"),
  english: idFrom("english"), rule: idFrom("rule"), source: idFrom("source"), label: idFrom("label"), figures: idFrom("figures"),
};

const grey = greyInk(0.6);
const red: Ink = { cyan: 0, magenta: 0.85, yellow: 0.75, black: 0.1 };

function style(use: BookStyle, fontId: FontId, [size, pitch]: readonly [number, number], more: Partial<ParagraphStyle> = {}): ParagraphStyle {
  return {
    id: bookStyleIds[use], name: use, fontId, size, pitch, spaceBefore: 0, firstLineIndentEm: 0, hangingIndentEm: 0, align: "start",
    ink: blackInk, trackingEm: 0, horizontalScale: 1, marker: "", runInStyleId: null, ...plainParagraphStyle, ...more,
  };
}

const { serif, serifBlack, sans, sansBold, sansBlack, kai } = houseFontIds;

/** The styles in which the book speaks about its cases. */
export const bookStyles: readonly ParagraphStyle[] = [
  style("title", serifBlack, [24, 30]),
  style("running", sans, [7.5, 10], { ink: grey }),
  style("runningEnd", sans, [7.5, 10], { ink: grey, align: "end" }),
  style("number", sansBlack, [8, 11], { ink: red }),
  style("name", serifBlack, [13, 17]),
  style("english", sans, [6.5, 9], { ink: grey }),
  style("rule", serif, [8, 11.25], { align: "justify", spaceBefore: 4 }),
  style("source", kai, [7, 9.5], { ink: grey, spaceBefore: 4 }),
  style("label", sansBold, [7, 9]),
  style("figures", sans, [6, 8.5], { ink: grey }),
];
