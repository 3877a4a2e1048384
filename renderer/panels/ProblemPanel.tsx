import { useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { enMessages } from "../../shared/messages/en";
import { zhMessages } from "../../shared/messages/zh";
import type { PreflightProblem } from "../../shared/preflight/preflightProblem";
import { problemSentence } from "../../shared/preflight/problemSentence";
import { useEditorApi } from "../editor/editorContext";
import { outermostSelection } from "../editor/selection";
import { useActionContext } from "../window/windowContext";
import { Icon } from "./Icon";
import { countProblems, useProblems } from "./useProblems";

/** What stands against printing the issue, as a list like a compiler's; a click or Enter goes to the place. */
export function ProblemPanel() {
  const { t } = useTranslation();
  const { window } = useActionContext();
  const problems = useProblems();
  const counts = countProblems(problems);
  const list = useRef<HTMLUListElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const next = rows[rows.findIndex((row) => row === document.activeElement) + by];
    event.preventDefault();
    next?.focus();
  };
  return (
    <section id="problems" className="problem-panel" aria-label={t("panels.problems.title")}>
      <header className="panel-head">
        <h2>{t("panels.problems.title")}</h2>
        {counts.errors > 0 ? <span className="page-badge" data-severity="error">{counts.errors}</span> : null}
        {counts.warnings > 0 ? <span className="page-badge" data-severity="warning">{counts.warnings}</span> : null}
        <button
          type="button"
          className="tool-button small head-end"
          aria-label={t("panels.problems.collapse")}
          title={t("panels.problems.collapse")}
          onClick={() => window.setState({ problemsOpen: false })}
        >
          <Icon name="chevron" />
        </button>
      </header>
      {problems.length === 0 ? (
        <p className="panel-empty">{t("panels.problems.none")}</p>
      ) : (
        <ul ref={list} className="problem-rows" onKeyDown={onKeyDown}>
          {problems.map((problem) => (
            <ProblemRow key={keyOf(problem)} problem={problem} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ProblemRow({ problem }: { readonly problem: PreflightProblem }) {
  const { t, i18n } = useTranslation();
  const editor = useEditorApi();
  const goThere = () => {
    const { pageId, boxId } = problem.place;
    if (pageId === null) return;
    editor.showPage(pageId);
    if (boxId === null) return;
    editor.setTool("select");
    editor.select(outermostSelection(editor.store.getState().document, boxId));
  };
  return (
    <li>
      <button type="button" className="problem-row" onClick={goThere}>
        <span className="problem-severity" data-severity={problem.severity}>
          <Icon name={problem.severity} />
          <span className="hidden-label">{t(`panels.problems.${problem.severity}`)}</span>
        </span>
        <span className="problem-words">{problemSentence(problem, i18n.language === "en" ? enMessages : zhMessages)}</span>
      </button>
    </li>
  );
}

/** Where a problem is and which it is: the same while it stays, so that its row keeps the focus. */
function keyOf({ code, place, data }: PreflightProblem): string {
  return JSON.stringify([code, place.boxId, place.articleId, place.range, data]);
}
