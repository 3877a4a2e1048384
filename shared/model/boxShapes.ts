import type { Rect } from "../geometry/rect";
import type {
  Box,
  CaptionFrame,
  ColumnSpan,
  FurnitureFrame,
  FurnitureLine,
  Panel,
  PictureFrame,
  Rule,
  TextFrame,
  TitleFrame,
} from "./document";
import { unreadable } from "./documentProblem";
import type { SwatchId } from "./ids";
import type { Ink, ProcessInk } from "./ink";
import { isAssetName } from "./idName";
import { addedLater, checked, choice, flag, identifier, integer, isRecord, length, list, nullable, number, record, type Shape, text, variants } from "./shape";
import { isSoundLines, isSoundText, MOST_SHORT_TEXT } from "./soundText";

/** The farthest a length reaches: the largest page of PDF, 200 inches. */
export const MOST_LENGTH = 14_400;

/** A place on a page or beside it. */
export const placeLength = length({ least: -MOST_LENGTH, most: MOST_LENGTH });
/** How far something reaches. */
export const extent = length({ least: 0, most: MOST_LENGTH });
/** A type size or a pitch. */
export const typeLength = length({ least: 0.1, most: 2000 });
/** Words on one line. */
export const shortText = text(MOST_SHORT_TEXT, isSoundText);
/** Words with chosen line breaks. */
export const shortLines = text(MOST_SHORT_TEXT, isSoundLines);
/** A share of a whole. */
export const share = number({ least: 0, most: 1 });

/** Process inks. */
export const processInkShape = record<ProcessInk>({ cyan: share, magenta: share, yellow: share, black: share });
const swatchTintShape = record<{ readonly swatch: SwatchId; readonly tint: number }>({ swatch: identifier<"swatch">(), tint: share });

/**
 * An ink: process inks, or a swatch's name and a tint. What an ink of a swatch consists of is no part of a file;
 * `settleSwatches` finds it.
 */
export const inkShape: Shape<Ink> = {
  read: (value, place, report) => {
    if (!isRecord(value) || !Object.hasOwn(value, "swatch")) return processInkShape.read(value, place, report);
    const { swatch } = value;
    // A record on its way through a command holds the ink whole, a file its reference.
    const read = swatchTintShape.read(isRecord(swatch) ? { swatch: swatch["id"], tint: swatch["tint"] } : value, place, report);
    return read === unreadable ? unreadable : { cyan: 0, magenta: 0, yellow: 0, black: 0, swatch: { id: read.swatch, tint: read.tint } };
  },
  write: (ink) => (ink.swatch === undefined ? processInkShape.write(ink) : swatchTintShape.write({ swatch: ink.swatch.id, tint: ink.swatch.tint })),
};

const rectShape = record<Rect>({ x: placeLength, y: placeLength, width: extent, height: extent });
const paragraphStyleId = identifier<"paragraphStyle">();
const direction = choice("horizontal", "vertical");
const MOST_COLUMNS = 50;
const MOST_LINES = 10_000;

const spanShape = checked(
  record<ColumnSpan>({
    fromColumn: integer({ least: 0, most: MOST_COLUMNS }),
    toColumn: integer({ least: 0, most: MOST_COLUMNS }),
    fromLine: integer({ least: 0, most: MOST_LINES }),
    toLine: integer({ least: 0, most: MOST_LINES }),
  }),
  (span, place, report) =>
    span.fromColumn < span.toColumn && span.fromLine < span.toLine
      ? span
      : report("out-of-range", place, `${span.fromColumn}–${span.toColumn} × ${span.fromLine}–${span.toLine}`),
);

const base = { id: identifier<"box">(), rect: rectShape, pushesText: flag, standoff: extent };

const textFrameShape = checked(
  record<TextFrame>({
    ...base,
    kind: choice("text"),
    columns: integer({ least: 1, most: MOST_COLUMNS }),
    gutter: extent,
    spans: list(spanShape, 1000),
    direction: addedLater(direction, "horizontal"),
    remainder: addedLater(choice("even", "longerColumns", "widerGutters"), "even"),
    balance: addedLater(flag, false),
    blockAlign: addedLater(choice("start", "justify"), "start"),
  }),
  (frame, place, report) => {
    const outside = frame.spans.findIndex((span) => span.toColumn > frame.columns);
    return outside < 0 ? frame : report("out-of-range", `${place}/spans/${outside}/toColumn`, String(frame.columns));
  },
);

const letterScale = number({ least: 0.1, most: 10 });
const tracking = number({ least: -1, most: 10 });
/** The letters of titles as their fonts have them. */
export const plainScales: TitleFrame["scales"] = { kicker: 1, main: 1, sub: 1 };
/** Titles without tracking. */
export const plainTrackings: TitleFrame["trackings"] = { kicker: 0, main: 0, sub: 0 };

const titleFrameShape = record<TitleFrame>({
  ...base,
  kind: choice("title"),
  direction,
  align: choice("start", "center", "justify"),
  styleIds: record<TitleFrame["styleIds"]>({ kicker: paragraphStyleId, main: paragraphStyleId, sub: paragraphStyleId }),
  sizes: record<TitleFrame["sizes"]>({ kicker: typeLength, main: typeLength, sub: typeLength }),
  scales: addedLater(record<TitleFrame["scales"]>({ kicker: letterScale, main: letterScale, sub: letterScale }), plainScales),
  trackings: addedLater(record<TitleFrame["trackings"]>({ kicker: tracking, main: tracking, sub: tracking }), plainTrackings),
});

const captionFrameShape = record<CaptionFrame>({
  ...base,
  kind: choice("caption"),
  captionStyleId: paragraphStyleId,
  creditStyleId: paragraphStyleId,
});

const furnitureFrameShape = record<FurnitureFrame>({
  ...base,
  kind: choice("furniture"),
  direction,
  lines: list(record<FurnitureLine>({ template: shortText, styleId: paragraphStyleId }), 200),
  blockAlign: choice("start", "center", "end"),
  targetPageId: nullable(identifier<"page">()),
});

const pictureFrameShape = record<PictureFrame>({
  ...base,
  kind: choice("picture"),
  assetId: nullable(identifier<"asset">(isAssetName)),
  fitting: choice("fill", "fit"),
  focus: record<PictureFrame["focus"]>({ x: share, y: share }),
  contour: addedLater(list(record<PictureFrame["contour"][number]>({ x: share, y: share }), 2000), []),
  caption: shortText,
  credit: shortText,
  alt: shortText,
});

const panelShape = record<Panel>({
  ...base,
  kind: choice("panel"),
  fill: nullable(inkShape),
  stroke: nullable(inkShape),
  strokeWidth: extent,
});

const ruleShape = record<Rule>({
  ...base,
  kind: choice("rule"),
  pattern: choice("single", "double", "thickThin", "dotted"),
  ink: inkShape,
  weight: extent,
});

/** A box of any kind. */
export const boxShape = variants<Box>({
  text: textFrameShape,
  title: titleFrameShape,
  caption: captionFrameShape,
  furniture: furnitureFrameShape,
  picture: pictureFrameShape,
  panel: panelShape,
  rule: ruleShape,
});
