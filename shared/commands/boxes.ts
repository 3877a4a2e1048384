import { type PagePoint, type Rect, translate } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import { boxShape } from "../model/boxShapes";
import type { Box, IssueDocument, NewspaperGrid, Page } from "../model/document";
import { MOST_RECORDS } from "../model/documentShapes";
import { type DocumentDraft, edit } from "../model/edit";
import { isIdName } from "../model/idName";
import type { BoxId, PageId } from "../model/ids";
import { lookUp, pageOfBox } from "../model/indexes";
import { fail, ok, type Result } from "../result";
import { followingCaptions, withCaptionsUnder } from "./captionFollow";
import { allOf, checkedRecord } from "./checkedRecord";
import type { Command, CommandProblem } from "./command";

/** Moves boxes by a vector, on the page where each stands; captions under pictures go with them. */
export const moveBoxes: Command<{ readonly boxIds: readonly BoxId[]; readonly by: PagePoint }> = (document, { boxIds, by }) =>
  changeBoxes(document, withCaptionsUnder(document, boxIds), (box) => ({ ...box, rect: translate(box.rect, by) }));

/** Gives a box another rectangle; one too small for what the box holds is refused. */
export const resizeBox: Command<{ readonly boxId: BoxId; readonly rect: Rect }> = (document, { boxId, rect }) =>
  resizeBoxes(document, { rects: [{ boxId, rect }] });

/** Gives each of several boxes another rectangle; captions under pictures keep their places there. */
export const resizeBoxes: Command<{ readonly rects: readonly { readonly boxId: BoxId; readonly rect: Rect }[] }> = (
  document,
  { rects },
) => {
  const rectById = new Map(rects.map(({ boxId, rect }) => [boxId, rect]));
  for (const [captionId, rect] of followingCaptions(document, rectById)) rectById.set(captionId, rect);
  const boxIds = [...rectById.keys()];
  for (const boxId of boxIds) {
    const box = lookUp(document.boxes, boxId);
    const rect = rectById.get(boxId);
    if (box !== null && rect !== undefined && isTooSmall(box, rect, document.grid)) return fail({ code: "box-too-small", boxId });
  }
  return changeBoxes(document, boxIds, (box) => ({ ...box, rect: rectById.get(box.id) ?? box.rect }));
};

/** Puts a box on a page, before all others there, at a rectangle; the caption under a picture goes with it. */
export const setBoxPlacement: Command<{ readonly boxId: BoxId; readonly pageId: PageId; readonly rect: Rect }> = (
  document,
  { boxId, pageId, rect },
) => {
  if (pageById(document, pageId) === null) return fail({ code: "page-missing", pageId });
  const resized = resizeBox(document, { boxId, rect });
  if (!resized.ok || pageOfBox(document, boxId)?.page.id === pageId) return resized;
  const captionIds = followingCaptions(document, new Map([[boxId, rect]])).keys();
  return ok(edit(resized.value, (draft) => placeOnPage(draft, [boxId, ...captionIds], pageId)));
};

/** Changes how far back a box stands on its page. */
export const reorderBox: Command<{ readonly boxId: BoxId; readonly to: "front" | "back" | "forward" | "backward" }> = (
  document,
  { boxId, to },
) => {
  const place = pageOfBox(document, boxId);
  if (place === null) return fail({ code: "box-missing", boxId });
  const { boxIds } = place.page;
  const others = boxIds.filter((id) => id !== boxId);
  const at = { front: others.length, back: 0, forward: boxIds.indexOf(boxId) + 1, backward: boxIds.indexOf(boxId) - 1 }[to];
  const index = Math.min(Math.max(at, 0), others.length);
  return ok(
    edit(document, (draft) => {
      draft.pages[place.index] = { ...place.page, boxIds: [...others.slice(0, index), boxId, ...others.slice(index)] };
    }),
  );
};

/** Says whether text keeps clear of the boxes. */
export const setPushesText: Command<{ readonly boxIds: readonly BoxId[]; readonly pushesText: boolean }> = (
  document,
  { boxIds, pushesText },
) => changeBoxes(document, boxIds, (box) => ({ ...box, pushesText }));

/** Says how far pushed text keeps away from the boxes. */
export const setStandoff: Command<{ readonly boxIds: readonly BoxId[]; readonly standoff: Pt }> = (
  document,
  { boxIds, standoff },
) => changeBoxes(document, boxIds, (box) => ({ ...box, standoff }));

/** Adds a box that belongs to no article, such as a rule or a panel, at a place in the page's order (at the front). */
export const addBox: Command<{ readonly pageId: PageId; readonly box: Box; readonly at?: number }> = (
  document,
  { pageId, box, at },
) => {
  const page = pageById(document, pageId);
  if (page === null) return fail({ code: "page-missing", pageId });
  const added = addedBoxes(document, [box]);
  if (!added.ok) return added;
  const index = Math.min(Math.max(Math.trunc(at ?? page.boxIds.length) || 0, 0), page.boxIds.length);
  const problem = referenceProblem(document, box);
  if (problem !== null) return fail(problem);
  return ok(
    edit(document, (draft) => {
      for (const checked of added.value) draft.boxes[checked.id] = checked;
      const boxIds = [...page.boxIds.slice(0, index), box.id, ...page.boxIds.slice(index)];
      draft.pages = draft.pages.map((entry) => (entry.id === pageId ? { ...page, boxIds } : entry));
    }),
  );
};

