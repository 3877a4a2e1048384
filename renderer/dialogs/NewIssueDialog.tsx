import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { NewIssueChoice } from "../window/dialogRequest";
import { isFileName, joinPath } from "../window/paths";
import { say, type Sentence } from "../window/sentence";
import { useWindow } from "../window/windowContext";
import { DialogFrame } from "./DialogFrame";
import { FolderBrowser } from "./FolderBrowser";
import { templateName } from "./templateName";

/** Asks for the name, the place and the template of a new issue. */
export function NewIssueDialog({ onAnswer }: { readonly onAnswer: (choice: NewIssueChoice | null) => void }) {
  const { t } = useTranslation();
  const nameId = useId();
  const templateId = useId();
  const description = useWindow((state) => state.description);
  const templates = description?.templates ?? [];
  const [folder, setFolder] = useState(description?.documentsFolder ?? "/");
  const [name, setName] = useState("");
  const [template, setTemplate] = useState(templates[0] ?? "");
  const [problem, setProblem] = useState<Sentence | null>(null);

  const confirm = () => {
    const typed = name.trim();
    if (typed === "") return setProblem({ key: "dialogs.fileDialog.nameNeeded" });
    if (!isFileName(typed)) return setProblem({ key: "dialogs.fileDialog.nameInvalid" });
    onAnswer({ path: joinPath(folder, typed), template });
  };
  return (
    <DialogFrame
      title={t("dialogs.newIssue.title")}
      size="medium"
      onClose={() => onAnswer(null)}
      buttons={
        <>
          <button type="button" className="button" onClick={() => onAnswer(null)}>
            {t("dialogs.cancel")}
          </button>
          <button type="button" className="button primary" onClick={confirm}>
            {t("dialogs.newIssue.confirm")}
          </button>
        </>
      }
    >
      <div className="dialog-row">
        <label htmlFor={templateId}>{t("dialogs.newIssue.template")}</label>
        <select id={templateId} className="input framed select" value={template} onChange={(event) => setTemplate(event.target.value)}>
          {templates.map((id) => (
            <option key={id} value={id}>
              {templateName(t, id)}
            </option>
          ))}
        </select>
      </div>
      <div className="dialog-row">
        <label htmlFor={nameId}>{t("dialogs.newIssue.name")}</label>
        <input
          id={nameId}
          className="input framed"
          value={name}
          autoFocus
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setName(event.target.value);
            setProblem(null);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) confirm();
          }}
        />
      </div>
      {problem === null ? null : (
        <p className="field-problem" role="alert">
          {say(t, problem)}
        </p>
      )}
      <p className="dialog-label">{t("dialogs.newIssue.place")}</p>
      <FolderBrowser
        startFolder={folder}
        selectedPath={null}
        focusEntries={false}
        onFolder={(listing) => setFolder(listing.path)}
        onSelect={() => undefined}
        onChoose={(entry) => setName(entry.name)}
      />
    </DialogFrame>
  );
}
