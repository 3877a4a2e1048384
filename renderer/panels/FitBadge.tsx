import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { EditorState } from "../editor/editorState";
import { useEditorApi } from "../editor/editorContext";
import { selectedArticle } from "../editor/selection";
import { say } from "../window/sentence";
import { fitOfArticle, fitSentence } from "../editor/storyFit";

/**
 * How the selected article fits, live: while something is dragged, too. It writes into its element itself, because React
 * renders nothing during a drag.
 */
export function FitBadge({ quiet }: { readonly quiet: string }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const element = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const show = () => {
      const { current } = element;
      if (current === null) return;
      const state = editor.store.getState();
      const { document, layout }: Pick<EditorState, "document" | "layout"> = editor.gestureFrame() ?? state;
      const article = selectedArticle(document, state.selection);
      const fit = article === null ? null : fitOfArticle(layout, article);
      const words = fit === null ? quiet : say(t, fitSentence(fit));
      if (current.textContent !== words) current.textContent = words;
      current.dataset["state"] = fit?.state ?? "none";
    };
    show();
    const stopStore = editor.store.subscribe(show);
    const stopGesture = editor.onGesture(show);
    return () => {
      stopStore();
      stopGesture();
    };
  }, [editor, t, quiet]);

  return <span ref={element} className="fit" data-testid="fit" />;
}
