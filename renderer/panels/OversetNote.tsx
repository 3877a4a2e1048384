import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { StoryId } from "../../shared/model/ids";
import { LiveWords, type LiveSource } from "./LiveWords";

/** How many characters of a story do not fit, live: while something is dragged, too. */
export function OversetNote({ storyId }: { readonly storyId: StoryId }) {
  const { t } = useTranslation();
  const read = useCallback(
    ({ layout }: LiveSource) => {
      const overset = layout.flows.get(`story:${storyId}`)?.overset ?? null;
      if (overset === null) return { words: t("panels.story.allSet"), state: "exact" };
      return { words: t("panels.story.over", { count: overset.characters }), state: "over" };
    },
    [t, storyId],
  );
  return (
    <span className="head-end" role="status">
      <LiveWords read={read} className="overset-note" testId="overset-note" />
    </span>
  );
}
