import type { Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { ColumnSpan, IssueDocument, TextFrame } from "../model/document";
import { edit } from "../model/edit";
import type { BoxId, PageId, StoryId } from "../model/ids";
import { articleOfBox, lookUp, storyOfFrame } from "../model/indexes";
import { newTextFrame } from "../model/newBoxes";
import { fail, ok, type Result } from "../result";
import { addedBoxes, changeBoxOfKind, pageById, placeOnPage } from "./boxes";
import type { Command, CommandProblem } from "./command";

/** Divides a text frame into so many columns; spans that reach past the last one are cut, or dropped. */
export const setColumns: Command<{ readonly boxId: BoxId; readonly columns: number }> = (document, { boxId, columns }) =>
  changeTextFrame(document, boxId, (frame) => ({ ...frame, columns, spans: spansWithin(frame.spans, columns) }));

/** Sets the space between a text frame's columns. */
export const setGutter: Command<{ readonly boxId: BoxId; readonly gutter: Pt }> = (document, { boxId, gutter }) =>
  changeTextFrame(document, boxId, (frame) => ({ ...frame, gutter }));

/** What can be set of how text runs in a frame's columns. */
export type TextRunChange = Partial<Pick<TextFrame, "direction" | "remainder" | "balance" | "blockAlign">>;

/** Sets how text runs in a frame: its direction, how its columns share the measure, and where text stands that does not fill them. */
export const setTextRun: Command<{ readonly boxId: BoxId; readonly change: TextRunChange }> = (document, { boxId, change }) =>
  changeTextFrame(document, boxId, (frame) => ({ ...frame, ...change }));

/** Turns a text frame's text: its columns are tiers, from the top, where it is vertical. */
export const setTextDirection: Command<{ readonly boxId: BoxId; readonly direction: TextFrame["direction"] }> = (document, { boxId, direction }) =>
  changeTextFrame(document, boxId, (frame) => ({ ...frame, direction }));

/** Says what becomes of the characters that do not divide among a text frame's columns (破栏). */
export const setRemainder: Command<{ readonly boxId: BoxId; readonly remainder: TextFrame["remainder"] }> = (document, { boxId, remainder }) =>
  changeTextFrame(document, boxId, (frame) => ({ ...frame, remainder }));

/** Says whether a text frame's columns end at the same line where text does not fill them. */
export const setBalance: Command<{ readonly boxId: BoxId; readonly balance: boolean }> = (document, { boxId, balance }) =>
  changeTextFrame(document, boxId, (frame) => ({ ...frame, balance }));

/** Says whether text that does not fill its columns is spread down to their foot. */
export const setBlockAlign: Command<{ readonly boxId: BoxId; readonly blockAlign: TextFrame["blockAlign"] }> = (document, { boxId, blockAlign }) =>
  changeTextFrame(document, boxId, (frame) => ({ ...frame, blockAlign }));

/** Says which parts of its columns a text frame uses; none for all of them. */
export const setSpans: Command<{ readonly boxId: BoxId; readonly spans: readonly ColumnSpan[] }> = (
  document,
  { boxId, spans },
) => changeTextFrame(document, boxId, (frame) => ({ ...frame, spans }));

/** Lets a story run through one more text frame: behind all others, or at an index among them. */
export const linkFrame: Command<{ readonly storyId: StoryId; readonly boxId: BoxId; readonly at?: number }> = (
  document,
  { storyId, boxId, at },
) => {
  const story = lookUp(document.stories, storyId);
  if (story === null) return fail({ code: "story-missing", storyId });
  const box = lookUp(document.boxes, boxId);
  if (box === null) return fail({ code: "box-missing", boxId });
  if (box.kind !== "text") return fail({ code: "wrong-box-kind", boxId });
  if (storyOfFrame(document, boxId) !== null) return fail({ code: "frame-already-linked", boxId });
  return ok(
    edit(document, (draft) => {
      draft.stories[storyId] = { ...story, frameIds: inserted(story.frameIds, boxId, at) };
    }),
  );
};

/** Takes a text frame out of its story; the words run on in the frames that are left. */
export const unlinkFrame: Command<{ readonly boxId: BoxId }> = (document, { boxId }) => {
  if (lookUp(document.boxes, boxId) === null) return fail({ code: "box-missing", boxId });
  const story = storyOfFrame(document, boxId);
  if (story === null) return ok(document);
  return ok(
    edit(document, (draft) => {
      draft.stories[story.id] = { ...story, frameIds: story.frameIds.filter((id) => id !== boxId) };
    }),
  );
};

/** Draws one more frame for a story, on any page, behind its frames so far or at an index among them. */
export const addTextFrame: Command<{
  readonly storyId: StoryId;
  readonly boxId: BoxId;
  readonly pageId: PageId;
  readonly rect: Rect;
  readonly columns: number;
  readonly at?: number;
}> = (document, { storyId, boxId, pageId, rect, columns, at }) => {
  const story = lookUp(document.stories, storyId);
  if (story === null) return fail({ code: "story-missing", storyId });
  if (pageById(document, pageId) === null) return fail({ code: "page-missing", pageId });
  const added = addedBoxes(document, [newTextFrame(boxId, rect, document.grid, columns)]);
  if (!added.ok) return added;
  return ok(
    edit(document, (draft) => {
      for (const box of added.value) draft.boxes[box.id] = box;
      placeOnPage(draft, [boxId], pageId);
      draft.stories[storyId] = { ...story, frameIds: inserted(story.frameIds, boxId, at) };
    }),
  );
};

/** Whether a box can be linked to a story that belongs to an article; for a tool that shows where a chain may go. */
export function mayLink(document: IssueDocument, boxId: BoxId): boolean {
  return lookUp(document.boxes, boxId)?.kind === "text" && storyOfFrame(document, boxId) === null && articleOfBox(document, boxId) === null;
}

function changeTextFrame(
  document: IssueDocument,
  boxId: BoxId,
  change: (frame: TextFrame) => TextFrame,
): Result<IssueDocument, CommandProblem> {
  return changeBoxOfKind(document, boxId, "text", change);
}

function spansWithin(spans: readonly ColumnSpan[], columns: number): readonly ColumnSpan[] {
  return spans
    .filter((span) => span.fromColumn < columns)
    .map((span) => (span.toColumn <= columns ? span : { ...span, toColumn: columns }));
}

function inserted(frameIds: readonly BoxId[], boxId: BoxId, at: number | undefined): readonly BoxId[] {
  const index = at === undefined || !(at >= 0) ? frameIds.length : Math.min(Math.trunc(at), frameIds.length);
  return [...frameIds.slice(0, index), boxId, ...frameIds.slice(index)];
}
