import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { zoomOf } from "../canvas/viewport";
import { ExportProgressBar, progressWords } from "../dialogs/ExportProgressBar";
import { useEditor, useEditorApi } from "../editor/editorContext";
import { selectionSize } from "../editor/selection";
import { actionById } from "../editor/actions";
import { commandSentence, say } from "../window/sentence";
import { useActionContext, useWindow } from "../window/windowContext";
import { CursorPosition } from "./CursorPosition";
import { DraftInput } from "./fields/DraftInput";
import { readPercentNumber } from "./fields/readField";
import { FitBadge } from "./FitBadge";
import { Icon } from "./Icon";
import { countProblems, useProblems } from "./useProblems";

/** The foot of the window: zoom, page, pointer, fit of the selected article, number of problems. */
export function StatusBar({ canvas }: { readonly canvas: () => HTMLElement | null }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const count = useEditor((state) => state.document.pages.length);
  const number = useEditor((state) => state.document.pages.findIndex((page) => page.id === state.pageId) + 1);
  const selected = useEditor((state) => selectionSize(state.selection));
  const problem = useEditor((state) => state.problem);
  const busy = useWindow((state) => state.busy);
  const cancel = useWindow((state) => state.cancel);
  const progress = useWindow((state) => state.progress);
  return (
    <footer className="status-bar" aria-label={t("panels.status.live")}>
      <Zoom />
      <span className="status-cell number">{t("panels.status.page", { number, count })}</span>
      <span className="status-cell cursor-cell">
        <CursorPosition canvas={canvas} />
      </span>
      <span className="status-cell fit-cell" role="status">
        <FitBadge quiet={selected > 1 ? t("panels.status.selection", { count: selected }) : t("panels.status.noArticle")} />
      </span>
      <span className="status-space">
        {problem === null ? null : (
          <button type="button" className="status-problem" onClick={() => editor.dismissProblem()} title={t("dialogs.dismiss")}>
            <Icon name="error" />
            <span role="alert">{say(t, commandSentence(problem))}</span>
          </button>
        )}
        {busy === null ? null : <span role="status">{progress === null ? say(t, busy) : progressWords(t, progress)}</span>}
        {progress === null ? null : <ExportProgressBar progress={progress} />}
        {cancel === null ? null : (
          <button type="button" className="button small" onClick={cancel}>
            {t("dialogs.cancel")}
          </button>
        )}
      </span>
      <ProblemCount />
    </footer>
  );
}

function Zoom() {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const percent = useStore(editor.viewport, (viewport) => Math.round(zoomOf(viewport) * 100));
  return (
    <span className="status-zoom">
      <button type="button" className="tool-button small" aria-label={t("actions.view.zoomOut")} onClick={() => editor.zoomBy(1 / 1.25)}>
        <Icon name="zoomOut" />
      </button>
      <DraftInput
        label={t("panels.status.zoom")}
        text={`${percent}%`}
        read={readPercentNumber}
        onCommit={(value) => editor.zoomTo(value / 100)}
      />
      <button type="button" className="tool-button small" aria-label={t("actions.view.zoomIn")} onClick={() => editor.zoomBy(1.25)}>
        <Icon name="zoomIn" />
      </button>
      <button type="button" className="tool-button small" aria-label={t("actions.view.fitPage")} title={t("actions.view.fitPage")} onClick={() => editor.fitPage()}>
        <Icon name="fit" />
      </button>
    </span>
  );
}

function ProblemCount() {
  const { t } = useTranslation();
  const context = useActionContext();
  const counts = countProblems(useProblems());
  const open = useWindow((state) => state.problemsOpen);
  return (
    <button
      type="button"
      className="status-count"
      aria-expanded={open}
      aria-controls="problems"
      onClick={() => actionById("view.problems").run(context)}
      data-severity={counts.errors > 0 ? "error" : counts.warnings > 0 ? "warning" : "none"}
    >
      <Icon name={counts.errors > 0 ? "error" : counts.warnings > 0 ? "warning" : "check"} />
      {counts.errors + counts.warnings === 0 ? t("panels.status.clean") : t("panels.status.problems", { ...counts })}
    </button>
  );
}
