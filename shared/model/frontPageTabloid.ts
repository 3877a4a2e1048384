import { outset } from "../geometry/rect";
import type { Article, Box, ColumnSpan, FurnitureLine, Issue, IssueDocument, NewspaperGrid, Page, Publication, Story } from "./document";
import { gridRect, typeAreaRect } from "./gridGeometry";
import { houseStyleIds } from "./houseStyles";
import { idFrom, type NewId } from "./idFrom";
import type { ParagraphStyleId } from "./ids";
import { greyInk } from "./ink";
import {
  newCaptionFrame,
  newFurnitureFrame,
  newPictureFrame,
  newRule,
  newStory,
  newTextFrame,
  newTitleFrame,
  storedRect,
} from "./newBoxes";
import { blankIssue, tableOf } from "./newDocument";
import { pageFormat } from "./pageFormats";

/** What a front page is made of. */
interface FrontPage {
  readonly publication: Publication;
  readonly issue: Issue;
  readonly newId: NewId;
}

/** Boxes back to front, with the article and the story that hold them. */
interface Part {
  readonly boxes: readonly Box[];
  readonly article: Article;
  readonly story: Story | null;
}

/** A 四开 issue of eight pages: masthead, lead, second article with picture, briefs and pointer on page 1, folios after. */
export function frontPageTabloid({ publication, issue, newId }: FrontPage): IssueDocument {
  const format = pageFormat("tabloid-272");
  const blank = blankIssue({ format, publication, issue, pageCount: 8, newId });
  const partsOf = (page: Page, index: number): readonly Part[] => {
    const setting = { grid: format.grid, page, newId };
    if (index > 0) return [folio(setting)];
    return [masthead(setting), lead(setting), pictureArticle(setting), briefs(setting), pointer(setting, blank.pages)];
  };
  const parts = blank.pages.map(partsOf);
  const all = parts.flat();
  return {
    ...blank,
    pages: blank.pages.map((page, index) => ({
      ...page,
      name: index === 0 ? "要闻" : "",
      boxIds: parts[index]?.flatMap((part) => part.boxes.map((box) => box.id)) ?? [],
    })),
    boxes: tableOf(all.flatMap((part) => part.boxes)),
    articles: tableOf(all.map((part) => part.article)),
    stories: tableOf(all.flatMap((part) => part.story ?? [])),
  };
}

interface Setting {
  readonly grid: NewspaperGrid;
  readonly page: Page;
  readonly newId: NewId;
}

function masthead({ grid, page, newId }: Setting): Part {
  const block = (span: ColumnSpan, lines: readonly FurnitureLine[], blockAlign: "start" | "center" | "end") => ({
    ...newFurnitureFrame(idFrom(newId()), gridRect(grid, page, span), lines),
    blockAlign,
  });
  const date = block({ fromColumn: 0, toColumn: 1, fromLine: 0, toLine: 11 }, [
    line("{year}.{month}", houseStyleIds.mastheadDate),
    line("{day}", houseStyleIds.mastheadDay),
    line("{weekday}", houseStyleIds.mastheadDate),
    line("今日{pageCount}版 总第{totalIssueNumber}期", houseStyleIds.mastheadNumbers),
  ], "center");
  const name = block({ fromColumn: 1, toColumn: 5, fromLine: 0, toLine: 9 }, [line("{mastheadName}", houseStyleIds.mastheadName)], "center");
  const slogan = block({ fromColumn: 1, toColumn: 5, fromLine: 9, toLine: 11 }, [line("{slogan}", houseStyleIds.slogan)], "center");
  const imprint = block({ fromColumn: 5, toColumn: 6, fromLine: 0, toLine: 11 }, [
    line("{supervisor}主管主办", houseStyleIds.imprint),
    line("{publisher}出版", houseStyleIds.imprint),
    line("统一刊号：{cn}", houseStyleIds.imprint),
    line("邮发代号：{postalCode}", houseStyleIds.imprint),
    line("{siteName} {url}", houseStyleIds.imprint),
    line("投稿邮箱：{email}", houseStyleIds.imprint),
  ], "center");
  const ruleArea = gridRect(grid, page, { fromColumn: 0, toColumn: 6, fromLine: 11, toLine: 12 });
  const rule = newRule(idFrom(newId()), { ...ruleArea, height: 4 }, "thickThin", 2.5);
  return furnitureArticle("masthead", newId, [date, name, slogan, imprint, rule]);
}

function lead({ grid, page, newId }: Setting): Part {
  const title = newTitleFrame(
    idFrom(newId()),
    gridRect(grid, page, { fromColumn: 0, toColumn: 6, fromLine: 13, toLine: 22 }),
    { kicker: 18, main: 36, sub: 21 },
  );
  const body = newTextFrame(idFrom(newId()), gridRect(grid, page, { fromColumn: 0, toColumn: 6, fromLine: 22, toLine: 45 }), grid, 6);
  const story = newStory(idFrom(newId()), houseStyleIds.body, [body.id]);
  const article: Article = {
    id: idFrom(newId()),
    kind: "news",
    digital: "published",
    storyId: story.id,
    titleFrameIds: [title.id],
    pictures: [],
    furnitureIds: [],
  };
  return { boxes: [body, title], article, story };
}

