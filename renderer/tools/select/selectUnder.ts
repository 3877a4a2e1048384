import { toPageLength } from "../../canvas/viewport";
import type { Editor } from "../../editor/editor";
import { covers, outermostSelection } from "../../editor/selection";
import { boxAt } from "../hitTest";
import type { ToolPointer } from "../tool";

const REACH = 6;

/** Selects what lies under the pointer unless it is selected already; nothing on empty paper. */
export function selectUnder(editor: Editor, pointer: ToolPointer): void {
  const { document, pageId, selection, textCursor } = editor.store.getState();
  if (textCursor !== null) return;
  const box = boxAt(document, pageId, pointer.point, toPageLength(editor.viewport.getState(), REACH));
  if (box === null) editor.clearSelection();
  else if (!covers(document, selection, box.id)) editor.select(outermostSelection(document, box.id));
}
