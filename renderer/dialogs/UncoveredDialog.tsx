import { useTranslation } from "react-i18next";
import { DialogFrame } from "./DialogFrame";

/** Says what an e-paper would lack, and asks whether it is written all the same. */
export function UncoveredDialog({ parts, onAnswer }: {
  readonly parts: readonly string[];
  readonly onAnswer: (isAllowed: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <DialogFrame
      title={t("dialogs.uncovered.title")}
      onClose={() => onAnswer(false)}
      buttons={
        <>
          <button type="button" className="button" onClick={() => onAnswer(true)}>
            {t("dialogs.uncovered.export")}
          </button>
          <span className="button-space" />
          <button type="button" className="button primary" autoFocus onClick={() => onAnswer(false)}>
            {t("dialogs.cancel")}
          </button>
        </>
      }
    >
      <p>{t("dialogs.uncovered.body")}</p>
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </DialogFrame>
  );
}
