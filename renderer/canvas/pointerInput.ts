import type { Editor } from "../editor/editor";
import { selectUnder } from "../tools/select/selectUnder";
import type { ToolPointer } from "../tools/tool";
import type { Toolbox } from "../tools/toolbox";
import { panBy, toPage, zoomOf, zoomTo, type ScreenPoint } from "./viewport";

/** What the pointer's events are turned into, and who is told of it. */
export interface PointerInputPorts {
  readonly editor: Editor;
  readonly toolbox: Toolbox;
  /** The pointer has moved: `flush` is wanted in the next frame. */
  readonly wantFlush: () => void;
  /** The tools' cursor or hovered box may have changed. */
  readonly onIdle: () => void;
  /** The zoom is changing step by step. */
  readonly onZooming: () => void;
  /** A press has begun on the canvas. */
  readonly onPress: () => void;
}

/** The canvas's ears: pointer, wheel and modifier keys. */
export interface PointerInput {
  /** Delivers the latest move; called once a frame. */
  flush(): void;
  detach(): void;
}

const DOUBLE_CLICK_MILLISECONDS = 400;
const DOUBLE_CLICK_DISTANCE = 5;
/** One notch of a common mouse wheel (100 px) zooms by a fifth. */
const ZOOM_PER_PIXEL = 0.0018;
/** Pinches arrive as wheel events with small steps. */
const ZOOM_PER_PINCH = 0.01;
const PINCH_STEP = 40;
const PIXELS_PER_LINE = 16;

