import type { Rect } from "../../geometry/rect";
import { intersects } from "../../geometry/rect";
import type { FlowLayout, IssueLayout, SetLine } from "../../layout/issueLayout";
import type { Article, Box, IssueDocument, Page } from "../../model/document";
import type { BoxId } from "../../model/ids";
import { articleOfBox, lookUp } from "../../model/indexes";

/** The lines that a box shows, in reading order, and the flow they come from. */
export interface BoxText {
  readonly flow: FlowLayout;
  readonly lines: readonly SetLine[];
}

/** The text of every box that shows any. */
export type TextByBox = ReadonlyMap<BoxId, BoxText>;

/** Gathers the lines of all flows by the box they stand in, jump lines left out. */
export function textByBox(layout: IssueLayout): TextByBox {
  return linesByBox([...layout.flows.values()].filter(({ key }) => !key.startsWith("jump:")));
}

/** Gathers the jump lines by the text frame they stand in. */
export function jumpsByBox(layout: IssueLayout): TextByBox {
  return linesByBox([...layout.flows.values()].filter(({ key }) => key.startsWith("jump:")));
}

function linesByBox(flows: readonly FlowLayout[]): TextByBox {
  const texts = new Map<BoxId, { flow: FlowLayout; lines: SetLine[] }>();
  for (const flow of flows) {
    for (const line of flow.lines) {
      const text = texts.get(line.boxId);
      if (text === undefined) texts.set(line.boxId, { flow, lines: [line] });
      else text.lines.push(line);
    }
  }
  return texts;
}

/** What an exporter of regions looks at: the issue, its text by box, and one page of it. */
export interface PageContents {
  readonly document: IssueDocument;
  readonly texts: TextByBox;
  readonly jumps: TextByBox;
  readonly page: Page;
  readonly pageIndex: number;
}

/** Whether the e-paper makes an item of an article; mastheads, pointers and standing matter are regions only. */
export function isStoryArticle(article: Article): boolean {
  return article.kind === "news" || article.kind === "photo" || article.kind === "briefs";
}

/** The article of a box if the e-paper makes an item of it. */
export function storyArticleOf(document: IssueDocument, boxId: BoxId): Article | null {
  const article = articleOfBox(document, boxId);
  return article !== null && isStoryArticle(article) ? article : null;
}

/** The boxes of a page, back to front. */
export function boxesOn({ document, page }: PageContents): readonly Box[] {
  return page.boxIds.flatMap((boxId) => lookUp(document.boxes, boxId) ?? []);
}

/** The strips of all lines in a box, its jump lines too. */
function linesIn({ texts, jumps }: PageContents, boxId: BoxId): readonly Rect[] {
  return [...(texts.get(boxId)?.lines ?? []), ...(jumps.get(boxId)?.lines ?? [])].map((line) => line.rect);
}

/** What the spaces around a box's text must leave out: everything that another box shows, and its own jump lines. */
export function obstaclesOf(contents: PageContents, box: Box): readonly Rect[] {
  return boxesOn(contents).flatMap((other): readonly Rect[] => {
    if (other.id === box.id) return (contents.jumps.get(box.id)?.lines ?? []).map((line) => line.rect);
    return fillsRect(other) ? [other.rect] : linesIn(contents, other.id);
  });
}

/** Whether something stands inside the rect of a title, caption or piece of standing matter that is not its own. */
export function isSharedFrame(contents: PageContents, box: Box): boolean {
  const article = articleOfBox(contents.document, box.id);
  return boxesOn(contents).some((other) => {
    if (other.id === box.id) return false;
    if (linesIn(contents, other.id).some((rect) => intersects(rect, box.rect))) return true;
    const isOfOther = article === null || articleOfBox(contents.document, other.id) !== article;
    return isOfOther && fillsRect(other) && other.kind !== "picture" && intersects(other.rect, box.rect);
  });
}

/** What lies over a picture and belongs to something else: text wherever it is, and pictures in front of it. */
export function coversOf(contents: PageContents, picture: Box): readonly Rect[] {
  const article = articleOfBox(contents.document, picture.id);
  const boxes = boxesOn(contents);
  const place = boxes.findIndex((box) => box.id === picture.id);
  return boxes.flatMap((other, index): readonly Rect[] => {
    if (other.id === picture.id) return [];
    if (article !== null && articleOfBox(contents.document, other.id) === article) return [];
    if (other.kind === "picture") return index > place && other.assetId !== null ? [other.rect] : [];
    if (fillsRect(other)) return [other.rect];
    return linesIn(contents, other.id);
  });
}

/** Whether a box has its whole rect to itself; a text frame has its lines only, a panel and a rule nothing. */
function fillsRect(box: Box): boolean {
  switch (box.kind) {
    case "title":
    case "caption":
    case "furniture":
    case "picture":
      return true;
    case "text":
    case "panel":
    case "rule":
      return false;
  }
}
