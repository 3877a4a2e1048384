import { resizeArticle } from "../../../shared/commands/articleResize";
import { resizeBox } from "../../../shared/commands/boxes";
import type { Rect } from "../../../shared/geometry/rect";
import type { Editor } from "../../editor/editor";
import { noFeedback, type GuideLine } from "../../editor/gesture";
import { selectedBoxes, selectionBounds } from "../../editor/selection";
import { dragHandle, type Handle } from "../handles";
import { snapHandle } from "../snapping";
import type { ToolPointer } from "../tool";
import type { SelectState } from "./selectTool";

/**
 * A drag of one of the selection's edges or corners. A single box takes the rectangle; of an article the text frames
 * take up what is added. Snaps to columns and lines unless Ctrl is held; Shift keeps the proportions of a corner drag.
 */
export function resizing(editor: Editor, from: ToolPointer, handle: Handle): SelectState {
  const { document, pageId, selection } = editor.store.getState();
  const [articleId] = selection.articleIds;
  const boxes = selectedBoxes(document, pageId, selection);
  const bounds = selectionBounds(document, pageId, selection);
  const boxIds = boxes.map((box) => box.id);
  const gesture = editor.beginGesture("resize-box");

  const state: SelectState = {
    move: (pointer) => {
      if (bounds === null) return state;
      const { rect, guides } = rectFor(editor, bounds, handle, from, pointer, boxIds);
      const [boxId] = boxIds;
      const result =
        articleId !== undefined && boxIds.length > 1
          ? gesture.preview(resizeArticle, { articleId, pageId, rect })
          : boxId === undefined
            ? null
            : gesture.preview(resizeBox, { boxId, rect });
      if (result?.ok === true) gesture.show({ ...noFeedback, guides, area: rect, measured: true });
      return state;
    },
    up: () => gesture.commit(),
    cancel: () => gesture.abandon(),
  };
  return state;
}

function rectFor(
  editor: Editor,
  bounds: Rect,
  handle: Handle,
  from: ToolPointer,
  pointer: ToolPointer,
  boxIds: Parameters<typeof snapHandle>[3],
): { readonly rect: Rect; readonly guides: readonly GuideLine[] } {
  const { bodySize } = editor.store.getState().document.grid;
  const by = { x: pointer.point.x - from.point.x, y: pointer.point.y - from.point.y };
  const free = dragHandle(bounds, handle, by, bodySize);
  if (pointer.shift && handle.x !== null && handle.y !== null) return { rect: inProportion(bounds, free, handle), guides: [] };
  if (pointer.control) return { rect: free, guides: [] };
  const snapped = snapHandle(editor, free, handle, boxIds);
  return { rect: dragHandle(free, handle, snapped.by, bodySize), guides: snapped.guides };
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
