import type { Editor } from "../../editor/editor";
import { noFeedback } from "../../editor/gesture";
import { addSelection } from "../../editor/selection";
import { emptySelection } from "../../editor/session";
import { dragArea } from "../dragArea";
import { selectionIn } from "../hitTest";
import type { ToolPointer } from "../tool";
import type { SelectState } from "./selectTool";

/** A drag over empty paper: selects the articles it touches, single boxes with Ctrl, besides what was selected with Shift. */
export function marquee(editor: Editor, from: ToolPointer): SelectState {
  const { document, pageId, selection } = editor.store.getState();
  const gesture = editor.beginGesture("select");
  const touched = (pointer: ToolPointer) => {
    const inside = selectionIn(document, pageId, dragArea(from.point, pointer.point), pointer.control);
    return addSelection(document, pointer.shift ? selection : emptySelection, inside);
  };
  const state: SelectState = {
    move: (pointer) => {
      gesture.show({ ...noFeedback, area: dragArea(from.point, pointer.point), selection: touched(pointer) });
      return state;
    },
    up: (pointer) => {
      gesture.abandon();
      editor.select(touched(pointer));
    },
    cancel: () => gesture.abandon(),
  };
  return state;
}