function pictureArticle({ grid, page, newId }: Setting): Part {
  const title = newTitleFrame(
    idFrom(newId()),
    gridRect(grid, page, { fromColumn: 0, toColumn: 4, fromLine: 47, toLine: 52 }),
    { kicker: 15.75, main: 27.5, sub: 15.75 },
  );
  const body = newTextFrame(idFrom(newId()), gridRect(grid, page, { fromColumn: 0, toColumn: 4, fromLine: 52, toLine: 88 }), grid, 4);
  const picture = newPictureFrame(idFrom(newId()), gridRect(grid, page, { fromColumn: 2, toColumn: 4, fromLine: 52, toLine: 66 }), grid);
  const caption = newCaptionFrame(idFrom(newId()), gridRect(grid, page, { fromColumn: 2, toColumn: 4, fromLine: 66, toLine: 69 }), grid);
  const story = newStory(idFrom(newId()), houseStyleIds.body, [body.id]);
  const article: Article = {
    id: idFrom(newId()),
    kind: "news",
    digital: "published",
    storyId: story.id,
    titleFrameIds: [title.id],
    pictures: [{ pictureFrameId: picture.id, captionFrameId: caption.id }],
    furnitureIds: [],
  };
  return { boxes: [body, title, picture, caption], article, story };
}

function briefs({ grid, page, newId }: Setting): Part {
  const area = gridRect(grid, page, { fromColumn: 4, toColumn: 6, fromLine: 47, toLine: 81 });
  const panel: Box = {
    kind: "panel",
    id: idFrom(newId()),
    rect: storedRect(outset(area, grid.bodySize / 2)),
    pushesText: false,
    standoff: 0,
    fill: greyInk(0.08),
    stroke: null,
    strokeWidth: 0,
  };
  const head = newFurnitureFrame(idFrom(newId()), gridRect(grid, page, { fromColumn: 4, toColumn: 6, fromLine: 47, toLine: 50 }), [
    line("标题新闻", houseStyleIds.sectionHead),
  ]);
  const body = newTextFrame(idFrom(newId()), gridRect(grid, page, { fromColumn: 4, toColumn: 6, fromLine: 50, toLine: 81 }), grid, 1);
  const story = newStory(idFrom(newId()), houseStyleIds.briefSource, [body.id]);
  const article: Article = {
    id: idFrom(newId()),
    kind: "briefs",
    digital: "published",
    storyId: story.id,
    titleFrameIds: [],
    pictures: [],
    furnitureIds: [panel.id, head.id],
  };
  return { boxes: [panel, head, body], article, story };
}

function pointer({ grid, page, newId }: Setting, pages: readonly Page[]): Part {
  const area = gridRect(grid, page, { fromColumn: 4, toColumn: 6, fromLine: 83, toLine: 88 });
  const rule = newRule(idFrom(newId()), { ...area, height: 0.5 }, "single", 0.5);
  const frame: Box = {
    ...newFurnitureFrame(idFrom(newId()), { ...area, y: area.y + grid.bodySize / 2, height: area.height - grid.bodySize / 2 }, [
      line("导读", houseStyleIds.pointer),
      line("{targetPageNumber} {targetPageName}", houseStyleIds.pointerTarget),
    ]),
    targetPageId: pages.at(-1)?.id ?? null,
  };
  return furnitureArticle("pointer", newId, [rule, frame]);
}

function folio({ grid, page, newId }: Setting): Part {
  const area = typeAreaRect(grid, page);
  const strip = { x: area.x, width: area.width / 2, y: area.y - 2.5 * grid.pitch, height: grid.pitch };
  const left = newFurnitureFrame(idFrom(newId()), strip, [line("{pageNumber} {pageName}", houseStyleIds.folio)]);
  const right = newFurnitureFrame(idFrom(newId()), { ...strip, x: area.x + area.width / 2 }, [
    line("{name} {date} {weekday}", houseStyleIds.folioEnd),
  ]);
  const rule = newRule(idFrom(newId()), { x: area.x, y: area.y - 1.25 * grid.pitch, width: area.width, height: 0.5 }, "single", 0.5);
  return furnitureArticle("furniture", newId, [left, right, rule]);
}

function furnitureArticle(kind: "masthead" | "pointer" | "furniture", newId: NewId, boxes: readonly Box[]): Part {
  const article: Article = {
    id: idFrom(newId()),
    kind,
    digital: "published",
    storyId: null,
    titleFrameIds: [],
    pictures: [],
    furnitureIds: boxes.map((box) => box.id),
  };
  return { boxes, article, story: null };
}

function line(template: string, styleId: ParagraphStyleId): FurnitureLine {
  return { template, styleId };
}
