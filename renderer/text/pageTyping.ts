import { caretStrip, selectionStrips } from "../../shared/layout/caret";
import type { Rect } from "../../shared/geometry/rect";
import type { Story } from "../../shared/model/document";
import type { BoxId } from "../../shared/model/ids";
import { lookUp, pageOfBox } from "../../shared/model/indexes";
import { toScreenRect } from "../canvas/viewport";
import type { Editor } from "../editor/editor";
import { EDITS_TEXT, keepsText } from "./textFocus";
import { attachTypingInput } from "./typingInput";
import { pressTypingKey } from "./typingKeys";
import { deleteText, insertText, selectedText } from "./typeText";

/** What typing shows over the page. */
export interface TypingView {
  /** Null while the caret blinks away, and where its text is overset. */
  readonly caret: Rect | null;
  readonly selected: readonly Rect[];
  /** The unfinished text of an input method, and where it begins. */
  readonly preedit: { readonly text: string; readonly at: Rect } | null;
}

/** Typing on the page. */
export interface PageTyping {
  /** What to draw now, or null while nobody types. */
  view(): TypingView | null;
  /** Puts the hidden field over the caret, so that the input method's window opens there. */
  place(): void;
  detach(): void;
}

const BLINK_MILLISECONDS = 530;
const PAUSE_MILLISECONDS = 1_000;

/**
 * Ties the hidden text field to the editor's text cursor: it has the focus while there is one. The story changes when a
 * composition ends, never during it.
 */
export function attachPageTyping(editor: Editor, field: HTMLTextAreaElement, wantPaint: () => void): PageTyping {
  const window = field.ownerDocument.defaultView;
  if (window === null) throw new Error("The text field is in no window");
  let preedit: string | null = null;
  let isLit = true;
  let pause: number | null = null;
  let blink: number | null = null;

  const changed = () => {
    if (pause !== null) window.clearTimeout(pause);
    pause = window.setTimeout(() => editor.seal(), PAUSE_MILLISECONDS);
  };
  const input = attachTypingInput(field, {
    insert: (text, origin) => {
      insertText(editor, text, origin);
      changed();
    },
    preedit: (text) => {
      preedit = text;
      wantPaint();
    },
    key: (press) => {
      changed();
      return pressTypingKey(editor, press);
    },
    selectedText: () => selectedText(editor),
    deleteSelection: () => {
      const { textCursor } = editor.store.getState();
      if (textCursor !== null) deleteText(editor, textCursor);
    },
  });
  const startBlinking = () => {
    if (blink !== null) window.clearInterval(blink);
    isLit = true;
    blink = window.setInterval(() => {
      isLit = !isLit;
      wantPaint();
    }, BLINK_MILLISECONDS);
  };
  const stopBlinking = () => {
    if (blink !== null) window.clearInterval(blink);
    blink = null;
  };
  const onBlur = (event: FocusEvent) => {
    // Another window may take the focus and give it back, and so may what acts on the text; another control ends the typing.
    if (!keepsText(event.relatedTarget)) editor.setTextCursor(null);
  };
  field.addEventListener("blur", onBlur);
  const stop = editor.store.subscribe((state, before) => {
    if (state.textCursor === before.textCursor) return;
    if (state.textCursor === null) {
      stopBlinking();
      preedit = null;
      if (field.ownerDocument.activeElement === field) field.closest<HTMLElement>("[data-canvas]")?.focus({ preventScroll: true });
      // Screen readers and Tab must not come upon a field in which nothing can be typed.
      field.style.visibility = "hidden";
      field.removeAttribute(EDITS_TEXT);
    } else {
      startBlinking();
      field.style.visibility = "visible";
      field.setAttribute(EDITS_TEXT, "");
      field.focus({ preventScroll: true });
    }
    wantPaint();
  });

  const onPage = ({ boxId }: { readonly boxId: BoxId }) => {
    const { document, pageId } = editor.store.getState();
    return pageOfBox(document, boxId)?.page.id === pageId;
  };
  const caretRect = (): Rect | null => {
    const { layout, textCursor } = editor.store.getState();
    if (textCursor === null) return null;
    const strip = caretStrip(layout, textCursor.focus);
    if (strip !== null) return onPage(strip) ? strip.rect : null;
    return emptyCaret(editor);
  };

  return {
    view: () => {
      const { layout, textCursor } = editor.store.getState();
      if (textCursor === null) return null;
      const caret = caretRect();
      return {
        caret: isLit && preedit === null ? caret : null,
        selected: selectionStrips(layout, textCursor.anchor, textCursor.focus).filter(onPage).map((strip) => strip.rect),
        preedit: preedit === null || caret === null ? null : { text: preedit, at: caret },
      };
    },
    place: () => {
      // Moving the field in the middle of a composition makes some input methods give it up.
      const caret = input.composing ? null : caretRect();
      if (caret === null) return;
      const { left, top, height } = toScreenRect(editor.viewport.getState(), caret);
      field.style.left = `${Math.round(left)}px`;
      field.style.top = `${Math.round(top)}px`;
      field.style.height = `${Math.max(1, Math.round(height))}px`;
      field.style.fontSize = `${Math.max(8, Math.round(height))}px`;
    },
    detach: () => {
      stop();
      stopBlinking();
      if (pause !== null) window.clearTimeout(pause);
      field.removeEventListener("blur", onBlur);
      input.detach();
    },
  };
}

/**
 * The caret of a paragraph that is set nowhere because it is empty: one line below the text before it, or at the head of
 * the story's first frame. Null where the text before it is overset.
 */
function emptyCaret(editor: Editor): Rect | null {
  const { document, layout, pageId, textCursor } = editor.store.getState();
  const flow = textCursor === null ? undefined : layout.flows.get(textCursor.focus.flow);
  if (flow === undefined || textCursor === null || !flow.key.startsWith("story:")) return null;
  if (flow.overset !== null && flow.overset.paragraph <= textCursor.focus.paragraph) return null;
  const { bodySize, pitch } = document.grid;
  const before = flow.lines.findLast((line) => line.paragraph < textCursor.focus.paragraph);
  const story = Object.values<Story>(document.stories).find((story) => `story:${story.id}` === flow.key);
  const boxId = before?.boxId ?? story?.frameIds[0];
  const box = boxId === undefined ? null : lookUp(document.boxes, boxId);
  if (box === null || pageOfBox(document, box.id)?.page.id !== pageId) return null;
  if (before === undefined) return { x: box.rect.x, y: box.rect.y, width: 0, height: bodySize };
  return { x: before.rect.x, y: before.rect.y + pitch, width: 0, height: before.rect.height };
}
