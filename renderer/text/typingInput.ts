/** The part of a text field that typing on the page uses. */
export interface TypingElement extends EventTarget {
  value: string;
}

/** What typing leads to. */
export interface TypingPorts {
  /** Finished text: typed, pasted, or the outcome of a composition. */
  insert(text: string, origin: "typed" | "composed" | "pasted"): void;
  /** The unfinished text of an input method, or null when there is none (any more). */
  preedit(text: string | null): void;
  /** A key that edits or moves; answers whether it was one. Never called during a composition. */
  key(event: KeyboardEvent): boolean;
  selectedText(): string;
  deleteSelection(): void;
}

/** Turns the events of a hidden text field into edits. */
export interface TypingInput {
  readonly composing: boolean;
  detach(): void;
}

/** What an input method sends for a key it keeps for itself. */
const KEY_OF_INPUT_METHOD = 229;

/**
 * Listens to a hidden text field. While an input method composes, the field is left alone: what it writes there is shown
 * as preedit and becomes text once, at the end; a cancelled composition leaves nothing.
 */
export function attachTypingInput(element: TypingElement, ports: TypingPorts): TypingInput {
  let composing = false;

  const onStart = () => {
    composing = true;
    ports.preedit("");
  };
  const onUpdate = (event: Event) => ports.preedit(dataOf(event));
  const onEnd = (event: Event) => {
    composing = false;
    ports.preedit(null);
    const text = dataOf(event);
    element.value = "";
    if (text !== "") ports.insert(text, "composed");
  };
  const onInput = (event: Event) => {
    if (composing || ("isComposing" in event && event.isComposing === true)) return;
    const text = element.value;
    element.value = "";
    if (text !== "") ports.insert(text, "typed");
  };
  const onKeyDown = (event: Event) => {
    // The field is a real element: its key events are keyboard events.
    const press = event as KeyboardEvent;
    if (composing || press.isComposing || press.keyCode === KEY_OF_INPUT_METHOD || press.defaultPrevented) return;
    if (!ports.key(press)) return;
    press.preventDefault();
    press.stopPropagation();
  };
  const onCopy = (event: Event) => {
    const { clipboardData } = event as ClipboardEvent;
    const text = ports.selectedText();
    if (text === "" || clipboardData === null) return;
    clipboardData.setData("text/plain", text);
    event.preventDefault();
    if (event.type === "cut") ports.deleteSelection();
  };
  const onPaste = (event: Event) => {
    const text = (event as ClipboardEvent).clipboardData?.getData("text/plain") ?? "";
    event.preventDefault();
    if (text !== "") ports.insert(text.replaceAll("\r\n", "\n"), "pasted");
  };

  const listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ["compositionstart", onStart],
    ["compositionupdate", onUpdate],
    ["compositionend", onEnd],
    ["input", onInput],
    ["keydown", onKeyDown],
    ["copy", onCopy],
    ["cut", onCopy],
    ["paste", onPaste],
  ];
  for (const [kind, listener] of listeners) element.addEventListener(kind, listener);
  return {
    get composing() {
      return composing;
    },
    detach: () => {
      for (const [kind, listener] of listeners) element.removeEventListener(kind, listener);
    },
  };
}

function dataOf(event: Event): string {
  return "data" in event && typeof event.data === "string" ? event.data : "";
}
