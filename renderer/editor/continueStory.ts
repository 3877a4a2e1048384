import { intersects, type Rect } from "../../shared/geometry/rect";
import type { IssueDocument, Page, Story, TextFrame } from "../../shared/model/document";
import { gridRect, nearestSpan } from "../../shared/model/gridGeometry";
import { lookUp, pageOfBox } from "../../shared/model/indexes";
import type { EditorState } from "./editorState";
import { boxesOfPage } from "./selection";

/** Fewer lines to a column look like a mistake. */
const LEAST_LINES = 5;
/** How long a frame is made where nothing is over. */
const USUAL_LINES = 10;

/** The story of the article that was selected last, if it ends on another page than the one that is shown. */
export function storyToContinue({ document, lastArticleId, pageId }: EditorState): Story | null {
  const article = lastArticleId === null ? null : lookUp(document.articles, lastArticleId);
  const story = article === null || article.storyId === null ? null : lookUp(document.stories, article.storyId);
  const last = story === null ? null : lastFrame(document, story);
  return last === null || last.page.id === pageId ? null : story;
}

/**
 * Where a story's next frame goes on the page that is shown: as wide as its last one, high enough for what is over, at
 * the first free place from the top left; lower where nothing so high is free, in the top left corner where nothing is.
 */
export function continuationFrame(state: EditorState, story: Story): { readonly rect: Rect; readonly columns: number } | null {
  const { document, layout, pageId } = state;
  const page = document.pages.find(({ id }) => id === pageId);
  const last = lastFrame(document, story);
  if (page === undefined || last === null) return null;
  const { grid } = document;
  const { columns } = last.frame;
  const { fromColumn, toColumn } = nearestSpan(grid, last.page, last.frame.rect);
  const over = layout.flows.get(`story:${story.id}`)?.overset?.lines;
  // A jump line on either page is given up to what is over.
  const wanted = over === undefined ? USUAL_LINES : Math.ceil((over + 2) / columns);
  const most = Math.min(grid.lines, Math.max(LEAST_LINES, wanted));
  const corner = gridRect(grid, page, { fromColumn: 0, toColumn: toColumn - fromColumn, fromLine: 0, toLine: most });
  return { rect: freeRect(document, page, toColumn - fromColumn, most) ?? corner, columns };
}

function lastFrame(document: IssueDocument, story: Story): { readonly frame: TextFrame; readonly page: Page } | null {
  for (const boxId of story.frameIds.toReversed()) {
    const frame = lookUp(document.boxes, boxId);
    const page = pageOfBox(document, boxId)?.page;
    if (frame?.kind === "text" && page !== undefined) return { frame, page };
  }
  return null;
}

function freeRect(document: IssueDocument, page: Page, columns: number, most: number): Rect | null {
  const { grid } = document;
  const taken = boxesOfPage(document, page.id).map((box) => box.rect);
  for (let lines = most; lines >= LEAST_LINES; lines--) {
    for (let fromLine = 0; fromLine + lines <= grid.lines; fromLine++) {
      for (let fromColumn = 0; fromColumn + columns <= grid.columns; fromColumn++) {
        const rect = gridRect(grid, page, { fromColumn, toColumn: fromColumn + columns, fromLine, toLine: fromLine + lines });
        if (!taken.some((other) => intersects(other, rect))) return rect;
      }
    }
  }
  return null;
}