/** The boxes changed by a function and checked; ids that lead nowhere are refused. */
export function changeBoxes(
  document: IssueDocument,
  boxIds: readonly BoxId[],
  change: (box: Box) => Box,
): Result<IssueDocument, CommandProblem> {
  const changed = allOf(
    boxIds.map((boxId): Result<Box, CommandProblem> => {
      const box = lookUp(document.boxes, boxId);
      return box === null ? fail({ code: "box-missing", boxId }) : checkedRecord(boxShape, change(box));
    }),
  );
  if (!changed.ok) return changed;
  return ok(
    edit(document, (draft) => {
      for (const box of changed.value) draft.boxes[box.id] = box;
    }),
  );
}

/** The box of that id and kind changed by a function and checked. */
export function changeBoxOfKind<Kind extends Box["kind"]>(
  document: IssueDocument,
  boxId: BoxId,
  kind: Kind,
  change: (box: Extract<Box, { readonly kind: Kind }>) => Box,
): Result<IssueDocument, CommandProblem> {
  const box = lookUp(document.boxes, boxId);
  if (box === null) return fail({ code: "box-missing", boxId });
  if (!isOfKind(box, kind)) return fail({ code: "wrong-box-kind", boxId });
  const changed = change(box);
  const problem = referenceProblem(document, changed);
  return problem === null ? changeBoxes(document, [boxId], () => changed) : fail(problem);
}

/** New boxes checked, with names that are free; for a command to put into the table and onto a page. */
export function addedBoxes(document: IssueDocument, boxes: readonly Box[]): Result<readonly Box[], CommandProblem> {
  if (Object.keys(document.boxes).length + boxes.length > MOST_RECORDS) return fail({ code: "value-out-of-range", field: "boxes" });
  const taken = takenName(document.boxes, boxes.map((box) => box.id));
  if (taken !== null) return fail({ code: "id-taken", id: taken });
  return allOf(boxes.map((box) => checkedRecord(boxShape, box)));
}

/** The first of the names that cannot name a new record of the table: taken, given twice, or no name at all. */
export function takenName<Key extends string>(table: Readonly<Record<Key, unknown>>, ids: readonly Key[]): Key | null {
  return ids.find((id, index) => !isIdName(id) || Object.hasOwn(table, id) || ids.indexOf(id) !== index) ?? null;
}

/** Puts boxes before all others on a page, in the given order, and takes them off the pages where they stood. */
export function placeOnPage(draft: DocumentDraft, boxIds: readonly BoxId[], pageId: PageId): void {
  const moved = new Set(boxIds);
  draft.pages = draft.pages.map((page) => {
    const others = page.boxIds.filter((boxId) => !moved.has(boxId));
    return { ...page, boxIds: page.id === pageId ? [...others, ...boxIds] : others };
  });
}

/** The page of that id, or null. */
export function pageById(document: IssueDocument, pageId: PageId): Page | null {
  return document.pages.find((page) => page.id === pageId) ?? null;
}

/** What a box names that the document does not have, or null. */
export function referenceProblem(document: IssueDocument, box: Box): CommandProblem | null {
  if (box.kind === "picture" && box.assetId !== null && lookUp(document.assets, box.assetId) === null) {
    return { code: "asset-missing", assetId: box.assetId };
  }
  if (box.kind === "furniture" && box.targetPageId !== null && pageById(document, box.targetPageId) === null) {
    return { code: "page-missing", pageId: box.targetPageId };
  }
  const styleId = stylesOfBox(box).find((styleId) => lookUp(document.paragraphStyles, styleId) === null);
  return styleId === undefined ? null : { code: "style-missing", styleId };
}

function stylesOfBox(box: Box) {
  switch (box.kind) {
    case "title":
      return [box.styleIds.kicker, box.styleIds.main, box.styleIds.sub];
    case "caption":
      return [box.captionStyleId, box.creditStyleId];
    case "furniture":
      return box.lines.map((line) => line.styleId);
    case "text":
    case "picture":
    case "panel":
    case "rule":
      return [];
  }
}

function isTooSmall(box: Box, rect: Rect, grid: NewspaperGrid): boolean {
  // A rule may be as thin as its stroke, but it must have a direction to run in.
  if (box.kind === "rule") return Math.max(rect.width, rect.height) < 1;
  if (box.kind !== "text") return rect.width < 1 || rect.height < 1;
  const [along, across] = box.direction === "vertical" ? [rect.height, rect.width] : [rect.width, rect.height];
  const measure = (along - (box.columns - 1) * box.gutter) / box.columns;
  const rounding = 0.001;
  return measure < grid.bodySize - rounding || across < grid.bodySize - rounding;
}

function isOfKind<Kind extends Box["kind"]>(box: Box, kind: Kind): box is Extract<Box, { readonly kind: Kind }> {
  return box.kind === kind;
}
