import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../window/sentence";
import { useActionContext, useWindow } from "../window/windowContext";
import type { Notice } from "../window/windowStore";
import { Icon } from "./Icon";

/** Good news leaves by itself after this long; errors stay until dismissed. */
const NOTICE_TIME_MS = 6000;

/** What happened, at the foot of the window. */
export function Notices() {
  const { t } = useTranslation();
  const notices = useWindow((state) => state.notices);
  return (
    <div className="notices" role="region" aria-label={t("dialogs.notices.region")} aria-live="polite">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const { window, files } = useActionContext();
  const desktop = useWindow((state) => state.description?.shell === "electron");
  const { id, kind, path } = notice;
  useEffect(() => {
    if (kind === "error") return;
    const timer = setTimeout(() => window.dismiss(id), NOTICE_TIME_MS);
    return () => clearTimeout(timer);
  }, [window, id, kind]);
  return (
    <div className="notice" data-kind={kind} role={kind === "error" ? "alert" : undefined}>
      <Icon name={kind === "error" ? "error" : "check"} />
      <span className="notice-words">{say(t, notice.sentence)}</span>
      {desktop && path !== null ? (
        <button type="button" className="button small" onClick={() => void files.showInFolder(path)}>
          {t("dialogs.notices.show")}
        </button>
      ) : null}
      <button type="button" className="tool-button small" aria-label={t("dialogs.dismiss")} onClick={() => window.dismiss(id)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
