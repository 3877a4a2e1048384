import { useTranslation } from "react-i18next";
import { setTitleFit } from "../../../shared/commands/titleFit";
import type { TitleFrame } from "../../../shared/model/document";
import { useEditorApi } from "../../editor/editorContext";
import { useActionContext } from "../../window/windowContext";
import { FieldRow } from "../fields/FieldRow";

/** Narrows, widens and tracks a title's letters within the house's limits, so that its lines fill the frame; says how far that went. */
export function FitTitleButton({ frame }: { readonly frame: TitleFrame }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const { window } = useActionContext();
  const fit = () => {
    const letters = editor.copyfitter.title(editor.store.getState().document, frame);
    if (letters === null) return;
    editor.run(setTitleFit, { boxId: frame.id, letters }, { label: "fit-title" });
    const fill = letters.main === undefined || letters.main.isExact ? null : Math.round(letters.main.fill * 100);
    if (fill !== null) window.notify("done", { key: "fitting.fittedAsFar", values: { percent: fill } });
  };
  return (
    <FieldRow label={t("fitting.width")}>
      {(id) => (
        <button id={id} type="button" aria-label={t("fitting.fitWidth")} className="button small" onClick={fit}>
          {t("fitting.fitWidth")}
        </button>
      )}
    </FieldRow>
  );
}
