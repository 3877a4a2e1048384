import type { Rect } from "../geometry/rect";
import { storedLength, type Pt } from "../geometry/units";
import type {
  CaptionFrame,
  FurnitureFrame,
  FurnitureLine,
  NewspaperGrid,
  PictureFrame,
  Rule,
  Story,
  TextFrame,
  TitleFrame,
  TitleRole,
} from "./document";
import { gutterWidth } from "./gridGeometry";
import { houseStyleIds } from "./houseStyles";
import { noFitting } from "./houseComposition";
import { plainScales, plainTrackings } from "./boxShapes";
import type { BoxId, ParagraphStyleId, StoryId } from "./ids";
import { blackInk } from "./ink";

/** A text frame with so many columns, the grid's gutter between them. */
export function newTextFrame(id: BoxId, rect: Rect, grid: NewspaperGrid, columns: number): TextFrame {
  const gutter = storedLength(gutterWidth(grid));
  return { kind: "text", id, rect: storedRect(rect), pushesText: false, standoff: 0, columns, gutter, spans: [], ...plainTextFrame };
}

/** What a text frame does unless it says otherwise: horizontal text from the top, columns filled one after the other. */
export const plainTextFrame: Pick<TextFrame, "direction" | "remainder" | "balance" | "blockAlign"> = {
  direction: "horizontal",
  remainder: "even",
  balance: false,
  blockAlign: "start",
};

/** A horizontal title frame; the smaller parts are two sizes below the main one unless they are given. */
export function newTitleFrame(id: BoxId, rect: Rect, sizes: Readonly<Record<TitleRole, Pt>>): TitleFrame {
  return {
    kind: "title",
    id,
    rect: storedRect(rect),
    pushesText: true,
    standoff: 0,
    direction: "horizontal",
    align: "center",
    styleIds: { kicker: houseStyleIds.kicker, main: houseStyleIds.headline, sub: houseStyleIds.subheadline },
    sizes,
    scales: plainScales,
    trackings: plainTrackings,
  };
}

/** A picture frame without a picture, one character away from the text it pushes. */
export function newPictureFrame(id: BoxId, rect: Rect, grid: NewspaperGrid): PictureFrame {
  return {
    kind: "picture",
    id,
    rect: storedRect(rect),
    pushesText: true,
    standoff: grid.bodySize / 2,
    assetId: null,
    fitting: "fill",
    focus: { x: 0.5, y: 0.5 },
    contour: [],
    caption: "",
    credit: "",
    alt: "",
  };
}

/** A caption frame in the house's styles. */
export function newCaptionFrame(id: BoxId, rect: Rect, grid: NewspaperGrid): CaptionFrame {
  return {
    kind: "caption",
    id,
    rect: storedRect(rect),
    pushesText: true,
    standoff: grid.bodySize / 2,
    captionStyleId: houseStyleIds.caption,
    creditStyleId: houseStyleIds.credit,
  };
}

/** Horizontal standing matter, its lines from the top. */
export function newFurnitureFrame(id: BoxId, rect: Rect, lines: readonly FurnitureLine[]): FurnitureFrame {
  return {
    kind: "furniture",
    id,
    rect: storedRect(rect),
    pushesText: true,
    standoff: 0,
    direction: "horizontal",
    lines,
    blockAlign: "start",
    targetPageId: null,
  };
}

/** A black rule. */
export function newRule(id: BoxId, rect: Rect, pattern: Rule["pattern"], weight: Pt): Rule {
  return { kind: "rule", id, rect: storedRect(rect), pushesText: false, standoff: 0, pattern, ink: blackInk, weight };
}

/** A story without words: one empty paragraph in a style. */
export function newStory(id: StoryId, styleId: ParagraphStyleId, frameIds: readonly BoxId[]): Story {
  return {
    id,
    title: { kicker: "", main: "", sub: "" },
    dateline: "",
    byline: "",
    source: "",
    paragraphs: [{ text: "", styleId, marks: [] }],
    frameIds,
    fitting: noFitting,
  };
}

/** The rectangle with its lengths as files store them. */
export function storedRect(rect: Rect): Rect {
  return {
    x: storedLength(rect.x) + 0,
    y: storedLength(rect.y) + 0,
    width: storedLength(rect.width) + 0,
    height: storedLength(rect.height) + 0,
  };
}
