import type { FlowPlace } from "../../shared/layout/caret";
import { toPageLength } from "../canvas/viewport";
import type { Editor } from "../editor/editor";
import { paragraphAround, wordAround } from "../text/textUnits";
import { typingPlace } from "./beginTyping";
import { boxAt } from "./hitTest";
import type { Tool, ToolPointer } from "./tool";

const REACH = 3;

/** Puts the caret where a click falls; a drag selects text, a double click a word, a triple click a paragraph. */
export function createTextTool(editor: Editor): Tool {
  let dragging = false;
  const boxUnder = ({ point }: ToolPointer) => {
    const { document, pageId } = editor.store.getState();
    return boxAt(document, pageId, point, toPageLength(editor.viewport.getState(), REACH));
  };
  const place = (pointer: ToolPointer): FlowPlace | null => {
    const box = boxUnder(pointer);
    return box === null ? null : typingPlace(editor, box, pointer.point);
  };

  return {
    down: (pointer) => {
      editor.seal();
      const { textCursor, layout } = editor.store.getState();
      const focus = place(pointer);
      if (focus === null) {
        editor.clearSelection();
        editor.setTextCursor(null);
        return;
      }
      const box = boxUnder(pointer);
      if (box !== null) editor.select({ articleIds: [], boxIds: [box.id] });
      const text = layout.flows.get(focus.flow)?.paragraphs[focus.paragraph]?.text ?? "";
      if (pointer.clicks === 2) return selectUnit(editor, focus, wordAround(text, focus.offset));
      if (pointer.clicks > 2) return selectUnit(editor, focus, paragraphAround(text));
      const isExtending = pointer.shift && textCursor !== null && textCursor.anchor.flow === focus.flow;
      editor.setTextCursor({ anchor: isExtending ? textCursor.anchor : focus, focus });
      dragging = true;
    },
    move: (pointer) => {
      const { textCursor } = editor.store.getState();
      if (!dragging || textCursor === null) return;
      const focus = place(pointer);
      if (focus?.flow === textCursor.anchor.flow) editor.setTextCursor({ anchor: textCursor.anchor, focus });
    },
    up: () => {
      dragging = false;
    },
    cancel: () => {
      const was = dragging;
      dragging = false;
      return was;
    },
    hover: (pointer) => ({
      cursor: place(pointer) === null ? "default" : "text",
      boxId: boxUnder(pointer)?.id ?? null,
    }),
  };
}

function selectUnit(editor: Editor, at: FlowPlace, unit: { readonly from: number; readonly to: number }): void {
  editor.setTextCursor({
    anchor: { ...at, offset: unit.from, atLineEnd: false },
    focus: { ...at, offset: unit.to, atLineEnd: true },
  });
}
