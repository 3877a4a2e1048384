import { useTranslation } from "react-i18next";
import { say } from "../window/sentence";
import { useWindow } from "../window/windowContext";

/** The window while the host, the fonts and the first issue are on their way. */
export function Starting() {
  const { t } = useTranslation();
  const busy = useWindow((state) => state.busy);
  return (
    <main className="starting" role="status">
      {busy === null ? t("panels.app.starting") : say(t, busy)}
    </main>
  );
}