/** Listens on an element that covers the canvas. Moves are kept until the frame that shows their effect. */
export function attachPointerInput(element: HTMLElement, ports: PointerInputPorts): PointerInput {
  const { editor, toolbox } = ports;
  let latest: PointerEvent | null = null;
  let waiting = false;
  let spaceHeld = false;
  let lastPress: { readonly at: ScreenPoint; readonly time: number; readonly clicks: number } | null = null;

  let origin = element.getBoundingClientRect();
  const screenOf = (event: MouseEvent): ScreenPoint => {
    const { left, top } = origin;
    return { left: event.clientX - left, top: event.clientY - top };
  };
  const pointerOf = (event: MouseEvent, keys: Pick<KeyboardEvent, "shiftKey" | "altKey" | "ctrlKey" | "metaKey">): ToolPointer => {
    const screen = screenOf(event);
    return {
      screen,
      point: toPage(editor.viewport.getState(), screen),
      shift: keys.shiftKey,
      alt: keys.altKey,
      control: keys.ctrlKey || keys.metaKey,
      clicks: lastPress?.clicks ?? 1,
    };
  };
  const instead = () => (spaceHeld ? "hand" : null);
  const deliver = (keys: Pick<KeyboardEvent, "shiftKey" | "altKey" | "ctrlKey" | "metaKey">) => {
    if (latest === null) return;
    const pointer = pointerOf(latest, keys);
    if (toolbox.isPressed()) toolbox.move(pointer);
    else toolbox.hover(pointer, instead());
    ports.onIdle();
  };
  const countClicks = (event: PointerEvent): number => {
    const at = screenOf(event);
    const isNext =
      lastPress !== null && event.timeStamp - lastPress.time < DOUBLE_CLICK_MILLISECONDS &&
      Math.hypot(at.left - lastPress.at.left, at.top - lastPress.at.top) < DOUBLE_CLICK_DISTANCE;
    const clicks = isNext ? (lastPress?.clicks ?? 0) + 1 : 1;
    lastPress = { at, time: event.timeStamp, clicks };
    return clicks;
  };

  /** Asked for when the pointer comes or acts, not at each move: the answer costs a layout of the window. */
  const findOrigin = () => {
    origin = element.getBoundingClientRect();
  };

  const onPointerDown = (event: PointerEvent) => {
    findOrigin();
    if (toolbox.isPressed()) return;
    ports.onPress();
    if (event.button === 2) {
      // The context menu is about what it opens on.
      selectUnder(editor, pointerOf(event, event));
      return;
    }
    latest = event;
    waiting = false;
    countClicks(event);
    capture(element, event.pointerId);
    toolbox.down(pointerOf(event, event), event.button === 1 ? "hand" : instead());
    ports.onIdle();
  };
  const onPointerMove = (event: PointerEvent) => {
    latest = event;
    waiting = true;
    ports.wantFlush();
  };
  const onPointerUp = (event: PointerEvent) => {
    if (!toolbox.isPressed()) return;
    latest = event;
    waiting = false;
    // The last place counts, even where no frame has shown it.
    toolbox.move(pointerOf(event, event));
    toolbox.up(pointerOf(event, event));
    ports.onIdle();
  };
  const onPointerCancel = () => {
    toolbox.cancel();
    ports.onIdle();
  };
  const onPointerLeave = () => {
    if (toolbox.isPressed()) return;
    latest = null;
    waiting = false;
    toolbox.leave();
    ports.onIdle();
  };
  // The browser's own answer to a press would take the focus from a text being composed, and commit it half done.
  const onMouseDown = (event: MouseEvent) => event.preventDefault();
  const onWheel = (event: WheelEvent) => {
    findOrigin();
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PIXELS_PER_LINE : 1;
    if (event.ctrlKey || event.metaKey) {
      const isPinch = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL && Math.abs(event.deltaY) < PINCH_STEP;
      const factor = Math.exp(-event.deltaY * unit * (isPinch ? ZOOM_PER_PINCH : ZOOM_PER_PIXEL));
      ports.onZooming();
      editor.viewport.setState((viewport) => zoomTo(viewport, zoomOf(viewport) * factor, screenOf(event)), true);
      return;
    }
    // A wheel with one axis scrolls sideways with Shift.
    const sideways = event.shiftKey && event.deltaX === 0;
    const byLeft = sideways ? event.deltaY : event.deltaX;
    const byTop = sideways ? 0 : event.deltaY;
    editor.viewport.setState((viewport) => panBy(viewport, -byLeft * unit, -byTop * unit), true);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === " " && !isTyping(event.target)) {
      spaceHeld = event.type === "keydown";
      if (isOver(element, event.target)) event.preventDefault();
      deliver(event);
    } else if (event.key === "Alt" || event.key === "Shift" || event.key === "Control" || event.key === "Meta") {
      // Alt alone would open the browser's menu in the middle of a copying drag.
      if (event.key === "Alt" && toolbox.isPressed()) event.preventDefault();
      deliver(event);
    }
  };
  const onWindowBlur = () => {
    spaceHeld = false;
  };

  const removers = [
    listen(element, "pointerenter", findOrigin),
    listen(element, "pointerdown", onPointerDown),
    listen(element, "pointermove", onPointerMove),
    listen(element, "pointerup", onPointerUp),
    listen(element, "pointercancel", onPointerCancel),
    listen(element, "pointerleave", onPointerLeave),
    listen(element, "mousedown", onMouseDown),
    listen(element, "wheel", onWheel),
    listen(element.ownerDocument, "keydown", onKey),
    listen(element.ownerDocument, "keyup", onKey),
  ];
  const view = element.ownerDocument.defaultView;
  view?.addEventListener("blur", onWindowBlur);

  return {
    flush: () => {
      if (!waiting || latest === null) return;
      waiting = false;
      deliver(latest);
    },
    detach: () => {
      for (const remove of removers) remove();
      view?.removeEventListener("blur", onWindowBlur);
    },
  };
}

function listen<Kind extends keyof HTMLElementEventMap>(
  target: HTMLElement | Document,
  kind: Kind,
  listener: (event: HTMLElementEventMap[Kind]) => void,
): () => void {
  // A listener of that kind is called with events of that kind only; wheel events must be cancellable.
  const untyped = listener as EventListener;
  target.addEventListener(kind, untyped, { passive: false });
  return () => target.removeEventListener(kind, untyped);
}

/** Keeps the pointer's events coming when it leaves the canvas; a pointer that is gone already cannot be kept. */
function capture(element: HTMLElement, pointerId: number): void {
  try {
    element.setPointerCapture(pointerId);
  } catch {
    return;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** Whether a key press belongs to the canvas: it has the focus, or nothing has. */
function isOver(element: HTMLElement, target: EventTarget | null): boolean {
  return target === element.ownerDocument.body || (target instanceof Node && element.contains(target));
}
