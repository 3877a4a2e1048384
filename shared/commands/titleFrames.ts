import type { Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { TitleFrame, TitleRole } from "../model/document";
import { edit } from "../model/edit";
import type { ArticleId, BoxId, PageId, ParagraphStyleId } from "../model/ids";
import { lookUp } from "../model/indexes";
import { newTitleFrame } from "../model/newBoxes";
import { fail, ok } from "../result";
import { addedBoxes, changeBoxOfKind, pageById, placeOnPage } from "./boxes";
import type { Command } from "./command";

/** Shares are typed in decimals; this much more is the same. */
const ROUNDING = 1e-9;

/** Draws one more frame for an article's title, on any page: every frame shows the same words, each in sizes of its own. */
export const addTitleFrame: Command<{
  readonly articleId: ArticleId;
  readonly boxId: BoxId;
  readonly pageId: PageId;
  readonly rect: Rect;
  readonly sizes: Readonly<Record<TitleRole, Pt>>;
}> = (document, { articleId, boxId, pageId, rect, sizes }) => {
  const article = lookUp(document.articles, articleId);
  if (article === null) return fail({ code: "article-missing", articleId });
  if (pageById(document, pageId) === null) return fail({ code: "page-missing", pageId });
  const added = addedBoxes(document, [newTitleFrame(boxId, rect, sizes)]);
  if (!added.ok) return added;
  return ok(
    edit(document, (draft) => {
      for (const box of added.value) draft.boxes[box.id] = box;
      placeOnPage(draft, [boxId], pageId);
      draft.articles[articleId] = { ...article, titleFrameIds: [...article.titleFrameIds, boxId] };
    }),
  );
};

/** Sets the type size of one part of a title. */
export const setTitleSize: Command<{ readonly boxId: BoxId; readonly role: TitleRole; readonly size: Pt }> = (
  document,
  { boxId, role, size },
) => changeBoxOfKind(document, boxId, "title", (frame) => ({ ...frame, sizes: { ...frame.sizes, [role]: size } }));

/** What can be set of the letters of one part of a title: their width against the style's, and their tracking in em. */
export interface TitleLetters {
  readonly scale?: number;
  readonly tracking?: number;
}

/** Widens, narrows or tracks the letters of one part of a title, within the house's limits. */
export const setTitleLetters: Command<{ readonly boxId: BoxId; readonly role: TitleRole; readonly letters: TitleLetters }> = (
  document,
  { boxId, role, letters: { scale, tracking } },
) => {
  const { headlineScale, headlineTrackingEm } = document.composition.fitLimits;
  if (scale !== undefined && !(Math.abs(scale - 1) <= headlineScale + ROUNDING)) return fail({ code: "value-out-of-range", field: "scales" });
  if (tracking !== undefined && !(tracking >= -headlineTrackingEm - ROUNDING)) return fail({ code: "value-out-of-range", field: "trackings" });
  return changeBoxOfKind(document, boxId, "title", (frame) => ({
    ...frame,
    scales: scale === undefined ? frame.scales : { ...frame.scales, [role]: scale },
    trackings: tracking === undefined ? frame.trackings : { ...frame.trackings, [role]: tracking },
  }));
};

/** Sets a title horizontally or vertically. */
export const setTitleDirection: Command<{ readonly boxId: BoxId; readonly direction: TitleFrame["direction"] }> = (
  document,
  { boxId, direction },
) => changeBoxOfKind(document, boxId, "title", (frame) => ({ ...frame, direction }));

/** Says how a title's lines stand in its frame. */
export const setTitleAlign: Command<{ readonly boxId: BoxId; readonly align: TitleFrame["align"] }> = (
  document,
  { boxId, align },
) => changeBoxOfKind(document, boxId, "title", (frame) => ({ ...frame, align }));

/** Sets the style of one part of a title. */
export const setTitleStyle: Command<{
  readonly boxId: BoxId;
  readonly role: TitleRole;
  readonly styleId: ParagraphStyleId;
}> = (document, { boxId, role, styleId }) =>
  changeBoxOfKind(document, boxId, "title", (frame) => ({ ...frame, styleIds: { ...frame.styleIds, [role]: styleId } }));

/** Sets the styles of a caption frame's two parts. */
export const setCaptionStyles: Command<{
  readonly boxId: BoxId;
  readonly captionStyleId: ParagraphStyleId;
  readonly creditStyleId: ParagraphStyleId;
}> = (document, { boxId, captionStyleId, creditStyleId }) =>
  changeBoxOfKind(document, boxId, "caption", (frame) => ({ ...frame, captionStyleId, creditStyleId }));
