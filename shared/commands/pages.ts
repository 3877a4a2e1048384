import type { PagePoint, Size } from "../geometry/rect";
import type { Box, IssueDocument, Page } from "../model/document";
import { MOST_PAGES, pageShape } from "../model/documentShapes";
import { edit } from "../model/edit";
import { isIdName } from "../model/idName";
import type { PageId } from "../model/ids";
import { fail, ok, type Result } from "../result";
import { pageById } from "./boxes";
import { checkedRecord } from "./checkedRecord";
import type { Command, CommandProblem } from "./command";
import { deleteBoxes } from "./deleteBoxes";

/** Adds an empty page at a place in the issue (at the end), of the size and grid of the page before it. */
export const addPage: Command<{ readonly pageId: PageId; readonly at?: number; readonly name?: string }> = (
  document,
  { pageId, at, name },
) => {
  if (!isIdName(pageId) || pageById(document, pageId) !== null) return fail({ code: "id-taken", id: pageId });
  if (document.pages.length >= MOST_PAGES) return fail({ code: "value-out-of-range", field: "pages" });
  const index = placeAmong(at ?? document.pages.length, document.pages.length);
  const like = document.pages[Math.max(0, index - 1)];
  if (like === undefined) return fail({ code: "value-out-of-range", field: "pages" });
  const page = checkedRecord(pageShape, { ...like, id: pageId, name: name ?? "", note: "", boxIds: [] });
  if (!page.ok) return page;
  return ok(edit(document, (draft) => void draft.pages.splice(index, 0, page.value)));
};

/** Removes a page with its boxes; pointers to it point nowhere. The last page cannot be removed. */
export const removePage: Command<{ readonly pageId: PageId }> = (document, { pageId }) => {
  const page = pageById(document, pageId);
  if (page === null) return fail({ code: "page-missing", pageId });
  if (document.pages.length === 1) return fail({ code: "value-out-of-range", field: "pages" });
  const emptied = deleteBoxes(document, { boxIds: page.boxIds });
  if (!emptied.ok) return emptied;
  return ok(
    edit(emptied.value, (draft) => {
      draft.pages = emptied.value.pages.filter((other) => other.id !== pageId);
      for (const box of Object.values<Box>(emptied.value.boxes)) {
        if (box.kind === "furniture" && box.targetPageId === pageId) draft.boxes[box.id] = { ...box, targetPageId: null };
      }
    }),
  );
};

/** Moves a page to another place in the issue, counted from 0. */
export const movePage: Command<{ readonly pageId: PageId; readonly to: number }> = (document, { pageId, to }) => {
  const page = pageById(document, pageId);
  if (page === null) return fail({ code: "page-missing", pageId });
  const others = document.pages.filter((other) => other !== page);
  const index = placeAmong(to, others.length);
  return ok(
    edit(document, (draft) => {
      draft.pages = [...others.slice(0, index), page, ...others.slice(index)];
    }),
  );
};

/** Sets 版名. */
export const renamePage: Command<{ readonly pageId: PageId; readonly name: string }> = (document, { pageId, name }) =>
  changePage(document, pageId, { name });

/** Sets the note that an empty page shows. */
export const setPageNote: Command<{ readonly pageId: PageId; readonly note: string }> = (document, { pageId, note }) =>
  changePage(document, pageId, { note });

/** Sets a page's trim size and where the type area begins on it. */
export const setPageGeometry: Command<{ readonly pageId: PageId; readonly size: Size; readonly gridOrigin: PagePoint }> = (
  document,
  { pageId, size, gridOrigin },
) => changePage(document, pageId, { size, gridOrigin });

function changePage(document: IssueDocument, pageId: PageId, change: Partial<Page>): Result<IssueDocument, CommandProblem> {
  const index = document.pages.findIndex((page) => page.id === pageId);
  const page = document.pages[index];
  if (page === undefined) return fail({ code: "page-missing", pageId });
  const checked = checkedRecord(pageShape, { ...page, ...change });
  if (!checked.ok) return checked;
  return ok(edit(document, (draft) => void (draft.pages[index] = checked.value)));
}

function placeAmong(index: number, count: number): number {
  return index >= 0 ? Math.min(Math.trunc(index), count) : 0;
}
