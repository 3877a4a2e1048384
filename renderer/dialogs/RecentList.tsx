import { useTranslation } from "react-i18next";
import { Icon } from "../panels/Icon";
import { useActionContext, useWindow } from "../window/windowContext";

/** The issues opened last; those whose folder is gone cannot be chosen. */
export function RecentList({ onOpened }: { readonly onOpened: () => void }) {
  const { t } = useTranslation();
  const { files } = useActionContext();
  const recent = useWindow((state) => state.recent);
  if (recent.length === 0) return <p className="panel-empty">{t("dialogs.start.none")}</p>;
  return (
    <ul className="recent-list">
      {recent.map((issue) => (
        <li key={issue.path}>
          <button
            type="button"
            className="recent-item"
            disabled={!issue.exists}
            onClick={() => {
              onOpened();
              void files.open(issue.path);
            }}
          >
            <Icon name="issue" />
            <span className="recent-words">
              <span className="recent-name">{issue.name}</span>
              <span className="faint clip" title={issue.path}>
                {issue.exists ? issue.path : t("dialogs.start.missing")}
              </span>
            </span>
            <span className="muted number">{issue.date}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
