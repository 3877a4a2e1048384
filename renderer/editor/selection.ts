import { union, type Rect } from "../../shared/geometry/rect";
import type { Article, Box, IssueDocument } from "../../shared/model/document";
import type { ArticleId, BoxId, PageId } from "../../shared/model/ids";
import { articleOfBox, boxesOfArticle, lookUp, pageOfBox } from "../../shared/model/indexes";
import type { Selection } from "./session";

/** The boxes a selection stands for on one page, back to front; each once. */
export function selectedBoxes(document: IssueDocument, pageId: PageId, selection: Selection): readonly Box[] {
  const articles = new Set(selection.articleIds);
  const boxes = new Set(selection.boxIds);
  return boxesOfPage(document, pageId).filter((box) => {
    const article = articles.size === 0 ? null : articleOfBox(document, box.id);
    return boxes.has(box.id) || (article !== null && articles.has(article.id));
  });
}

/** The rectangle around the selection on one page, or null where nothing is selected there. */
export function selectionBounds(document: IssueDocument, pageId: PageId, selection: Selection): Rect | null {
  return union(selectedBoxes(document, pageId, selection).map((box) => box.rect));
}

/** The one article that a selection is about: selected as a whole, or the owner of the selected boxes; else null. */
export function selectedArticle(document: IssueDocument, selection: Selection): Article | null {
  const owners = new Set<ArticleId | null>(selection.articleIds);
  for (const boxId of selection.boxIds) owners.add(articleOfBox(document, boxId)?.id ?? null);
  const [owner] = owners;
  return owners.size === 1 && owner !== undefined && owner !== null ? lookUp(document.articles, owner) : null;
}

/** The one box that is selected by itself, or null. */
export function selectedBox(document: IssueDocument, selection: Selection): Box | null {
  const [boxId] = selection.boxIds;
  if (boxId === undefined || selection.boxIds.length !== 1 || selection.articleIds.length !== 0) return null;
  return lookUp(document.boxes, boxId);
}

/** How many things are selected. */
export function selectionSize(selection: Selection): number {
  return selection.articleIds.length + selection.boxIds.length;
}

/** The selection that takes a box as its user sees it: its article as a whole, or the box where it has none. */
export function outermostSelection(document: IssueDocument, boxId: BoxId): Selection {
  const article = articleOfBox(document, boxId);
  return article === null ? { articleIds: [], boxIds: [boxId] } : { articleIds: [article.id], boxIds: [] };
}

/** Whether a selection covers a box, by itself or with its article. */
export function covers(document: IssueDocument, selection: Selection, boxId: BoxId): boolean {
  if (selection.boxIds.includes(boxId)) return true;
  const article = articleOfBox(document, boxId);
  return article !== null && selection.articleIds.includes(article.id);
}

/** One selection and another together; boxes of articles that are selected as wholes are not listed. */
export function addSelection(document: IssueDocument, a: Selection, b: Selection): Selection {
  const articleIds = [...new Set([...a.articleIds, ...b.articleIds])];
  const boxIds = [...new Set([...a.boxIds, ...b.boxIds])].filter((boxId) => {
    const article = articleOfBox(document, boxId);
    return article === null || !articleIds.includes(article.id);
  });
  return { articleIds, boxIds };
}

/** A selection without what another holds. */
export function withoutSelection(a: Selection, b: Selection): Selection {
  return {
    articleIds: a.articleIds.filter((id) => !b.articleIds.includes(id)),
    boxIds: a.boxIds.filter((id) => !b.boxIds.includes(id)),
  };
}

/** One level up: from boxes to their articles, from articles to nothing. */
export function parentSelection(document: IssueDocument, selection: Selection): Selection {
  const owners = selection.boxIds.flatMap((boxId) => articleOfBox(document, boxId)?.id ?? []);
  return { articleIds: [...new Set(owners)], boxIds: [] };
}

/** What of a selection still exists in a document and is on a page; the same object where that is all of it. */
export function existingSelection(document: IssueDocument, pageId: PageId, selection: Selection): Selection {
  const onPage = (boxId: BoxId) => pageOfBox(document, boxId)?.page.id === pageId;
  const articleIds = selection.articleIds.filter((id) => boxesOfArticle(document, id).some((box) => onPage(box.id)));
  const boxIds = selection.boxIds.filter(onPage);
  const same = articleIds.length === selection.articleIds.length && boxIds.length === selection.boxIds.length;
  return same ? selection : { articleIds, boxIds };
}

/** The boxes of a page, back to front; none where there is no such page. */
export function boxesOfPage(document: IssueDocument, pageId: PageId): readonly Box[] {
  const page = document.pages.find((page) => page.id === pageId);
  return page === undefined ? [] : page.boxIds.flatMap((boxId) => lookUp(document.boxes, boxId) ?? []);
}
