import type { Box } from "../../../shared/model/document";
import type { Editor } from "../../editor/editor";
import { addSelection, covers, outermostSelection, withoutSelection } from "../../editor/selection";
import type { Selection } from "../../editor/session";
import { beginTyping } from "../beginTyping";
import { isSibling } from "../hitTest";
import { hasDragged, type ToolPointer } from "../tool";
import { marquee } from "./marquee";
import { moving } from "./moving";
import { resizing } from "./resizing";
import type { PressTarget, SelectState } from "./selectTool";

/**
 * A press that may become a click or a drag. A press on something not selected selects it at once, so that a drag moves
 * it; a press on something selected changes the selection only when it turns out to be a click.
 */
export function pressing(editor: Editor, from: ToolPointer, { handle, box }: PressTarget): SelectState {
  const onClick = handle === null ? press(editor, from, box) : null;
  const drag = () => {
    if (handle !== null) return resizing(editor, from, handle);
    return box === null ? marquee(editor, from) : moving(editor, from);
  };
  const waiting: SelectState = {
    move: (pointer) => (hasDragged(from, pointer) ? drag().move(pointer) : waiting),
    up: () => onClick?.(),
    cancel: () => undefined,
  };
  return waiting;
}

/** Selects what must be selected before a drag; answers what a click does besides. */
function press(editor: Editor, pointer: ToolPointer, box: Box | null): (() => void) | null {
  const { document, selection } = editor.store.getState();
  if (box === null) {
    if (!pointer.shift) editor.clearSelection();
    return null;
  }
  const alone: Selection = { articleIds: [], boxIds: [box.id] };
  const isAlone = selection.boxIds.includes(box.id);
  if (pointer.clicks > 1 && isAlone && beginTyping(editor, box, pointer.point)) return null;
  if (pointer.shift) return addOrRemove(editor, box, pointer.control ? alone : outermostSelection(document, box.id));
  if (pointer.control || pointer.clicks > 1) {
    // A drag moves the whole article, freely with Ctrl; only a click reaches the box inside it.
    if (!covers(document, selection, box.id)) editor.select(isInside(editor, box) ? alone : outermostSelection(document, box.id));
    return () => editor.select(alone);
  }
  if (!covers(document, selection, box.id)) {
    editor.select(isInside(editor, box) ? alone : outermostSelection(document, box.id));
    return null;
  }
  // A click on what is selected goes one level deeper, or back to this one thing where several are selected.
  const isWholeArticle = selection.articleIds.length === 1 && selection.boxIds.length === 0;
  return () => editor.select(isAlone || isWholeArticle ? alone : outermostSelection(document, box.id));
}

function addOrRemove(editor: Editor, box: Box, wanted: Selection): (() => void) | null {
  const { document, selection } = editor.store.getState();
  if (covers(document, selection, box.id)) {
    return () => editor.select(withoutSelection(selection, addSelection(document, wanted, { articleIds: [], boxIds: [box.id] })));
  }
  editor.select(addSelection(document, selection, wanted));
  return null;
}

/** Whether the selection is already inside the box's article, so that a press stays on that level. */
function isInside(editor: Editor, box: Box): boolean {
  const { document, selection } = editor.store.getState();
  return selection.boxIds.some((boxId) => isSibling(document, boxId, box.id));
}
