import type { Editor } from "../../editor/editor";
import { selectionBounds } from "../../editor/selection";
import { isResizable } from "../../canvas/overlayMarks";
import { toPageLength } from "../../canvas/viewport";
import { handleAt, handleCursor, type Handle } from "../handles";
import { boxAt } from "../hitTest";
import type { Hover, Tool, ToolPointer } from "../tool";
import { pressing } from "./pressing";

/** How near, in CSS pixels, a press must be to a handle or a thin line to take hold of it. */
const REACH = 6;

/** What the tool is doing: each state hears the pointer and answers with the state that follows. */
export interface SelectState {
  move(pointer: ToolPointer): SelectState;
  up(pointer: ToolPointer): void;
  cancel(): void;
}

/** Selects articles and the boxes in them, moves, copies and resizes them. */
export function createSelectTool(editor: Editor): Tool {
  let state: SelectState | null = null;
  return {
    down: (pointer) => {
      state = pressing(editor, pointer, targetAt(editor, pointer));
    },
    move: (pointer) => {
      state = state?.move(pointer) ?? null;
    },
    up: (pointer) => {
      const last = state;
      state = null;
      last?.up(pointer);
    },
    cancel: () => {
      const last = state;
      state = null;
      last?.cancel();
      return last !== null;
    },
    hover: (pointer) => hoverOf(editor, pointer),
  };
}

/** What a press would take hold of. */
export interface PressTarget {
  readonly handle: Handle | null;
  readonly box: ReturnType<typeof boxAt>;
}

function targetAt(editor: Editor, pointer: ToolPointer): PressTarget {
  const { document, pageId, selection } = editor.store.getState();
  const reach = toPageLength(editor.viewport.getState(), REACH);
  const bounds = isResizable(selection) ? selectionBounds(document, pageId, selection) : null;
  const handle = bounds === null ? null : handleAt(bounds, pointer.point, reach);
  return { handle, box: boxAt(document, pageId, pointer.point, reach) };
}

function hoverOf(editor: Editor, pointer: ToolPointer): Hover {
  const { handle, box } = targetAt(editor, pointer);
  if (handle !== null) return { cursor: handleCursor(handle), boxId: null };
  if (box === null) return { cursor: "default", boxId: null };
  return { cursor: pointer.alt ? "copy" : "move", boxId: box.id };
}
