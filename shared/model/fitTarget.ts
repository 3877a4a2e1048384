import type { Box, IssueDocument, Story, StoryFitting, TextFrame, TitleFrame } from "./document";
import { edit } from "./edit";
import { linesHeight, linesIn } from "./gridGeometry";
import type { BoxId, StoryId } from "./ids";
import { articleOfBox, articleOfStory, lookUp, pageOfBox } from "./indexes";

/** A story's title and the text frames right below it, between which lines may change hands. */
export interface StoryHead {
  readonly title: TitleFrame;
  readonly bodies: readonly TextFrame[];
}

/** Text frames that begin within so many lines below a title's foot are the ones it stands over. */
const NEAREST_LINES = 3;
/** Tops closer than this are the same: stored lengths are rounded to 0.001 pt. */
const ROUNDING = 0.02;

/** The horizontal title that stands over a story's text, or null where it has none, or something else stands between. */
export function storyHead(document: IssueDocument, story: Story): StoryHead | null {
  const article = articleOfStory(document, story.id);
  for (const titleId of article?.titleFrameIds ?? []) {
    const title = lookUp(document.boxes, titleId);
    const place = pageOfBox(document, titleId);
    if (title?.kind !== "title" || title.direction !== "horizontal" || place === null) continue;
    const foot = title.rect.y + title.rect.height;
    const below = story.frameIds.flatMap((boxId): TextFrame[] => {
      const frame = lookUp(document.boxes, boxId);
      if (frame?.kind !== "text" || !place.page.boxIds.includes(boxId) || frame.direction !== "horizontal") return [];
      const gap = frame.rect.y - foot;
      const isUnder = frame.rect.x < title.rect.x + title.rect.width && frame.rect.x + frame.rect.width > title.rect.x;
      return isUnder && gap > -ROUNDING && gap < NEAREST_LINES * document.grid.pitch ? [frame] : [];
    });
    const top = Math.min(...below.map(({ rect }) => rect.y));
    const bodies = below.filter(({ rect }) => rect.y - top < ROUNDING);
    if (bodies.length > 0) return { title, bodies };
  }
  return null;
}

/**
 * The document with a story fitted: its fitting replaced, and as many lines moved between its title and the text below as
 * the new fitting says more than the old; null where it has no such story, or a frame would be left without a line.
 */
export function fittedDocument(document: IssueDocument, storyId: StoryId, fitting: StoryFitting): IssueDocument | null {
  const story = lookUp(document.stories, storyId);
  if (story === null) return null;
  const lines = fitting.titleLines - story.fitting.titleLines;
  const moved = lines === 0 ? [] : movedFrames(document, story, lines);
  if (moved === null) return null;
  return edit(document, (draft) => {
    for (const box of moved) draft.boxes[box.id] = box;
    draft.stories[storyId] = { ...story, fitting };
  });
}

function movedFrames(document: IssueDocument, story: Story, lines: number): readonly Box[] | null {
  const head = storyHead(document, story);
  if (head === null || (lines < 0 && head.bodies.some((frame) => isOccupied(document, frame.id, head.title.id, frame, -lines)))) return null;
  return shiftedHead(document, head, lines);
}

/**
 * A title with so many lines more, or fewer, and the text below it with as many less; the pictures and captions that stand
 * beside the text's head go along. Null where a frame would keep no line, or a picture would reach below the text.
 */
export function shiftedHead(document: IssueDocument, head: StoryHead, lines: number): readonly Box[] | null {
  const by = lines * document.grid.pitch;
  const title = { ...head.title, rect: { ...head.title.rect, height: head.title.rect.height + by } };
  const bodies = head.bodies.map((frame) => ({ ...frame, rect: { ...frame.rect, y: frame.rect.y + by, height: frame.rect.height - by } }));
  const isRoom = title.rect.height >= document.grid.bodySize && bodies.every(({ rect }) => linesIn(document.grid, rect.height) > 0);
  const beside = boxesBesideHead(document, head).map((box) => ({ ...box, rect: { ...box.rect, y: box.rect.y + by } }));
  const foot = Math.max(...bodies.map(({ rect }) => rect.y + rect.height));
  const isInside = by <= 0 || beside.every(({ rect }) => rect.y + rect.height <= foot + ROUNDING);
  return !isRoom || !isInside || bodies.some((frame) => frame.spans.length > 0) ? null : [title, ...bodies, ...beside];
}

/** The pictures of the article that begin level with its text, among or beside its columns, and their captions. */
function boxesBesideHead(document: IssueDocument, { title, bodies }: StoryHead): readonly Box[] {
  const article = articleOfBox(document, title.id);
  const page = pageOfBox(document, title.id)?.page;
  const top = Math.min(...bodies.map(({ rect }) => rect.y));
  return (article?.pictures ?? []).flatMap(({ pictureFrameId, captionFrameId }) => {
    const picture = lookUp(document.boxes, pictureFrameId);
    const isLevel = picture !== null && Math.abs(picture.rect.y - top) < document.grid.pitch && page?.boxIds.includes(pictureFrameId) === true;
    if (!isLevel) return [];
    const caption = captionFrameId === null ? null : lookUp(document.boxes, captionFrameId);
    return caption === null ? [picture] : [picture, caption];
  });
}

/** Whether another box stands in the strip that a text frame would take over its head. */
function isOccupied(document: IssueDocument, frameId: BoxId, titleId: BoxId, { rect }: TextFrame, lines: number): boolean {
  const strip = { x: rect.x, y: rect.y, width: rect.width, height: linesHeight(document.grid, lines) };
  return (pageOfBox(document, frameId)?.page.boxIds ?? []).some((boxId) => {
    const other = boxId === frameId || boxId === titleId ? null : lookUp(document.boxes, boxId);
    if (other === null || other.kind === "panel") return false;
    const { x, y, width, height } = other.rect;
    return x < strip.x + strip.width && x + width > strip.x && y < strip.y + strip.height - ROUNDING && y + height > strip.y + ROUNDING;
  });
}
