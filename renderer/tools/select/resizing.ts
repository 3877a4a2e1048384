import { resizeArticle, resizedFrame } from "../../../shared/commands/articleResize";
import { resizeBox } from "../../../shared/commands/boxes";
import { setColumns } from "../../../shared/commands/textFrames";
import { bottom, right, type Rect } from "../../../shared/geometry/rect";
import type { IssueDocument } from "../../../shared/model/document";
import type { BoxId, PageId, StoryId } from "../../../shared/model/ids";
import { lookUp, storyOfFrame } from "../../../shared/model/indexes";
import type { Editor } from "../../editor/editor";
import { noFeedback, type GuideLine } from "../../editor/gesture";
import { editOf, inSequence } from "../../editor/inSequence";
import { selectedBoxes, selectionBounds } from "../../editor/selection";
import type { Selection } from "../../editor/session";
import { dragHandle, type Handle } from "../handles";
import { snapHandle, snapReach } from "../snapping";
import type { ToolPointer } from "../tool";
import { createFitStop, withEdge, type FitStop } from "./fitStop";
import type { SelectState } from "./selectTool";

/** An edge this near to a line stands on it. */
const SAME_PLACE = 0.01;

/**
 * A drag of one of the selection's edges or corners. A single box takes the rectangle; of an article the text frames
 * take up what is added. Snaps to columns and lines, and first of all to where the story just fits, unless Ctrl is held;
 * Shift keeps the proportions of a corner drag.
 */
export function resizing(editor: Editor, from: ToolPointer, handle: Handle): SelectState {
  const { document, pageId, selection } = editor.store.getState();
  const boxIds = selectedBoxes(document, pageId, selection).map((box) => box.id);
  const bounds = selectionBounds(document, pageId, selection);
  const gesture = editor.beginGesture("resize-box");
  const editTo = (rect: Rect) => resizeEdit(document, pageId, selection, boxIds, rect);
  const stop = stopOf(document, pageId, selection, handle, (rect) => {
    const edit = editTo(rect);
    return edit === null ? null : gesture.measure(inSequence, [edit]);
  });

  const state: SelectState = {
    move: (pointer) => {
      if (bounds === null) return state;
      const { rect, guides, fitStop } = rectFor({ editor, bounds, handle, boxIds, stop }, from, pointer);
      const edit = editTo(rect);
      const result = edit === null ? null : gesture.preview(inSequence, [edit]);
      if (result?.ok === true) gesture.show({ ...noFeedback, guides, area: rect, measured: true, fitStop });
      return state;
    },
    up: () => gesture.commit(),
    cancel: () => gesture.abandon(),
  };
  return state;
}

function resizeEdit(document: IssueDocument, pageId: PageId, selection: Selection, boxIds: readonly BoxId[], rect: Rect) {
  const [articleId] = selection.articleIds;
  const [boxId] = boxIds;
  if (articleId !== undefined && boxIds.length > 1) return editOf(resizeArticle, { articleId, pageId, rect });
  const box = boxId === undefined ? null : lookUp(document.boxes, boxId);
  if (box === null) return null;
  const resize = editOf(resizeBox, { boxId: box.id, rect });
  if (box.kind !== "text") return resize;
  // Its columns follow its width, as those of an article do.
  const { columns } = resizedFrame(box, rect, document.grid);
  return columns === box.columns ? resize : editOf(inSequence, [resize, editOf(setColumns, { boxId: box.id, columns })]);
}

/** The stop of the story that the dragged head or foot gives room to, or null where it gives none. */
function stopOf(
  document: IssueDocument,
  pageId: PageId,
  selection: Selection,
  handle: Handle,
  layoutAt: Parameters<typeof createFitStop>[0]["layoutAt"],
): FitStop | null {
  const page = document.pages.find((page) => page.id === pageId);
  const storyId = selectedStory(document, selection);
  if (page === undefined || storyId === null || handle.y === null) return null;
  return createFitStop({ document, page, storyId, edge: handle.y, layoutAt });
}

function selectedStory(document: IssueDocument, { articleIds, boxIds }: Selection): StoryId | null {
  const [articleId] = articleIds;
  if (articleId !== undefined) return lookUp(document.articles, articleId)?.storyId ?? null;
  const [boxId] = boxIds;
  return boxId === undefined ? null : (storyOfFrame(document, boxId)?.id ?? null);
}

/** What does not change while an edge is dragged. */
interface Drag {
  readonly editor: Editor;
  readonly bounds: Rect;
  readonly handle: Handle;
  readonly boxIds: readonly BoxId[];
  readonly stop: FitStop | null;
}

interface DraggedRect {
  readonly rect: Rect;
  readonly guides: readonly GuideLine[];
  readonly fitStop: GuideLine | null;
}

function rectFor({ editor, bounds, handle, boxIds, stop }: Drag, from: ToolPointer, pointer: ToolPointer): DraggedRect {
  const { bodySize } = editor.store.getState().document.grid;
  const by = { x: pointer.point.x - from.point.x, y: pointer.point.y - from.point.y };
  const free = dragHandle(bounds, handle, by, bodySize);
  if (pointer.shift && handle.x !== null && handle.y !== null) return { rect: inProportion(bounds, free, handle), guides: [], fitStop: null };
  if (pointer.control) return { rect: free, guides: [], fitStop: null };
  const snapped = snapHandle(editor, free, handle, boxIds);
  const rect = dragHandle(free, handle, snapped.by, bodySize);
  const stopAt = handle.y === null ? null : (stop?.at(rect) ?? null);
  if (handle.y === null || stopAt === null) return { rect, guides: snapped.guides, fitStop: null };
  const mark: GuideLine = { axis: "y", at: stopAt, from: rect.x, to: right(rect) };
  if (Math.abs(edgeOf(free, handle.y) - stopAt) <= snapReach(editor)) {
    return { rect: withEdge(rect, handle.y, stopAt), guides: snapped.guides.filter(({ axis }) => axis === "x"), fitStop: mark };
  }
  return { rect, guides: snapped.guides, fitStop: Math.abs(edgeOf(rect, handle.y) - stopAt) < SAME_PLACE ? mark : null };
}

function edgeOf(rect: Rect, edge: "top" | "bottom"): number {
  return edge === "top" ? rect.y : bottom(rect);
}

/** The rectangle with the proportions of the original, as large as the larger of the two drags makes it. */
function inProportion(original: Rect, free: Rect, handle: Handle): Rect {
  const factor = Math.max(free.width / original.width, free.height / original.height);
  if (!Number.isFinite(factor)) return free;
  const width = original.width * factor;
  const height = original.height * factor;
  return {
    x: handle.x === "left" ? original.x + original.width - width : original.x,
    y: handle.y === "top" ? original.y + original.height - height : original.y,
    width,
    height,
  };
}
