import { type PagePoint, translate } from "../geometry/rect";
import type { Article, ArticleKind, Box, IssueDocument, Story } from "../model/document";
import { MOST_RECORDS } from "../model/documentShapes";
import { edit } from "../model/edit";
import { idFrom } from "../model/idFrom";
import type { ArticleId, BoxId, PageId } from "../model/ids";
import { boxesOfArticle, lookUp, memberIds, pageOfBox } from "../model/indexes";
import { storyLength } from "../model/references";
import { MOST_STORY_TEXT } from "../model/soundText";
import { fail, ok } from "../result";
import { addedBoxes, changeBoxes, pageById, placeOnPage, takenName } from "./boxes";
import type { Command } from "./command";

/** The name of a copy of the thing of that name; the same name for the same thing within one command. */
export type CopyName = (original: string) => string;

/**
 * Moves an article by a vector, and to another page where one is named. What moves are its boxes on its leading page,
 * where its title or else its body begins; continuations on other pages stay.
 */
export const moveArticle: Command<{ readonly articleId: ArticleId; readonly by: PagePoint; readonly pageId?: PageId }> = (
  document,
  { articleId, by, pageId },
) => {
  const article = lookUp(document.articles, articleId);
  if (article === null) return fail({ code: "article-missing", articleId });
  if (pageId !== undefined && pageById(document, pageId) === null) return fail({ code: "page-missing", pageId });
  const leading = leadingPageId(document, article);
  const boxIds = boxesOfArticle(document, articleId)
    .map((box) => box.id)
    .filter((boxId) => pageOfBox(document, boxId)?.page.id === leading);
  const moved = changeBoxes(document, boxIds, (box) => ({ ...box, rect: translate(box.rect, by) }));
  if (!moved.ok || pageId === undefined || pageId === leading) return moved;
  return ok(edit(moved.value, (draft) => placeOnPage(draft, boxIds, pageId)));
};

/** Says what an article is in the paper. */
export const setArticleKind: Command<{ readonly articleId: ArticleId; readonly kind: ArticleKind }> = (
  document,
  { articleId, kind },
) => {
  const article = lookUp(document.articles, articleId);
  if (article === null) return fail({ code: "article-missing", articleId });
  return ok(edit(document, (draft) => void (draft.articles[articleId] = { ...article, kind })));
};

/** Says whether readers of the e-paper get an article's words and pictures. */
export const setArticleDigital: Command<{ readonly articleId: ArticleId; readonly digital: Article["digital"] }> = (
  document,
  { articleId, digital },
) => {
  const article = lookUp(document.articles, articleId);
  if (article === null) return fail({ code: "article-missing", articleId });
  return ok(edit(document, (draft) => void (draft.articles[articleId] = { ...article, digital })));
};

/** Copies an article with its words and boxes, each box in front on its own page and moved by a vector. */
export const duplicateArticle: Command<{
  readonly articleId: ArticleId;
  readonly by: PagePoint;
  readonly newId: CopyName;
}> = (document, { articleId, by, newId }) => {
  const article = lookUp(document.articles, articleId);
  if (article === null) return fail({ code: "article-missing", articleId });
  const originals = boxesOfArticle(document, articleId);
  const copyIds = new Map(originals.map((box) => [box.id, idFrom<"box">(newId(box.id))]));
  const copyOf = (boxId: BoxId) => copyIds.get(boxId) ?? [];
  const boxes = addedBoxes(document, originals.map((box) => copiedBox(box, copyIds.get(box.id) ?? box.id, by)));
  if (!boxes.ok) return boxes;
  const story = article.storyId === null ? null : lookUp(document.stories, article.storyId);
  const storyCopy: Story | null =
    story === null ? null : { ...story, id: idFrom(newId(story.id)), frameIds: story.frameIds.flatMap(copyOf) };
  const articleCopy: Article = {
    ...article,
    id: idFrom(newId(article.id)),
    storyId: storyCopy?.id ?? null,
    titleFrameIds: article.titleFrameIds.flatMap(copyOf),
    pictures: article.pictures.flatMap(({ pictureFrameId, captionFrameId }) => {
      const copy = copyIds.get(pictureFrameId);
      const caption = captionFrameId === null ? undefined : copyIds.get(captionFrameId);
      return copy === undefined ? [] : [{ pictureFrameId: copy, captionFrameId: caption ?? null }];
    }),
    furnitureIds: article.furnitureIds.flatMap(copyOf),
  };
  const taken =
    takenName(document.articles, [articleCopy.id]) ?? (storyCopy === null ? null : takenName(document.stories, [storyCopy.id]));
  if (taken !== null) return fail({ code: "id-taken", id: taken });
  if (!hasRoomFor(document, storyCopy)) return fail({ code: "value-out-of-range", field: "text" });
  return ok(
    edit(document, (draft) => {
      for (const box of boxes.value) draft.boxes[box.id] = box;
      draft.pages = document.pages.map((page) => ({ ...page, boxIds: [...page.boxIds, ...page.boxIds.flatMap(copyOf)] }));
      if (storyCopy !== null) draft.stories[storyCopy.id] = storyCopy;
      draft.articles[articleCopy.id] = articleCopy;
    }),
  );
};

/** Copies boxes as boxes of no article and no story, each in front on its own page and moved by a vector. */
export const duplicateBoxes: Command<{
  readonly boxIds: readonly BoxId[];
  readonly by: PagePoint;
  readonly newId: CopyName;
}> = (document, { boxIds, by, newId }) => {
  const missing = boxIds.find((boxId) => lookUp(document.boxes, boxId) === null);
  if (missing !== undefined) return fail({ code: "box-missing", boxId: missing });
  const copyIds = new Map(boxIds.map((boxId) => [boxId, idFrom<"box">(newId(boxId))]));
  const originals = [...copyIds].flatMap(([boxId, copyId]) => {
    const box = lookUp(document.boxes, boxId);
    return box === null ? [] : [copiedBox(box, copyId, by)];
  });
  const boxes = addedBoxes(document, originals);
  if (!boxes.ok) return boxes;
  return ok(
    edit(document, (draft) => {
      for (const box of boxes.value) draft.boxes[box.id] = box;
      draft.pages = document.pages.map((page) => ({
        ...page,
        boxIds: [...page.boxIds, ...page.boxIds.flatMap((boxId) => copyIds.get(boxId) ?? [])],
      }));
    }),
  );
};

function copiedBox(box: Box, id: BoxId, by: PagePoint): Box {
  return { ...box, id, rect: translate(box.rect, by) };
}

function leadingPageId(document: IssueDocument, article: Article): PageId | null {
  const [first] = memberIds(document, article);
  return first === undefined ? null : (pageOfBox(document, first)?.page.id ?? null);
}

function hasRoomFor(document: IssueDocument, copy: Story | null): boolean {
  if (copy === null) return true;
  if (Object.keys(document.stories).length >= MOST_RECORDS) return false;
  const length = Object.values<Story>(document.stories).reduce((sum, story) => sum + storyLength(story), storyLength(copy));
  return length <= MOST_STORY_TEXT;
}
