import { useTranslation } from "react-i18next";
import { DialogFrame } from "./DialogFrame";
import { RecentList } from "./RecentList";

/** The issues opened last, in a dialog. */
export function RecentDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <DialogFrame
      title={t("dialogs.start.recent")}
      size="medium"
      onClose={onClose}
      buttons={
        <button type="button" className="button" onClick={onClose}>
          {t("dialogs.close")}
        </button>
      }
    >
      <RecentList onOpened={onClose} />
    </DialogFrame>
  );
}
