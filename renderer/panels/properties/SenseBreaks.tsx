import { useState } from "react";
import { useTranslation } from "react-i18next";
import { setTitleBreaks } from "../../../shared/commands/titleBreaks";
import { titleRoles } from "../../../shared/model/articleText";
import type { Story } from "../../../shared/model/document";
import { lookUp } from "../../../shared/model/indexes";
import { titleText } from "../../../shared/model/titleText";
import { useEditorApi } from "../../editor/editorContext";
import { editOf, inSequence } from "../../editor/inSequence";
import { errorSentence } from "../../window/sentence";
import { useActionContext } from "../../window/windowContext";
import { FieldRow } from "../fields/FieldRow";

/** Lets a title break between words alone, as the host's dictionary finds them, or leaves its lines to the layout again. */
export function SenseBreaks({ story }: { readonly story: Story }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const { host, window } = useActionContext();
  const [isLooking, setLooking] = useState(false);
  const storyId = story.id;
  const breakBySense = async () => {
    setLooking(true);
    try {
      const parts = titleRoles.filter((role) => story.title[role] !== "");
      const edits = await Promise.all(
        parts.map(async (role) => {
          const { text } = titleText(story.title[role]);
          const ends = await host.wordEnds(text);
          return editOf(setTitleBreaks, { storyId, role, offsets: ends.filter((end) => end > 0 && end < text.length) });
        }),
      );
      // Words typed meanwhile have other ends.
      if (lookUp(editor.store.getState().document.stories, storyId)?.title === story.title) editor.run(inSequence, edits, { label: "break-title" });
    } catch (error) {
      window.notify("error", errorSentence(error));
    } finally {
      setLooking(false);
    }
  };
  const release = () => {
    const edits = titleRoles.map((role) => editOf(setTitleBreaks, { storyId, role, offsets: [] }));
    editor.run(inSequence, edits, { label: "break-title" });
  };
  return (
    <FieldRow label={t("fitting.lines")}>
      {(id) => (
        <span className="contour-field">
          <button id={id} type="button" aria-label={t("fitting.breakBySense")} className="button small" disabled={isLooking} onClick={() => void breakBySense()}>
            {t("fitting.breakBySense")}
          </button>
          <button type="button" className="button small" onClick={release}>
            {t("fitting.releaseBreaks")}
          </button>
        </span>
      )}
    </FieldRow>
  );
}
