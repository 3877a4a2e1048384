import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { FolderEntry, FolderListing } from "../../shared/platform/host";
import { Icon } from "../panels/Icon";
import { errorSentence, say, type Sentence } from "../window/sentence";
import { useActionContext, useWindow } from "../window/windowContext";

/** What of a folder can be chosen. */
export interface FolderBrowserProps {
  /** The folder that is shown first. */
  readonly startFolder: string;
  readonly selectedPath: string | null;
  /** Whether the keyboard goes to the first entry of each folder that is shown. */
  readonly focusEntries: boolean;
  readonly onFolder: (listing: FolderListing) => void;
  readonly onSelect: (entry: FolderEntry) => void;
  /** An issue was chosen by a double click or Enter. */
  readonly onChoose: (entry: FolderEntry) => void;
}

/** The folders and issues of the machine, one folder at a time. Arrows move, Enter opens, Backspace goes up. */
export function FolderBrowser({ startFolder, selectedPath, focusEntries, onFolder, onSelect, onChoose }: FolderBrowserProps) {
  const { t } = useTranslation();
  const { host } = useActionContext();
  const documentsFolder = useWindow((state) => state.description?.documentsFolder ?? null);
  const [wanted, setWanted] = useState({ path: startFolder });
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [problem, setProblem] = useState<Sentence | null>(null);
  const [address, setAddress] = useState(startFolder);
  const list = useRef<HTMLUListElement>(null);

  const show = useEffectEvent((found: FolderListing) => {
    setListing(found);
    setAddress(found.path);
    setProblem(null);
    onFolder(found);
  });
  useEffect(() => {
    // A slow folder may answer after the next one was asked for.
    let late = false;
    host.listFolder(wanted.path).then(
      (found) => (late ? undefined : show(found)),
      (error: unknown) => (late ? undefined : setProblem(errorSentence(error))),
    );
    return () => {
      late = true;
    };
  }, [host, wanted]);
  useEffect(() => {
    if (focusEntries) list.current?.querySelector<HTMLElement>("[role=option]")?.focus();
  }, [listing, focusEntries]);

  const go = (path: string) => setWanted({ path });
  const parent = listing?.parent ?? null;
  const goUp = () => {
    if (parent !== null) go(parent);
  };
  const open = (entry: FolderEntry) => (entry.kind === "folder" ? go(entry.path) : onChoose(entry));
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[role=option]") ?? [])];
    const index = rows.findIndex((row) => row === document.activeElement);
    const entry = listing?.entries[index];
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0) rows[Math.min(rows.length - 1, Math.max(0, index + by))]?.focus();
    else if (event.key === "Enter" && entry !== undefined) open(entry);
    else if (event.key === "Backspace") goUp();
    else return;
    event.preventDefault();
  };
  return (
    <div className="folder-browser">
      <div className="folder-bar">
        <button
          type="button"
          className="tool-button"
          aria-label={t("dialogs.fileDialog.up")}
          title={t("dialogs.fileDialog.up")}
          disabled={parent === null}
          onClick={goUp}
        >
          <Icon name="up" />
        </button>
        {documentsFolder === null ? null : (
          <button
            type="button"
            className="tool-button"
            aria-label={t("dialogs.fileDialog.documents")}
            title={t("dialogs.fileDialog.documents")}
            onClick={() => go(documentsFolder)}
          >
            <Icon name="folder" />
          </button>
        )}
        <input
          className="input framed"
          aria-label={t("dialogs.fileDialog.folder")}
          value={address}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setAddress(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            go(address);
          }}
        />
      </div>
      <ul ref={list} className="folder-entries" role="listbox" aria-label={t("dialogs.fileDialog.entries")} onKeyDown={onKeyDown}>
        {listing?.entries.map((entry, index) => (
          <li
            key={entry.path}
            role="option"
            className="folder-entry"
            aria-selected={entry.path === selectedPath}
            tabIndex={entry.path === selectedPath || (selectedPath === null && index === 0) ? 0 : -1}
            onClick={() => onSelect(entry)}
            onFocus={() => onSelect(entry)}
            onDoubleClick={() => open(entry)}
          >
            <Icon name={entry.kind} />
            <span className="clip">{entry.name}</span>
            {entry.kind === "issue" ? <span className="faint head-end">{t("dialogs.fileDialog.issue")}</span> : null}
          </li>
        ))}
        {listing !== null && listing.entries.length === 0 ? (
          <li className="panel-empty">{t("dialogs.fileDialog.empty")}</li>
        ) : null}
      </ul>
      {problem === null ? null : (
        <p className="field-problem" role="alert">
          {say(t, problem)}
        </p>
      )}
    </div>
  );
}
