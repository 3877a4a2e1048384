import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { selectedArticle } from "../editor/selection";
import { fitOfArticle, fitSentence } from "../editor/storyFit";
import { say } from "../window/sentence";
import { LiveWords, type LiveSource } from "./LiveWords";

/** How the selected article fits, live: while something is dragged, too. */
export function FitBadge({ quiet }: { readonly quiet: string }) {
  const { t } = useTranslation();
  const read = useCallback(
    ({ document, layout, selection }: LiveSource) => {
      const article = selectedArticle(document, selection);
      const fit = article === null ? null : fitOfArticle(layout, article);
      return { words: fit === null ? quiet : say(t, fitSentence(fit)), state: fit?.state ?? "none" };
    },
    [t, quiet],
  );
  return <LiveWords read={read} className="fit" testId="fit" />;
}
