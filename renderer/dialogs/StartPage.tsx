import { useTranslation } from "react-i18next";
import { Icon } from "../panels/Icon";
import { useActionContext, useWindow } from "../window/windowContext";
import { RecentList } from "./RecentList";

/** What the window shows while no issue is open: the issues opened last, and the ways to open another. */
export function StartPage() {
  const { t } = useTranslation();
  const { files } = useActionContext();
  const busy = useWindow((state) => state.busy !== null);
  const sample = useWindow((state) => state.description?.initialIssue ?? null);
  return (
    <main className="start-page">
      <header className="start-head">
        <h1>{t("dialogs.start.title")}</h1>
        <p className="muted">{t("dialogs.start.subtitle")}</p>
      </header>
      <div className="start-buttons">
        <button type="button" className="button primary" disabled={busy} onClick={() => void files.create()}>
          <Icon name="new" />
          {t("dialogs.start.new")}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => void files.open(null)}>
          <Icon name="open" />
          {t("dialogs.start.open")}
        </button>
        {sample === null ? null : (
          <button type="button" className="button" disabled={busy} onClick={() => void files.open(sample)}>
            <Icon name="issue" />
            {t("dialogs.start.sample")}
          </button>
        )}
      </div>
      <section className="start-recent" aria-label={t("dialogs.start.recent")}>
        <h2>{t("dialogs.start.recent")}</h2>
        <RecentList onOpened={() => undefined} />
      </section>
    </main>
  );
}
