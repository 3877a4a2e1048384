import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FolderEntry } from "../../shared/platform/host";
import type { NamedPathRequest } from "../window/dialogRequest";
import { folderOfPath, isFileName, joinPath, nameOfPath, withExtension } from "../window/paths";
import { say, type Sentence } from "../window/sentence";
import { DialogFrame } from "./DialogFrame";
import { FolderBrowser } from "./FolderBrowser";

/** The window's own file dialog, for shells that have none: chooses an issue to open, or a folder and a new name. */
export function FileDialog({ request, onAnswer }: {
  readonly request: NamedPathRequest;
  readonly onAnswer: (path: string | null) => void;
}) {
  const { t } = useTranslation();
  const nameId = useId();
  const opens = request.purpose === "open-issue";
  const [folder, setFolder] = useState(opens ? request.suggestedPath : folderOfPath(request.suggestedPath));
  const [selected, setSelected] = useState<FolderEntry | null>(null);
  const [name, setName] = useState(opens ? "" : nameOfPath(request.suggestedPath));
  const [problem, setProblem] = useState<Sentence | null>(null);
  const [files, setFiles] = useState<readonly string[]>([]);
  /** The name that was just shown to exist: confirmed once more, it is replaced. */
  const [warned, setWarned] = useState<string | null>(null);

  const confirm = (entry: FolderEntry | null = selected) => {
    if (opens) {
      if (entry?.kind === "issue") onAnswer(entry.path);
      else setProblem({ key: "dialogs.fileDialog.chooseIssue" });
      return;
    }
    const typed = name.trim();
    if (typed === "") return setProblem({ key: "dialogs.fileDialog.nameNeeded" });
    const full = request.purpose === "export-pdf" ? withExtension(typed, "pdf") : typed;
    if (!isFileName(full)) return setProblem({ key: "dialogs.fileDialog.nameInvalid" });
    const replaces = request.purpose === "export-pdf" && files.some((file) => file.toLowerCase() === full.toLowerCase());
    if (replaces && warned !== full) {
      setWarned(full);
      return setProblem({ key: "dialogs.fileDialog.exists" });
    }
    onAnswer(joinPath(folder, full));
  };
  const texts = dialogTexts[request.purpose];
  return (
    <DialogFrame
      title={t(texts.title)}
      size="medium"
      onClose={() => onAnswer(null)}
      buttons={
        <>
          <button type="button" className="button" onClick={() => onAnswer(null)}>
            {t("dialogs.cancel")}
          </button>
          <button type="button" className="button primary" onClick={() => confirm()}>
            {t(texts.confirm)}
          </button>
        </>
      }
    >
      <FolderBrowser
        startFolder={folder}
        selectedPath={selected?.path ?? null}
        focusEntries={opens}
        onFolder={(listing) => {
          setFolder(listing.path);
          setFiles(listing.files);
          setWarned(null);
          setSelected(null);
          setProblem(null);
        }}
        onSelect={(entry) => {
          setSelected(entry);
          setProblem(null);
        }}
        onChoose={(entry) => (opens ? confirm(entry) : setName(entry.name))}
      />
      {texts.name === null ? null : (
        <div className="dialog-row">
          <label htmlFor={nameId}>{t(texts.name)}</label>
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
      )}
      {problem === null ? null : (
        <p className="field-problem" role="alert">
          {say(t, problem)}
        </p>
      )}
    </DialogFrame>
  );
}

const dialogTexts = {
  "open-issue": { title: "dialogs.open.title", confirm: "dialogs.open.confirm", name: null },
  "save-issue": { title: "dialogs.saveAs.title", confirm: "dialogs.saveAs.confirm", name: "dialogs.saveAs.name" },
  "export-pdf": { title: "dialogs.exportPdf.title", confirm: "dialogs.exportPdf.confirm", name: "dialogs.exportPdf.name" },
  "export-epaper": {
    title: "dialogs.exportEpaper.title",
    confirm: "dialogs.exportEpaper.confirm",
    name: "dialogs.exportEpaper.name",
  },
} as const;
