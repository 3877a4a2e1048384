import type { Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { Article, ArticleKind, Box, ColumnSpan, IssueDocument, NewspaperGrid, Page, Story, TitleRole } from "../model/document";
import { gridRect, nearestSpan } from "../model/gridGeometry";
import { houseStyleIds } from "../model/houseStyles";
import type { ArticleId, BoxId, PageId, StoryId } from "../model/ids";
import { lookUp } from "../model/indexes";
import { newCaptionFrame, newPictureFrame, newStory, newTextFrame, newTitleFrame } from "../model/newBoxes";
import { edit } from "../model/edit";
import { fail, ok, type Result } from "../result";
import { addedBoxes, pageById, placeOnPage, referenceProblem, takenName } from "./boxes";
import type { Command, CommandProblem } from "./command";

/** The kinds of article that are drawn on a page. */
export type DrawnKind = Extract<ArticleKind, "news" | "photo" | "briefs">;

/** The names for everything that a drawn article may be made of; those it has no use for stay free. */
export interface ArticleNames {
  readonly articleId: ArticleId;
  readonly storyId: StoryId;
  readonly titleFrameId: BoxId;
  readonly bodyFrameId: BoxId;
  readonly pictureFrameId: BoxId;
  readonly captionFrameId: BoxId;
}

/** An article drawn as a rectangle on a page. */
export interface DrawnArticle {
  readonly kind: DrawnKind;
  readonly pageId: PageId;
  readonly rect: Rect;
  readonly names: ArticleNames;
}

/**
 * Makes an article where a rectangle was drawn, on the columns and lines nearest to it: a title above a body of basic
 * columns; for a photo the picture, its caption, the title and a short body, from the top. Refuses a rectangle that is
 * too low for them, with the fewest lines that would do.
 */
export const addArticle: Command<DrawnArticle> = (document, { kind, pageId, rect, names }) => {
  const page = pageById(document, pageId);
  if (page === null) return fail({ code: "page-missing", pageId });
  if (![rect.x, rect.y, rect.width, rect.height].every(Number.isFinite)) return fail({ code: "value-out-of-range", field: "rect" });
  const problem = namesProblem(document, names);
  if (problem !== null) return fail(problem);
  const span = nearestSpan(document.grid, page, rect);
  const leastLines = leastLinesOf(kind, document.grid, span.toColumn - span.fromColumn);
  if (span.toLine - span.fromLine < leastLines) return fail({ code: "area-too-low", leastLines });
  const drawn = boxesOf(kind, document.grid, page, span, names);
  const bodyStyleId = kind === "briefs" ? houseStyleIds.briefSource : houseStyleIds.body;
  const added = withKnownStyles(document, drawn, bodyStyleId);
  if (!added.ok) return added;
  const story: Story = newStory(names.storyId, bodyStyleId, [names.bodyFrameId]);
  const article: Article = {
    id: names.articleId,
    kind,
    digital: "published",
    storyId: names.storyId,
    titleFrameIds: [names.titleFrameId],
    pictures: kind === "photo" ? [{ pictureFrameId: names.pictureFrameId, captionFrameId: names.captionFrameId }] : [],
    furnitureIds: [],
  };
  return ok(
    edit(document, (draft) => {
      for (const box of added.value) draft.boxes[box.id] = box;
      placeOnPage(draft, added.value.map((box) => box.id), pageId);
      draft.stories[story.id] = story;
      draft.articles[article.id] = article;
    }),
  );
};

/** The fewest lines of a body, and of a picture, that are worth drawing. */
const LEAST_BODY_LINES = 3;
const LEAST_PICTURE_LINES = 4;
const CAPTION_LINES = 2;
/** The picture's share of a photo article's height. */
const PICTURE_SHARE = 0.6;

function leastLinesOf(kind: DrawnKind, grid: NewspaperGrid, columns: number): number {
  return titlePlan(kind, grid, columns).lines + LEAST_BODY_LINES + (kind === "photo" ? LEAST_PICTURE_LINES + CAPTION_LINES : 0);
}

function boxesOf(kind: DrawnKind, grid: NewspaperGrid, page: Page, span: ColumnSpan, names: ArticleNames): readonly Box[] {
  const columns = span.toColumn - span.fromColumn;
  const spare = span.toLine - span.fromLine - leastLinesOf(kind, grid, columns);
  const { sizes, lines } = titlePlan(kind, grid, columns);
  const rect = (fromLine: number, toLine: number) => gridRect(grid, page, { ...span, fromLine, toLine });
  const share = Math.floor((span.toLine - span.fromLine) * PICTURE_SHARE);
  // Where there is little room, the picture gives way first.
  const picture = kind === "photo" ? Math.max(LEAST_PICTURE_LINES, Math.min(share, LEAST_PICTURE_LINES + spare)) : 0;
  const titleTop = span.fromLine + picture + (kind === "photo" ? CAPTION_LINES : 0);
  const bodyTop = titleTop + lines;
  const title = newTitleFrame(names.titleFrameId, rect(titleTop, bodyTop), sizes);
  const styledTitle = kind === "briefs" ? { ...title, styleIds: { ...title.styleIds, main: houseStyleIds.sectionHead } } : title;
  const body = newTextFrame(names.bodyFrameId, rect(bodyTop, span.toLine), grid, kind === "briefs" ? 1 : columns);
  if (kind !== "photo") return [body, styledTitle];
  const pictureBottom = span.fromLine + picture;
  return [
    body,
    styledTitle,
    newPictureFrame(names.pictureFrameId, rect(span.fromLine, pictureBottom), grid),
    newCaptionFrame(names.captionFrameId, rect(pictureBottom, titleTop), grid),
  ];
}

/**
 * How large a title is over so many columns, and how many lines it takes: its own height with a blank line above and
 * below, as headlines are reckoned; 引题 and 副题 are two sizes smaller.
 */
function titlePlan(kind: DrawnKind, grid: NewspaperGrid, columns: number): { readonly sizes: Readonly<Record<TitleRole, Pt>>; readonly lines: number } {
  const sizes = kind === "briefs" ? { kicker: 10.5, main: 15.75, sub: 10.5 } : newsSizes(columns);
  return { sizes, lines: Math.ceil(sizes.main / grid.pitch + (kind === "briefs" ? 1 : 2)) };
}

function newsSizes(columns: number): Readonly<Record<TitleRole, Pt>> {
  if (columns >= 4) return { kicker: 18, main: 30, sub: 18 };
  if (columns === 3) return { kicker: 15.75, main: 24, sub: 15.75 };
  if (columns === 2) return { kicker: 12, main: 21, sub: 12 };
  return { kicker: 10.5, main: 15.75, sub: 10.5 };
}

function namesProblem(document: IssueDocument, names: ArticleNames): CommandProblem | null {
  const boxIds = [names.titleFrameId, names.bodyFrameId, names.pictureFrameId, names.captionFrameId];
  const id =
    takenName(document.articles, [names.articleId]) ??
    takenName(document.stories, [names.storyId]) ??
    takenName(document.boxes, boxIds);
  return id === null ? null : { code: "id-taken", id };
}

/** The boxes checked, and the styles they and the story name looked up: a house may have thrown ours away. */
function withKnownStyles(
  document: IssueDocument,
  boxes: readonly Box[],
  bodyStyleId: Story["paragraphs"][number]["styleId"],
): Result<readonly Box[], CommandProblem> {
  if (lookUp(document.paragraphStyles, bodyStyleId) === null) return fail({ code: "style-missing", styleId: bodyStyleId });
  for (const box of boxes) {
    const problem = referenceProblem(document, box);
    if (problem !== null) return fail(problem);
  }
  return addedBoxes(document, boxes);
}
