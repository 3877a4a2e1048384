import type { BoxId, PageId } from "../../shared/model/ids";
import type { IssueDocument, Page } from "../../shared/model/document";
import { lookUp, pictureOfCaption, storyOfFrame, storyOfTitleFrame } from "../../shared/model/indexes";

/**
 * The page to look at after undo or redo: the shown one where something changed on it or nowhere, else the first page
 * that looks different, so that no change goes unseen.
 */
export function changedPage(before: IssueDocument, after: IssueDocument, shown: PageId): PageId {
  const changed = after.pages.filter((page) => looksDifferent(before, after, page));
  if (changed.length === 0 || changed.some((page) => page.id === shown)) return shown;
  return changed[0]?.id ?? shown;
}

function looksDifferent(before: IssueDocument, after: IssueDocument, page: Page): boolean {
  if (!before.pages.includes(page)) return true;
  return page.boxIds.some((boxId) => partsOf(before, boxId).some((part, index) => part !== partsOf(after, boxId)[index]));
}

/** What a box shows: itself and the words in it. */
function partsOf(document: IssueDocument, boxId: BoxId): readonly unknown[] {
  return [
    lookUp(document.boxes, boxId),
    storyOfFrame(document, boxId),
    storyOfTitleFrame(document, boxId)?.title,
    pictureOfCaption(document, boxId),
  ];
}
