import type { Rect } from "../../../geometry/rect";
import type { Article, Box, ColumnSpan, IssueDocument, Page, Story } from "../../../model/document";
import { gridRect } from "../../../model/gridGeometry";
import { houseStyleIds } from "../../../model/houseStyles";
import { idFrom } from "../../../model/idFrom";
import { newFurnitureFrame, newPictureFrame, newStory, newTextFrame, newTitleFrame } from "../../../model/newBoxes";
import { tableOf } from "../../../model/newDocument";
import { sampleDocument } from "../../../model/testing/sampleDocument";

/** What a test varies in the issue. */
export interface EpaperDocumentOptions {
  /** The paragraphs of the lead, which runs on to page 2. */
  readonly lead?: readonly string[];
  /** Columns and lines of pictures of other articles that push the lead's text. */
  readonly pictures?: readonly ColumnSpan[];
  /** Blocks of the lead's first frame, where it is no plain rectangle. */
  readonly spans?: readonly ColumnSpan[];
}

/**
 * The small sample with a lead that fills its frame and goes on on page 2 under its headline, a list of briefs with a
 * standing head, and loose pictures that push the lead's text.
 */
export function epaperDocument({ lead = ["甲".repeat(1200)], pictures = [], spans = [] }: EpaperDocumentOptions = {}): IssueDocument {
  const base = sampleDocument();
  const [first, second] = base.pages;
  if (first === undefined || second === undefined) throw new Error("The sample has two pages");
  const rect = (page: Page, fromColumn: number, toColumn: number, fromLine: number, toLine: number): Rect =>
    gridRect(base.grid, page, { fromColumn, toColumn, fromLine, toLine });
  const story = base.stories[idFrom<"story">("lead-story")];
  const body = base.boxes[idFrom<"box">("lead-body")];
  if (story === undefined || body?.kind !== "text") throw new Error("The sample has a lead");
  const jumpHead = newTitleFrame(idFrom("jump-head"), rect(second, 0, 2, 22, 26), { kicker: 9, main: 15.75, sub: 9 });
  const loose = pictures.map((span, index): Box => ({
    ...newPictureFrame(idFrom(`loose-${index}`), rect(first, span.fromColumn, span.toColumn, span.fromLine, span.toLine), base.grid),
    assetId: idFrom("5f".repeat(32)),
  }));
  const briefsBody = newTextFrame(idFrom("briefs-body"), rect(second, 3, 5, 4, 20), base.grid, 2);
  const briefsHead = newFurnitureFrame(idFrom("briefs-head"), rect(second, 3, 5, 0, 3), [{ template: "标题新闻", styleId: houseStyleIds.sectionHead }]);
  const briefsTitle = newTitleFrame(idFrom("briefs-title"), rect(second, 3, 5, 22, 26), { kicker: 9, main: 18, sub: 9 });
  const briefs: Story = {
    ...newStory(idFrom("briefs-story"), houseStyleIds.briefSource, [briefsBody.id]),
    paragraphs: [
      ["国家统计局：", houseStyleIds.briefSource], ["2025年全年我国CPI与上年持平", houseStyleIds.briefHead],
      ["广电总局：", houseStyleIds.briefSource], ["遏制儿童类微短剧“成人化”倾向", houseStyleIds.briefHead],
    ].map(([text = "", styleId = houseStyleIds.body]) => ({ text, styleId: idFrom(styleId), marks: [] })),
  };
  const articles: readonly Article[] = [
    ...Object.values<Article>(base.articles).map((article): Article =>
      article.id === idFrom("lead") ? { ...article, titleFrameIds: [...article.titleFrameIds, jumpHead.id] } : article,
    ),
    { id: idFrom("briefs"), kind: "briefs", digital: "published", storyId: briefs.id, titleFrameIds: [], pictures: [], furnitureIds: [briefsHead.id] },
  ];
  const added: readonly Box[] = [{ ...body, spans }, jumpHead, ...loose, briefsBody, briefsHead, briefsTitle];
  return {
    ...base,
    pages: [
      { ...first, boxIds: [...first.boxIds, ...loose.map(({ id }) => id)] },
      { ...second, boxIds: [...second.boxIds, briefsBody.id, briefsHead.id, briefsTitle.id, jumpHead.id] },
    ],
    boxes: { ...base.boxes, ...tableOf(added) },
    articles: tableOf(articles),
    stories: {
      ...base.stories,
      ...tableOf([briefs, { ...story, byline: "全媒体记者林景余", paragraphs: lead.map((text) => ({ text, styleId: houseStyleIds.body, marks: [] })) }]),
    },
  };
}
