import { plainScales, plainTrackings } from "../shared/model/boxShapes";
import { houseComposition, noFitting } from "../shared/model/houseComposition";
import { plainTextFrame } from "../shared/model/newBoxes";
import { mm } from "../shared/geometry/units";
import type { Article, Box, IssueDocument, Page, Paragraph, Story } from "../shared/model/document";
import type { ArticleId, BoxId, PageId, ParagraphStyleId, StoryId } from "../shared/model/ids";
import { fixtureCharacterStyles, fixtureParagraphStyles } from "./fixtureStyles";
import { newsHeadlines, newsSentences } from "./newsSentences";

const BODY_SIZE = 8;
const PITCH = 10;
const CHARACTERS = 15;
const COLUMN_WIDTH = CHARACTERS * BODY_SIZE;
const COLUMN_STEP = COLUMN_WIDTH + BODY_SIZE;
const BAND_LINES = 27;
const TITLE_LINES = 3;
const ORIGIN = { x: (mm(390) - (8 * COLUMN_STEP - BODY_SIZE)) / 2, y: mm(24) };
/** How many columns the articles of each band take. */
const bands: readonly (readonly number[])[] = [
  [2, 2, 2, 1, 1],
  [1, 2, 2, 1, 2],
  [2, 1, 2, 2, 1],
  [2, 2, 2, 2],
  [1, 2, 1, 2, 2],
];
const verticallyTitled = new Set([6, 16]);
const illustrated = new Set([1, 7, 10, 12, 15, 18]);

/**
 * A full 对开 page: 24 articles of over 9,600 characters in all, six pictures that push the text beside them, two
 * vertical titles. The same document on every call; records are new objects, so caches start empty.
 */
export function fullPageFixture(): IssueDocument {
  const boxes: Record<BoxId, Box> = {};
  const stories: Record<StoryId, Story> = {};
  const articles: Record<ArticleId, Article> = {};
  let sentence = 0;
  let number = 0;

  bands.forEach((widths, band) => {
    let column = 0;
    for (const columns of widths) {
      const place = { number, column, columns, line: 2 + band * BAND_LINES };
      const made = articleBoxes(place);
      for (const box of made.boxes) boxes[box.id] = box;
      const paragraphs: Paragraph[] = [];
      for (let characters = 0; characters < made.capacity; ) {
        const text = [0, 1, 2, 3].map((step) => newsSentences[(sentence + step * 7) % newsSentences.length]).join("");
        sentence += 5;
        paragraphs.push({ text, styleId: "body" as ParagraphStyleId, marks: [] });
        characters += text.length + CHARACTERS / 2 + 2;
      }
      const storyId = `story-${number}` as StoryId;
      stories[storyId] = {
        id: storyId,
        title: { kicker: "", main: newsHeadlines[number % newsHeadlines.length] ?? "", sub: "" },
        dateline: "本报讯",
        byline: number % 2 === 0 ? "全媒体记者陈晓" : "",
        source: "",
        paragraphs,
        frameIds: [made.bodyId],
        fitting: noFitting,
      };
      const articleId = `article-${number}` as ArticleId;
      articles[articleId] = {
        id: articleId,
        kind: "news",
        digital: "published",
        storyId,
        titleFrameIds: [made.titleId],
        pictures: made.pictureId === null ? [] : [{ pictureFrameId: made.pictureId, captionFrameId: null }],
        furnitureIds: [],
      };
      column += columns;
      number += 1;
    }
  });

  const page: Page = {
    id: "full" as PageId,
    name: "综合",
    size: { width: mm(390), height: mm(540) },
    gridOrigin: ORIGIN,
    boxIds: Object.keys(boxes) as BoxId[],
    note: "",
  };
  return {
    publication: {
      code: "bench", name: "测量日报", mastheadName: "测量日报", language: "zh-Hans-CN", supervisor: "", publisher: "", cn: "",
      postalCode: "", adLicence: "", siteName: "", url: "", slogan: "", email: "",
    },
    issue: { date: "2026-01-12", timeZone: "Asia/Shanghai", totalIssueNumber: 1, edition: "main" },
    grid: { bodySize: BODY_SIZE, pitch: PITCH, columns: 8, charactersPerColumn: CHARACTERS, gutterCharacters: 1, lines: 138 },
    composition: {
      ...houseComposition, prohibition: "gb", lineEndTrim: "always", lineStartTrim: "trim", adjacentTrim: "half", squeeze: "full", autospace: 0.125, orphan: 2,
    },
    pages: [page],
    boxes,
    stories,
    articles,
    assets: {},
    paragraphStyles: fixtureParagraphStyles(BODY_SIZE, PITCH),
    characterStyles: fixtureCharacterStyles(),
    swatches: {},
  };
}

interface Place {
  readonly number: number;
  readonly column: number;
  readonly columns: number;
  readonly line: number;
}

/** The boxes of one article and about how many characters its body takes. */
function articleBoxes({ number, column, columns, line }: Place) {
  const x = ORIGIN.x + column * COLUMN_STEP;
  const width = columns * COLUMN_STEP - BODY_SIZE;
  const vertical = verticallyTitled.has(number);
  const titleId = `title-${number}` as BoxId;
  const bodyId = `body-${number}` as BoxId;
  const pictureId = illustrated.has(number) ? (`picture-${number}` as BoxId) : null;
  const bodyLine = vertical ? line : line + TITLE_LINES;
  const bodyLines = line + BAND_LINES - 1 - bodyLine;
  const boxes: Box[] = [
    {
      id: titleId, kind: "title", pushesText: true, standoff: vertical ? 8 : 0,
      rect: vertical
        ? { x, y: top(line), width: 26, height: height(BAND_LINES - 1) }
        : { x, y: top(line), width, height: height(TITLE_LINES) - 4 },
      direction: vertical ? "vertical" : "horizontal", align: vertical ? "start" : "center",
      styleIds: {
        kicker: "kicker" as ParagraphStyleId, main: "headline" as ParagraphStyleId, sub: "subheadline" as ParagraphStyleId,
      },
      sizes: { kicker: 10, main: columns === 1 ? 9.5 : 18, sub: 10 },
      scales: plainScales,
      trackings: plainTrackings,
    },
    {
      id: bodyId, kind: "text", pushesText: false, standoff: 0,
      rect: { x, y: top(bodyLine), width, height: height(bodyLines) }, columns, gutter: BODY_SIZE, spans: [], ...plainTextFrame,
    },
  ];
  let capacity = bodyLines * columns * CHARACTERS;
  if (vertical) capacity -= bodyLines * 5;
  if (pictureId !== null) {
    // Across the gutter, so that text runs on both sides of it.
    boxes.push({
      id: pictureId, kind: "picture", pushesText: true, standoff: 4,
      rect: { x: x + COLUMN_WIDTH / 2, y: top(bodyLine + 6), width: COLUMN_STEP, height: height(8) },
      assetId: null, fitting: "fill", focus: { x: 0.5, y: 0.5 }, contour: [], caption: "", credit: "", alt: "",
    });
    capacity -= 10 * CHARACTERS;
  }
  return { boxes, titleId, bodyId, pictureId, capacity };
}

function top(line: number): number {
  return ORIGIN.y + line * PITCH;
}

function height(lines: number): number {
  return (lines - 1) * PITCH + BODY_SIZE;
}
