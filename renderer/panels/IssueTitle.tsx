import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { Editor } from "../editor/editor";
import { issueName } from "../window/issueFiles";
import { useWindow } from "../window/windowContext";

/** The name of the open issue and whether it has unsaved changes, in the bar and as the window's title. */
export function IssueTitle() {
  const { t } = useTranslation();
  const editor = useWindow((state) => state.editor);
  useEffect(() => {
    if (editor === null) document.title = t("panels.app.name");
  }, [editor, t]);
  return editor === null ? null : <OpenTitle editor={editor} />;
}

function OpenTitle({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation();
  const name = useStore(editor.store, (state) => issueName(state.document, state.file));
  const paper = useStore(editor.store, (state) => `${state.document.publication.name} ${state.document.issue.date}`);
  const dirty = useStore(editor.store, (state) => state.dirty);
  const path = useStore(editor.store, (state) => state.file?.path ?? "");
  useEffect(() => {
    document.title = `${dirty ? "• " : ""}${name} — ${t("panels.app.name")}`;
  }, [name, dirty, t]);
  return (
    <p className="issue-title" title={path}>
      <span>{paper}</span>
      {paper === name ? null : <span className="faint clip">{name}</span>}
      <span className="dirty-dot" data-dirty={dirty} role="img" aria-label={t(dirty ? "panels.app.unsaved" : "panels.app.saved")} />
    </p>
  );
}
