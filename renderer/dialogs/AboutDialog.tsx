import { useTranslation } from "react-i18next";
import { useWindow } from "../window/windowContext";
import { DialogFrame } from "./DialogFrame";

/** Version and licence of the program, and of each font it comes with. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const description = useWindow((state) => state.description);
  return (
    <DialogFrame
      title={t("dialogs.about.title")}
      size="large"
      onClose={onClose}
      buttons={
        <button type="button" className="button primary" onClick={onClose}>
          {t("dialogs.close")}
        </button>
      }
    >
      <p className="about-version">
        <strong>{t("dialogs.start.title")}</strong>
        {description === null ? null : (
          <span className="muted number">
            {`${t("dialogs.about.version", { version: description.version })} · ${t(`dialogs.about.shells.${description.shell}`)}`}
          </span>
        )}
      </p>
      <p className="muted">{t("dialogs.about.licence")}</p>
      <p className="dialog-label">{t("dialogs.about.fonts")}</p>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("dialogs.about.family")}</th>
              <th scope="col">{t("dialogs.about.weight")}</th>
              <th scope="col">{t("dialogs.about.fontLicence")}</th>
              <th scope="col">{t("dialogs.about.copyright")}</th>
            </tr>
          </thead>
          <tbody>
            {description?.fonts.map((font) => (
              <tr key={font.id}>
                <td className="nowrap">
                  {font.familyChinese} <span className="faint">{font.family}</span>
                </td>
                <td className="number">{font.weight}</td>
                <td className="nowrap">{font.licence}</td>
                <td className="faint">{font.copyright}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </DialogFrame>
  );
}
