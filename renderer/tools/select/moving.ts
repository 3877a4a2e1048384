import { moveBoxes } from "../../../shared/commands/boxes";
import { withCaptionsUnder } from "../../../shared/commands/captionFollow";
import { translate, type PagePoint, type Rect } from "../../../shared/geometry/rect";
import type { BoxId } from "../../../shared/model/ids";
import type { Editor } from "../../editor/editor";
import { noFeedback, type GuideLine } from "../../editor/gesture";
import { inSequence } from "../../editor/inSequence";
import { selectedBoxes, selectionBounds } from "../../editor/selection";
import { copySelection } from "../copySelection";
import { snapMove } from "../snapping";
import type { ToolPointer } from "../tool";
import type { SelectState } from "./selectTool";

/**
 * A drag of the selection: every place is computed from the rectangles at the press. Snaps to the grid unless Ctrl is
 * held, keeps to one axis with Shift, leaves the originals and drags a copy with Alt.
 */
export function moving(editor: Editor, from: ToolPointer): SelectState {
  const { document, pageId, selection } = editor.store.getState();
  const boxIds: readonly BoxId[] = withCaptionsUnder(document, selectedBoxes(document, pageId, selection).map((box) => box.id));
  const bounds = selectionBounds(document, pageId, selection);
  const gesture = editor.beginGesture("move-boxes");
  const copy = copySelection(editor, selection);
  let copies = false;

  const state: SelectState = {
    move: (pointer) => {
      if (bounds === null) return state;
      const { by, guides } = placeFor(editor, bounds, boxIds, from, pointer);
      copies = pointer.alt;
      if (copies) gesture.preview(inSequence, copy.edits(by));
      else gesture.preview(moveBoxes, { boxIds, by });
      gesture.show({ ...noFeedback, guides, selection: copies ? copy.selection : null });
      return state;
    },
    up: () => {
      gesture.commit();
      if (copies) editor.select(copy.selection);
    },
    cancel: () => gesture.abandon(),
  };
  return state;
}

function placeFor(
  editor: Editor,
  bounds: Rect,
  boxIds: readonly BoxId[],
  from: ToolPointer,
  pointer: ToolPointer,
): { readonly by: PagePoint; readonly guides: readonly GuideLine[] } {
  const free = { x: pointer.point.x - from.point.x, y: pointer.point.y - from.point.y };
  const along = pointer.shift ? (Math.abs(free.x) >= Math.abs(free.y) ? "x" : "y") : null;
  const by = { x: along === "y" ? 0 : free.x, y: along === "x" ? 0 : free.y };
  // A press with Ctrl selects deep; held through the drag it places freely.
  if (pointer.control) return { by, guides: [] };
  const snapped = snapMove(editor, translate(bounds, by), boxIds);
  return {
    by: { x: along === "y" ? 0 : by.x + snapped.by.x, y: along === "x" ? 0 : by.y + snapped.by.y },
    guides: snapped.guides.filter((guide) => along === null || guide.axis === along),
  };
}
