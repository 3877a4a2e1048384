import { fitRect, zoomOf, zoomTo } from "../canvas/viewport";
import type { Editor } from "../editor/editor";
import { noFeedback, type Gesture } from "../editor/gesture";
import { dragArea } from "./dragArea";
import { hasDragged, type Tool, type ToolPointer } from "./tool";

const STEP = 1.5;

/** A click zooms in where it falls (out with Alt); a drag shows the area it covers as large as it fits. */
export function createZoomTool(editor: Editor): Tool {
  let press: { readonly from: ToolPointer; gesture: Gesture | null } | null = null;
  return {
    down: (pointer) => {
      press = { from: pointer, gesture: null };
    },
    move: (pointer) => {
      if (press === null || (press.gesture === null && !hasDragged(press.from, pointer))) return;
      press.gesture ??= editor.beginGesture("zoom");
      press.gesture.show({ ...noFeedback, area: dragArea(press.from.point, pointer.point) });
    },
    up: (pointer) => {
      const ended = press;
      press = null;
      if (ended === null) return;
      ended.gesture?.abandon();
      const area = dragArea(ended.from.point, pointer.point);
      editor.viewport.setState((viewport) => {
        if (ended.gesture !== null && area.width > 0 && area.height > 0) return fitRect(viewport, area);
        return zoomTo(viewport, zoomOf(viewport) * (pointer.alt ? 1 / STEP : STEP), pointer.screen);
      }, true);
    },
    cancel: () => {
      const pressed = press !== null;
      press?.gesture?.abandon();
      press = null;
      return pressed;
    },
    hover: ({ alt }) => ({ cursor: alt ? "zoom-out" : "zoom-in", boxId: null }),
  };
}
