import { panBy, type ScreenPoint } from "../canvas/viewport";
import type { Editor } from "../editor/editor";
import type { Tool } from "./tool";

/** Moves the page under the window. It reads screen points only: page points move along with the page. */
export function createHandTool(editor: Editor): Tool {
  let last: ScreenPoint | null = null;
  return {
    down: ({ screen }) => {
      last = screen;
    },
    move: ({ screen }) => {
      if (last === null) return;
      const { left, top } = last;
      last = screen;
      editor.viewport.setState((viewport) => panBy(viewport, screen.left - left, screen.top - top), true);
    },
    up: () => {
      last = null;
    },
    cancel: () => {
      const pressed = last !== null;
      last = null;
      return pressed;
    },
    hover: () => ({ cursor: "grab", boxId: null }),
    pressedCursor: () => "grabbing",
  };
}
