import { union, type Rect } from "../../shared/geometry/rect";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { Article, Box, IssueDocument, Story } from "../../shared/model/document";
import type { BoxId, PageId } from "../../shared/model/ids";
import { articleOfBox, lookUp } from "../../shared/model/indexes";
import { countCharacters } from "../editor/bodyText";
import { boxesOfPage } from "../editor/selection";
import { oversetOfPage } from "./oversetOfPage";

/** An article on a page, or a box that belongs to none, as it is read out. */
export interface AccessibleItem {
  /** Null for a box of no article. */
  readonly article: Article | null;
  readonly rect: Rect;
  readonly title: string;
  /** The widest body frame's. */
  readonly columns: number;
  /** White space not counted. */
  readonly characters: number;
  /** Over all its flows that end on this page. */
  readonly oversetLines: number;
  readonly paragraphs: readonly string[];
  /** In reading order: from the top, and from the left where tops are level. */
  readonly boxes: readonly Box[];
}

/** What a page holds, in reading order. */
export function accessiblePage(document: IssueDocument, layout: IssueLayout, pageId: PageId): readonly AccessibleItem[] {
  const overset = new Map(oversetOfPage(document, layout, pageId).map(({ box, lines }) => [box.id, lines]));
  const groups = new Map<string, { readonly article: Article | null; readonly boxes: Box[] }>();
  for (const box of boxesOfPage(document, pageId)) {
    const article = articleOfBox(document, box.id);
    const key = article === null ? `box ${box.id}` : `article ${article.id}`;
    const group = groups.get(key) ?? { article, boxes: [] };
    group.boxes.push(box);
    groups.set(key, group);
  }
  const items = [...groups.values()].map(({ article, boxes }) => itemOf(document, article, boxes, overset));
  return items.sort((a, b) => inReadingOrder(a.rect, b.rect));
}

function itemOf(
  document: IssueDocument,
  article: Article | null,
  boxes: readonly Box[],
  overset: ReadonlyMap<BoxId, number>,
): AccessibleItem {
  const storyId = article?.storyId ?? null;
  const story: Story | null = storyId === null ? null : lookUp(document.stories, storyId);
  const paragraphs = story?.paragraphs.map((paragraph) => paragraph.text).filter((text) => text !== "") ?? [];
  return {
    article,
    rect: union(boxes.map((box) => box.rect)) ?? { x: 0, y: 0, width: 0, height: 0 },
    title: story === null ? "" : titleText(story),
    columns: Math.max(0, ...boxes.map((box) => (box.kind === "text" ? box.columns : 0))),
    characters: countCharacters(paragraphs.join("")),
    oversetLines: boxes.reduce((sum, box) => sum + (overset.get(box.id) ?? 0), 0),
    paragraphs,
    boxes: [...boxes].sort((a, b) => inReadingOrder(a.rect, b.rect)),
  };
}

/** A title on one line: its parts with spaces between, chosen line breaks as spaces. */
function titleText({ title }: Story): string {
  return [title.kicker, title.main, title.sub]
    .filter((part) => part !== "")
    .map((part) => part.replaceAll("\n", " "))
    .join(" ");
}

function inReadingOrder(a: Rect, b: Rect): number {
  return a.y - b.y || a.x - b.x;
}
