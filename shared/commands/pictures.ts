import type { Rect } from "../geometry/rect";
import type { Asset, IssueDocument, PictureFrame } from "../model/document";
import { assetShape, MOST_RECORDS } from "../model/documentShapes";
import { edit } from "../model/edit";
import { isAssetName } from "../model/idName";
import type { ArticleId, AssetId, BoxId, PageId } from "../model/ids";
import { lookUp, pageOfBox } from "../model/indexes";
import { newCaptionFrame, newPictureFrame } from "../model/newBoxes";
import { soundText } from "../model/soundText";
import { fail, ok } from "../result";
import { addedBoxes, changeBoxOfKind, pageById, placeOnPage, referenceProblem } from "./boxes";
import { checkedRecord } from "./checkedRecord";
import type { Command } from "./command";

/** What can be changed about a picture besides its place. */
export type PictureChange = Partial<Pick<PictureFrame, "assetId" | "caption" | "credit" | "alt" | "fitting" | "focus" | "contour">>;

/** Changes a picture frame's file, words or fitting. */
export const setPicture: Command<{ readonly boxId: BoxId; readonly change: PictureChange }> = (document, { boxId, change }) =>
  changeBoxOfKind(document, boxId, "picture", (frame) => {
    const { caption, credit, alt } = { ...frame, ...change };
    // An outline is one picture's; another has none until it is traced.
    const contour = change.assetId === undefined || change.assetId === frame.assetId ? frame.contour : [];
    return { ...frame, ...change, contour, caption: oneLine(caption), credit: oneLine(credit), alt: oneLine(alt) };
  });

/** The fewest corners that enclose anything. */
const LEAST_CORNERS = 3;

/**
 * Gives a picture the outline that text keeps clear of, in shares of the whole picture; none for its frame. With an outline
 * it goes behind the text frames of its page: the ground around its subject would cover the text that runs there.
 */
export const setContour: Command<{ readonly boxId: BoxId; readonly contour: PictureFrame["contour"] }> = (document, { boxId, contour }) => {
  if (contour.length > 0 && contour.length < LEAST_CORNERS) return fail({ code: "value-out-of-range", field: "contour" });
  const changed = changeBoxOfKind(document, boxId, "picture", (frame) => ({ ...frame, contour }));
  return changed.ok && contour.length > 0 ? ok(behindText(changed.value, boxId)) : changed;
};

function behindText(document: IssueDocument, boxId: BoxId): IssueDocument {
  const place = pageOfBox(document, boxId);
  if (place === null) return document;
  const { boxIds } = place.page;
  const text = boxIds.findIndex((id) => lookUp(document.boxes, id)?.kind === "text");
  if (text < 0 || boxIds.indexOf(boxId) < text) return document;
  const others = boxIds.filter((id) => id !== boxId);
  return edit(document, (draft) => {
    draft.pages[place.index] = { ...place.page, boxIds: [...others.slice(0, text), boxId, ...others.slice(text)] };
  });
}

/** Makes a picture file known to the issue. One that is known already stays as it is. */
export const addAsset: Command<{ readonly asset: Asset }> = (document, { asset }) => {
  const checked = checkedRecord(assetShape, asset);
  if (!checked.ok) return checked;
  if (lookUp(document.assets, asset.id) !== null) return ok(document);
  if (Object.keys(document.assets).length >= MOST_RECORDS) return fail({ code: "value-out-of-range", field: "assets" });
  return ok(edit(document, (draft) => void (draft.assets[asset.id] = checked.value)));
};

/** Says who may use a picture file and why. */
export const setAssetRights: Command<{ readonly assetId: AssetId; readonly rights: string }> = (document, { assetId, rights }) => {
  const asset = isAssetName(assetId) ? lookUp(document.assets, assetId) : null;
  if (asset === null) return fail({ code: "asset-missing", assetId });
  const checked = checkedRecord(assetShape, { ...asset, rights: oneLine(rights) });
  if (!checked.ok) return checked;
  return ok(edit(document, (draft) => void (draft.assets[assetId] = checked.value)));
};

/** Adds a picture frame to an article, its caption frame below it where a name and a place for one are given. */
export const addPicture: Command<{
  readonly articleId: ArticleId;
  readonly pageId: PageId;
  readonly pictureFrameId: BoxId;
  readonly rect: Rect;
  readonly caption: { readonly boxId: BoxId; readonly rect: Rect } | null;
}> = (document, { articleId, pageId, pictureFrameId, rect, caption }) => {
  const article = lookUp(document.articles, articleId);
  if (article === null) return fail({ code: "article-missing", articleId });
  if (pageById(document, pageId) === null) return fail({ code: "page-missing", pageId });
  const picture = newPictureFrame(pictureFrameId, rect, document.grid);
  const captionFrame = caption === null ? null : newCaptionFrame(caption.boxId, caption.rect, document.grid);
  const problem = captionFrame === null ? null : referenceProblem(document, captionFrame);
  if (problem !== null) return fail(problem);
  const added = addedBoxes(document, captionFrame === null ? [picture] : [picture, captionFrame]);
  if (!added.ok) return added;
  return ok(
    edit(document, (draft) => {
      for (const box of added.value) draft.boxes[box.id] = box;
      placeOnPage(draft, added.value.map((box) => box.id), pageId);
      const pictures = [...article.pictures, { pictureFrameId, captionFrameId: captionFrame?.id ?? null }];
      draft.articles[articleId] = { ...article, pictures };
    }),
  );
};

function oneLine(text: string): string {
  return soundText(text).replaceAll("\n", "");
}
