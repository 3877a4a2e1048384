import { useTranslation } from "react-i18next";
import type { UnsavedChoice } from "../window/dialogRequest";
import { DialogFrame } from "./DialogFrame";

/** Asks what becomes of changes before another issue is opened. */
export function UnsavedDialog({ name, onAnswer }: {
  readonly name: string;
  readonly onAnswer: (choice: UnsavedChoice) => void;
}) {
  const { t } = useTranslation();
  return (
    <DialogFrame
      title={t("dialogs.unsaved.title")}
      onClose={() => onAnswer("cancel")}
      buttons={
        <>
          <button type="button" className="button" onClick={() => onAnswer("discard")}>
            {t("dialogs.unsaved.discard")}
          </button>
          <span className="button-space" />
          <button type="button" className="button" onClick={() => onAnswer("cancel")}>
            {t("dialogs.cancel")}
          </button>
          <button type="button" className="button primary" autoFocus onClick={() => onAnswer("save")}>
            {t("dialogs.unsaved.save")}
          </button>
        </>
      }
    >
      <p>{t("dialogs.unsaved.body", { name })}</p>
    </DialogFrame>
  );
}
