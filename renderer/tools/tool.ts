import type { PagePoint } from "../../shared/geometry/rect";
import type { BoxId } from "../../shared/model/ids";
import type { ScreenPoint } from "../canvas/viewport";

/** Where the pointer is and what is held down with it. */
export interface ToolPointer {
  readonly point: PagePoint;
  readonly screen: ScreenPoint;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  readonly control: boolean;
  /** 1 for a press on its own, 2 for the second of a double click. */
  readonly clicks: number;
}

/** The pointer shapes a tool may ask for; all are CSS cursor names. */
export type Cursor =
  | "default"
  | "move"
  | "copy"
  | "text"
  | "crosshair"
  | "grab"
  | "grabbing"
  | "zoom-in"
  | "zoom-out"
  | "nwse-resize"
  | "nesw-resize"
  | "ns-resize"
  | "ew-resize";

/**
 * What the pointer does while a tool is chosen: a small state machine. It hears page points, changes the editor, and
 * knows nothing of the DOM. After `down` it hears moves until `up` or `cancel`; without a press it hears `hover`.
 */
export interface Tool {
  down(pointer: ToolPointer): void;
  move(pointer: ToolPointer): void;
  up(pointer: ToolPointer): void;
  /** Gives the press up, as Escape does; answers whether there was one. */
  cancel(): boolean;
  hover(pointer: ToolPointer): Hover;
  /** The pointer shape during a press, where it differs from before. */
  pressedCursor?(): Cursor | null;
}

/** What an idle pointer shows. */
export interface Hover {
  readonly cursor: Cursor;
  /** The box under the pointer, to be outlined with its article, or null. */
  readonly boxId: BoxId | null;
}

/** How far, in CSS pixels, a press may wander before it is a drag. */
export const DRAG_THRESHOLD = 3;

/** Whether the pointer has left the place of its press for good. */
export function hasDragged(from: ToolPointer, to: ToolPointer): boolean {
  return Math.hypot(to.screen.left - from.screen.left, to.screen.top - from.screen.top) > DRAG_THRESHOLD;
}
