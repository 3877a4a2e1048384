import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import type { Editor } from "../../editor/editor";
import { createLiveText, type EditOrigin, type LiveText } from "../../editor/liveText";
import type { TextChange } from "../../editor/textChange";

/** After this long without a key the next one starts a new undo step. */
const TYPING_PAUSE_MS = 1000;

/** A text field of the page. */
export type TextFieldElement = HTMLInputElement | HTMLTextAreaElement;

/** The handlers of a live text field, to be spread over its element; the element gets no `value`. */
export interface LiveTextHandlers<Element extends TextFieldElement> {
  readonly ref: RefObject<Element | null>;
  readonly onInput: () => void;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: () => void;
  readonly onBlur: () => void;
  readonly onPointerDown: () => void;
  readonly onKeyDown: (event: { readonly key: string }) => void;
}

/**
 * Ties a text field to a text of the document: each key changes the document, a composition changes it once at its end,
 * undo and other changes show up in the field. Runs of keys merge into one undo step until a pause or a move of the caret.
 * A field must be given a React key of the thing it edits, so that another thing gets a field of its own.
 */
export function useLiveText<Element extends TextFieldElement>(
  editor: Editor,
  text: string,
  onEdit: (change: TextChange) => boolean,
): LiveTextHandlers<Element> {
  const ref = useRef<Element | null>(null);
  const live = useRef<LiveText | null>(null);
  const edit = useRef(onEdit);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useLayoutEffect(() => {
    edit.current = onEdit;
  });

  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    if (live.current !== null) return live.current.show(text);
    live.current = createLiveText(element, text, (change, origin) => runEdit(editor, origin, () => edit.current(change)));
  }, [editor, text]);

  useEffect(() => {
    const element = ref.current;
    // React knows no `beforeinput` of the browser's own undo, which the context menu and some keyboards can start.
    const takeHistory = (event: Event) => {
      if (!(event instanceof InputEvent)) return;
      if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
      event.preventDefault();
      if (event.inputType === "historyUndo") editor.undo();
      else editor.redo();
    };
    element?.addEventListener("beforeinput", takeHistory);
    return () => {
      element?.removeEventListener("beforeinput", takeHistory);
      clearTimeout(pause.current);
    };
  }, [editor]);

  const seal = () => {
    clearTimeout(pause.current);
    editor.seal();
  };
  return {
    ref,
    onInput() {
      live.current?.input();
      clearTimeout(pause.current);
      pause.current = setTimeout(() => editor.seal(), TYPING_PAUSE_MS);
    },
    onCompositionStart: () => live.current?.compositionStart(),
    onCompositionEnd: () => live.current?.compositionEnd(),
    onBlur: seal,
    onPointerDown: seal,
    onKeyDown(event) {
      if (/^(?:Arrow|Home|End|Page)/u.test(event.key) && live.current?.composing !== true) seal();
    },
  };
}

function runEdit(editor: Editor, origin: EditOrigin, edit: () => boolean): boolean {
  if (origin === "typed") return edit();
  editor.seal();
  const taken = edit();
  editor.seal();
  return taken;
}
