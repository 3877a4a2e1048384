import { useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useEditor, useEditorApi } from "../editor/editorContext";
import { outermostSelection } from "../editor/selection";
import { say } from "../window/sentence";
import { useActionContext } from "../window/windowContext";
import { Icon } from "./Icon";
import type { IssueProblem } from "./problemStore";
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
            <ProblemRow key={problem.key} problem={problem} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ProblemRow({ problem }: { readonly problem: IssueProblem }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const number = useEditor((state) => state.document.pages.findIndex((page) => page.id === problem.pageId) + 1);
  const goThere = () => {
    if (problem.pageId === null) return;
    editor.showPage(problem.pageId);
    if (problem.boxId === null) return;
    editor.setTool("select");
    editor.select(outermostSelection(editor.store.getState().document, problem.boxId));
  };
  return (
    <li>
      <button type="button" className="problem-row" onClick={goThere}>
        <span className="problem-severity" data-severity={problem.severity}>
          <Icon name={problem.severity} />
          <span className="hidden-label">{t(`panels.problems.${problem.severity}`)}</span>
        </span>
        <span className="problem-words">{say(t, problem.sentence)}</span>
        <span className="problem-place number">
          {problem.pageId === null ? t("panels.problems.issue") : t("panels.problems.page", { number })}
        </span>
      </button>
    </li>
  );
}
