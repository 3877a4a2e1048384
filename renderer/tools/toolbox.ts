import type { BoxId } from "../../shared/model/ids";
import type { Editor } from "../editor/editor";
import type { ToolName } from "../editor/session";
import { createDrawTool } from "./drawTool";
import { createHandTool } from "./handTool";
import { createSelectTool } from "./select/selectTool";
import { createTextTool } from "./textTool";
import type { Cursor, Tool, ToolPointer } from "./tool";
import { createZoomTool } from "./zoomTool";

/** The tools of an editor behind one door: whoever hears the pointer need not know which is chosen. */
export interface Toolbox {
  /** `hand` for a press with the middle button or with Space held, whatever tool is chosen. */
  down(pointer: ToolPointer, instead: "hand" | null): void;
  move(pointer: ToolPointer): void;
  up(pointer: ToolPointer): void;
  /** Gives up a press; answers whether there was one. */
  cancel(): boolean;
  /** The pointer without a press: what it would do is said by `cursor` and `hovered`. */
  hover(pointer: ToolPointer, instead: "hand" | null): void;
  /** The pointer has left the canvas. */
  leave(): void;
  isPressed(): boolean;
  cursor(): Cursor;
  /** The box under the idle pointer, or null. */
  hovered(): BoxId | null;
}

/** The tools of an editor, none pressed. */
export function createToolbox(editor: Editor): Toolbox {
  const tools: Readonly<Record<ToolName, Tool>> = {
    select: createSelectTool(editor),
    text: createTextTool(editor),
    article: createDrawTool(editor, "news"),
    photo: createDrawTool(editor, "photo"),
    briefs: createDrawTool(editor, "briefs"),
    hand: createHandTool(editor),
    zoom: createZoomTool(editor),
  };
  let pressed: Tool | null = null;
  let cursor: Cursor = "default";
  let hovered: BoxId | null = null;
  const chosen = (instead: "hand" | null) => tools[instead ?? editor.store.getState().tool];

  const hover = (tool: Tool, pointer: ToolPointer) => {
    const shown = tool.hover(pointer);
    cursor = shown.cursor;
    hovered = shown.boxId;
  };
  return {
    down: (pointer, instead) => {
      pressed?.cancel();
      pressed = chosen(instead);
      hovered = null;
      pressed.down(pointer);
      cursor = pressed.pressedCursor?.() ?? cursor;
    },
    move: (pointer) => {
      pressed?.move(pointer);
      cursor = pressed?.pressedCursor?.() ?? cursor;
    },
    up: (pointer) => {
      const tool = pressed;
      pressed = null;
      tool?.up(pointer);
      hover(chosen(null), pointer);
    },
    cancel: () => {
      const tool = pressed;
      pressed = null;
      return tool?.cancel() ?? false;
    },
    hover: (pointer, instead) => {
      if (pressed === null) hover(chosen(instead), pointer);
    },
    leave: () => {
      hovered = null;
    },
    isPressed: () => pressed !== null,
    cursor: () => cursor,
    hovered: () => hovered,
  };
}
