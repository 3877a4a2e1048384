import type { Article, ArticlePicture, IssueDocument } from "../model/document";
import { type DocumentDraft, edit } from "../model/edit";
import type { ArticleId, BoxId } from "../model/ids";
import { articleOfBox, lookUp, memberIds, storyOfFrame } from "../model/indexes";
import { fail, ok } from "../result";
import type { Command } from "./command";

/**
 * Deletes boxes. A story keeps its words when it loses a frame; a picture takes its caption frame with it; an article
 * that loses its last box goes, and its story goes with it.
 */
export const deleteBoxes: Command<{ readonly boxIds: readonly BoxId[] }> = (document, { boxIds }) => {
  const missing = boxIds.find((boxId) => lookUp(document.boxes, boxId) === null);
  if (missing !== undefined) return fail({ code: "box-missing", boxId: missing });
  const gone = new Set([...boxIds, ...captionsOf(document, boxIds)]);
  return ok(edit(document, (draft) => removeBoxes(draft, document, gone)));
};

/** Deletes an article with its story and all its boxes, on every page. */
export const deleteArticle: Command<{ readonly articleId: ArticleId }> = (document, { articleId }) => {
  const article = lookUp(document.articles, articleId);
  if (article === null) return fail({ code: "article-missing", articleId });
  return ok(
    edit(document, (draft) => {
      removeBoxes(draft, document, new Set(memberIds(document, article)));
      removeArticle(draft, article);
    }),
  );
};

function removeBoxes(draft: DocumentDraft, document: IssueDocument, gone: ReadonlySet<BoxId>): void {
  const stays = (boxId: BoxId) => !gone.has(boxId);
  const articles = new Set<Article>();
  for (const boxId of gone) {
    const article = articleOfBox(document, boxId);
    if (article !== null) articles.add(article);
    const story = storyOfFrame(document, boxId);
    if (story !== null) draft.stories[story.id] = { ...story, frameIds: story.frameIds.filter(stays) };
    delete draft.boxes[boxId];
  }
  draft.pages = document.pages.map((page) => ({ ...page, boxIds: page.boxIds.filter(stays) }));
  for (const article of articles) {
    if (memberIds(document, article).some(stays)) draft.articles[article.id] = withoutBoxes(article, stays);
    else removeArticle(draft, article);
  }
}

function withoutBoxes(article: Article, stays: (boxId: BoxId) => boolean): Article {
  const withCaption = (picture: ArticlePicture): ArticlePicture =>
    picture.captionFrameId === null || stays(picture.captionFrameId) ? picture : { ...picture, captionFrameId: null };
  return {
    ...article,
    titleFrameIds: article.titleFrameIds.filter(stays),
    pictures: article.pictures.filter((picture) => stays(picture.pictureFrameId)).map(withCaption),
    furnitureIds: article.furnitureIds.filter(stays),
  };
}

function removeArticle(draft: DocumentDraft, article: Article): void {
  delete draft.articles[article.id];
  if (article.storyId !== null) delete draft.stories[article.storyId];
}

/** The caption frames of those among the boxes that are pictures of an article: their words are the pictures'. */
function captionsOf(document: IssueDocument, boxIds: readonly BoxId[]): readonly BoxId[] {
  return boxIds.flatMap((boxId) => {
    const picture = articleOfBox(document, boxId)?.pictures.find((picture) => picture.pictureFrameId === boxId);
    return picture?.captionFrameId ?? [];
  });
}
