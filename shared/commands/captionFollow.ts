import { bottom, right, type Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { IssueDocument } from "../model/document";
import type { BoxId } from "../model/ids";
import { articleOfBox, lookUp, pageOfBox } from "../model/indexes";

/** A caption this far below its picture, in lines, still stands under it. */
const REACH_IN_LINES = 3;
/** Edges closer than this are one edge: stored lengths are rounded to 0.001 pt. */
const SAME_EDGE: Pt = 0.5;

/**
 * The new places of the captions that stand under resized pictures: a caption keeps its distance from the picture's foot,
 * and its sides where they are the picture's. Captions that are resized themselves, or stand on another page, are left
 * alone.
 */
export function followingCaptions(document: IssueDocument, rects: ReadonlyMap<BoxId, Rect>): ReadonlyMap<BoxId, Rect> {
  const followers = new Map<BoxId, Rect>();
  for (const [boxId, after] of rects) {
    const picture = lookUp(document.boxes, boxId);
    if (picture?.kind !== "picture") continue;
    const captionId = articleOfBox(document, boxId)?.pictures.find((each) => each.pictureFrameId === boxId)?.captionFrameId ?? null;
    const caption = captionId === null || rects.has(captionId) ? null : lookUp(document.boxes, captionId);
    if (caption === null || pageOfBox(document, caption.id)?.page.id !== pageOfBox(document, boxId)?.page.id) continue;
    if (!standsUnder(caption.rect, picture.rect, document.grid.pitch)) continue;
    followers.set(caption.id, follow(caption.rect, picture.rect, after));
  }
  return followers;
}

/** The boxes and the captions that stand under pictures among them: what moves when they are moved. */
export function withCaptionsUnder(document: IssueDocument, boxIds: readonly BoxId[]): readonly BoxId[] {
  const places = new Map(boxIds.flatMap((boxId) => {
    const box = lookUp(document.boxes, boxId);
    return box === null ? [] : [[boxId, box.rect] as const];
  }));
  return [...boxIds, ...followingCaptions(document, places).keys()];
}

function standsUnder(caption: Rect, picture: Rect, pitch: Pt): boolean {
  const gap = caption.y - bottom(picture);
  return gap > -SAME_EDGE && gap < REACH_IN_LINES * pitch && caption.x < right(picture) && right(caption) > picture.x;
}

function follow(caption: Rect, before: Rect, after: Rect): Rect {
  const keepsLeft = Math.abs(caption.x - before.x) < SAME_EDGE;
  const keepsRight = Math.abs(right(caption) - right(before)) < SAME_EDGE;
  const x = keepsLeft ? after.x : caption.x;
  const end = keepsRight ? right(after) : keepsLeft ? x + caption.width : right(caption);
  return { x, y: caption.y + bottom(after) - bottom(before), width: Math.max(end - x, 0), height: caption.height };
}
