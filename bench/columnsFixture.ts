import { houseComposition, noFitting } from "../shared/model/houseComposition";
import { plainTextFrame } from "../shared/model/newBoxes";
import type { CompositionSettings, IssueDocument, Paragraph, TextFrame } from "../shared/model/document";
import type { ArticleId, BoxId, PageId, ParagraphStyleId, StoryId } from "../shared/model/ids";
import { fixtureCharacterStyles, fixtureParagraphStyles } from "./fixtureStyles";
import { newsSentences } from "./newsSentences";

/** How many characters the story holds. */
export const COLUMNS_CHARACTERS = 50_000;
/** Its columns hold fifteen characters and a little, so that every line has slack. */
const SIZE = 10;
const PITCH = 17;
const COLUMN_WIDTH = 150.45;
const COLUMNS = 5;
const GUTTER = 18;
const FRAME_ID = "columns" as BoxId;
const STORY_ID = "long" as StoryId;
/** How many sentences each paragraph takes, in turn: 50 to 250 characters, as in the copy of a front page. */
const sentencesOfParagraphs: readonly number[] = [4, 7, 2, 2, 2, 6, 4, 2, 5, 3, 3, 8, 3, 1];

/** A story of 50,000 characters, justified in one frame of five columns that hold all of it. New objects on every call. */
export function columnsFixture(lineBreaking: CompositionSettings["lineBreaking"]): IssueDocument {
  const frame: TextFrame = {
    id: FRAME_ID, kind: "text", pushesText: false, standoff: 0, rect: { x: 0, y: 0, width: widthOf(0), height: 700 * PITCH },
    columns: COLUMNS, gutter: GUTTER, spans: [], ...plainTextFrame,
  };
  return {
    publication: {
      code: "bench", name: "测量日报", mastheadName: "测量日报", language: "zh-Hans-CN", supervisor: "", publisher: "", cn: "",
      postalCode: "", adLicence: "", siteName: "", url: "", slogan: "", email: "",
    },
    issue: { date: "2026-01-12", timeZone: "Asia/Shanghai", totalIssueNumber: 1, edition: "main" },
    grid: { bodySize: SIZE, pitch: PITCH, columns: COLUMNS, charactersPerColumn: 15, gutterCharacters: 2, lines: 700 },
    composition: { ...houseComposition, lineBreaking },
    pages: [{
      id: "columns" as PageId, name: "综合", size: { width: frame.rect.width, height: frame.rect.height }, gridOrigin: { x: 0, y: 0 },
      boxIds: [FRAME_ID], note: "",
    }],
    boxes: { [FRAME_ID]: frame },
    stories: {
      [STORY_ID]: {
        id: STORY_ID, title: { kicker: "", main: "", sub: "" }, dateline: "", byline: "", source: "", paragraphs: paragraphs(), frameIds: [FRAME_ID],
        fitting: noFitting,
      },
    },
    articles: {
      ["long" as ArticleId]: { id: "long" as ArticleId, kind: "news", digital: "published", storyId: STORY_ID, titleFrameIds: [], pictures: [], furnitureIds: [] },
    },
    assets: {},
    paragraphStyles: fixtureParagraphStyles(SIZE, PITCH),
    characterStyles: fixtureCharacterStyles(),
    swatches: {},
  };
}

function paragraphs(): readonly Paragraph[] {
  const made: Paragraph[] = [];
  let sentence = 0;
  for (let characters = 0; characters < COLUMNS_CHARACTERS; ) {
    let text = "";
    for (let count = sentencesOfParagraphs[made.length % sentencesOfParagraphs.length]!; count > 0; count--) {
      text += newsSentences[sentence++ % newsSentences.length]!;
    }
    text = text.slice(0, COLUMNS_CHARACTERS - characters);
    characters += text.length;
    made.push({ text, styleId: "body" as ParagraphStyleId, marks: [] });
  }
  return made;
}

/** The story's frame made wider, as by a dragged edge. */
export function widenedColumns(document: IssueDocument, by: number): IssueDocument {
  const frame = document.boxes[FRAME_ID]!;
  return { ...document, boxes: { [FRAME_ID]: { ...frame, rect: { ...frame.rect, width: widthOf(by) } } } };
}

function widthOf(more: number): number {
  return COLUMNS * COLUMN_WIDTH + (COLUMNS - 1) * GUTTER + more;
}
