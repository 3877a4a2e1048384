import { intersects, type Rect } from "../../shared/geometry/rect";
import type { Pt } from "../../shared/geometry/units";
import type { Article, IssueDocument, Page, Story, TextFrame, TitleRole } from "../../shared/model/document";
import { gridRect, linesHeight, nearestSpan } from "../../shared/model/gridGeometry";
import { lookUp, pageOfBox } from "../../shared/model/indexes";
import type { EditorState } from "./editorState";
import { boxesOfPage, selectedArticle, selectedBoxes } from "./selection";

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

/** The head over a continued part: the words of the main one, smaller. */
export interface JumpHead {
  readonly article: Article;
  readonly rect: Rect;
  readonly sizes: Readonly<Record<TitleRole, Pt>>;
}

const JUMP_HEAD_SIZES: JumpHead["sizes"] = { kicker: 9, main: 15.75, sub: 9 };

/** The head that the selected article lacks on the page that is shown: over its text there, which gives way to it. */
export function missingJumpHead({ document, pageId, selection }: EditorState): JumpHead | null {
  const article = selectedArticle(document, selection);
  const story = article === null || article.storyId === null ? null : lookUp(document.stories, article.storyId);
  if (article === null || story === null) return null;
  const isOnPage = (boxId: Article["titleFrameIds"][number]) => pageOfBox(document, boxId)?.page.id === pageId;
  if (article.titleFrameIds.length === 0 || article.titleFrameIds.some(isOnPage)) return null;
  const all = { articleIds: [article.id], boxIds: [] };
  const frame = selectedBoxes(document, pageId, all).find((box) => box.id === story.frameIds.find(isOnPage));
  if (frame === undefined) return null;
  const { kicker, sub } = story.title;
  const height = Math.min(frame.rect.height, linesHeight(document.grid, kicker === "" && sub === "" ? 2 : 4));
  return { article, rect: { ...frame.rect, height }, sizes: JUMP_HEAD_SIZES };
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
