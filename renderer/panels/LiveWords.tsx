import { useEffect, useRef } from "react";
import type { EditorState } from "../editor/editorState";
import { useEditorApi } from "../editor/editorContext";

/** What live words say, and the state that their look follows. */
export interface LiveReading {
  readonly words: string;
  readonly state: string;
}

/** What live words are read from: the working document of a drag and its layout, or the document's own. */
export type LiveSource = Pick<EditorState, "document" | "layout" | "selection">;

/**
 * Words about the document that are current while something is dragged, too. They are written into the element itself,
 * because React renders nothing during a drag. `read` must be the same function while it reads the same thing.
 */
export function LiveWords({ read, className, testId }: {
  readonly read: (source: LiveSource) => LiveReading;
  readonly className: string;
  readonly testId?: string;
}) {
  const editor = useEditorApi();
  const element = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const show = () => {
      const { current } = element;
      if (current === null) return;
      const { document, layout, selection } = editor.store.getState();
      const { words, state } = read({ document, layout, selection, ...editor.gestureFrame() });
      if (current.textContent !== words) current.textContent = words;
      if (current.dataset["state"] !== state) current.dataset["state"] = state;
    };
    show();
    const stopStore = editor.store.subscribe(show);
    const stopGesture = editor.onGesture(show);
    return () => {
      stopStore();
      stopGesture();
    };
  }, [editor, read]);

  return <span ref={element} className={className} data-testid={testId} />;
}
