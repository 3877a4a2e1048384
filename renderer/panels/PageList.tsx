import { useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Page } from "../../shared/model/document";
import { useEditor, useEditorApi } from "../editor/editorContext";
import { countProblems, useProblems } from "./useProblems";
import { PageThumbnail } from "./PageThumbnail";

/** The pages of the issue with a small picture, number, name and the count of their problems. Arrows turn pages. */
export function PageList() {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const pages = useEditor((state) => state.document.pages);
  const pageId = useEditor((state) => state.pageId);
  const list = useRef<HTMLUListElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : event.key === "ArrowUp" || event.key === "ArrowLeft" ? -1 : 0;
    const next = pages[pages.findIndex((page) => page.id === pageId) + by];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    editor.showPage(next.id);
    list.current?.querySelector<HTMLElement>(`[data-page="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <section className="page-list" aria-label={t("panels.pages.title")}>
      <header className="panel-head">
        <h2>{t("panels.pages.title")}</h2>
        <span className="count">{pages.length}</span>
      </header>
      <ul ref={list} className="page-items" role="listbox" aria-label={t("panels.pages.title")} onKeyDown={onKeyDown}>
        {pages.map((page, index) => (
          <PageItem key={page.id} page={page} number={index + 1} current={page.id === pageId} />
        ))}
      </ul>
    </section>
  );
}

function PageItem({ page, number, current }: { readonly page: Page; readonly number: number; readonly current: boolean }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const counts = countProblems(useProblems().filter((problem) => problem.place.pageId === page.id));
  const empty = page.boxIds.length === 0;
  const count = counts.errors + counts.warnings;
  const title = page.name === "" ? t("panels.pages.number", { number }) : t("panels.pages.numberAndName", { number, name: page.name });
  const state = count > 0 ? t("panels.pages.problems", { count }) : empty ? t("panels.pages.empty") : t("panels.pages.noProblems");
  return (
    <li
      role="option"
      className="page-item"
      aria-selected={current}
      aria-label={`${title}，${state}`}
      tabIndex={current ? 0 : -1}
      data-page={page.id}
      title={empty && page.note !== "" ? page.note : undefined}
      onClick={() => editor.showPage(page.id)}
    >
      <PageThumbnail page={page} />
      <span className="page-caption">
        <span className="page-number number">{number}</span>
        <span className="page-name">{page.name}</span>
        {count > 0 ? (
          <span className="page-badge" data-severity={counts.errors > 0 ? "error" : "warning"}>
            {count}
          </span>
        ) : null}
      </span>
      {empty && page.note !== "" ? <span className="page-note">{page.note}</span> : null}
    </li>
  );
}
