import type { IssueDocument } from "../../shared/model/document";
import { parseDocument, serialiseDocument } from "../../shared/model/parseDocument";
import { HostError, type Host, type ExportReport, type OpenedIssue, type PressRequest } from "../../shared/platform/host";
import type { Editor } from "../editor/editor";
import type { OpenFile } from "../editor/session";
import type { NamedPathRequest } from "./dialogRequest";
import { folderOfPath, joinPath, nameOfPath } from "./paths";
import { documentSentence, errorSentence, type Sentence } from "./sentence";
import { watchExport } from "./watchExport";
import type { WindowStore } from "./windowStore";

/** What opening and saving need besides the window. */
export interface IssueFilesPorts {
  readonly host: Host;
  readonly window: WindowStore;
  /** Makes the editor of the window's first issue; later issues are opened in the same editor. */
  readonly createEditor: (document: IssueDocument, file: OpenFile) => Promise<Editor>;
}

/** Everything the user does with files. Failures become notices; a promise of this never rejects. */
export interface IssueFiles {
  /** Opens the issue of that path, or asks for one. Resolves with whether another issue is open now. */
  open(path: string | null): Promise<boolean>;
  create(): Promise<boolean>;
  /** Resolves with whether the document is saved. */
  save(): Promise<boolean>;
  saveAs(): Promise<boolean>;
  exportPdf(extent: "page" | "issue"): Promise<void>;
  exportEpaper(): Promise<void>;
  /** Writes press files; what came of them is the dialog's to tell while it is open. Null where another operation is under way. */
  exportPress(request: PressRequest): Promise<PressOutcome | null>;
  /** Saves a copy beside the issue without asking for a place, for when the window cannot draw dialogs; answers its path. */
  saveCopy(): Promise<string | null>;
  showIssueInFolder(): Promise<void>;
  showInFolder(path: string): Promise<void>;
  close(): Promise<void>;
  refreshRecent(): Promise<void>;
}

/** What came of press files. */
export type PressOutcome =
  | { readonly kind: "done"; readonly report: ExportReport }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly sentence: Sentence };

/** The file operations of a window. */
export function createIssueFiles(ports: IssueFilesPorts): IssueFiles {
  const { host, window } = ports;

  /** Runs one operation at a time and says why it failed. */
  async function busyWith<Value>(sentence: Sentence, work: () => Promise<Value>): Promise<Value | null> {
    if (window.getState().busy !== null) return null;
    window.setState({ busy: sentence });
    try {
      return await work();
    } catch (error) {
      // What the host did not foresee is a bug of ours: its place in the code belongs into the console, too.
      if (!(error instanceof HostError)) reportError(error);
      window.notify("error", errorSentence(error));
      return null;
    } finally {
      window.setState({ busy: null });
    }
  }

  async function choosePath(request: NamedPathRequest): Promise<string | null> {
    try {
      return await host.choosePath(request);
    } catch (error) {
      if (error instanceof HostError && error.code === "not-supported") {
        return window.ask((answer) => ({ kind: "path", request, answer }));
      }
      window.notify("error", errorSentence(error));
      return null;
    }
  }

  async function mayLeave(): Promise<boolean> {
    const state = window.getState().editor?.store.getState();
    if (state === undefined || !state.dirty) return true;
    const name = issueName(state.document, state.file);
    const choice = await window.ask<"save" | "discard" | "cancel">((answer) => ({ kind: "unsaved", name, answer }));
    if (choice === "save") return files.save();
    return choice === "discard";
  }

  async function show(opened: OpenedIssue): Promise<boolean> {
    const parsed = parseDocument(opened.document);
    if (!parsed.ok) {
      window.notify("error", documentSentence(opened.path, parsed.problem));
      return false;
    }
    const file = fileOf(opened);
    const { editor } = window.getState();
    if (editor === null) window.setState({ editor: await ports.createEditor(parsed.value, file) });
    else editor.open(parsed.value, file);
    void files.refreshRecent();
    return true;
  }

  function current() {
    const { editor } = window.getState();
    if (editor === null) return null;
    const { document, file, pageId } = editor.store.getState();
    return file === null ? null : { editor, document, file, pageId };
  }

  const files: IssueFiles = {
    async open(path) {
      if (!(await mayLeave())) return false;
      const folder = window.getState().description?.documentsFolder ?? "/";
      const chosen = path ?? (await choosePath({ purpose: "open-issue", suggestedPath: folder }));
      if (chosen === null) return false;
      const opened = await busyWith({ key: "panels.app.loading" }, async () => show(await host.openIssue(chosen)));
      return opened === true;
    },
    async create() {
      if (!(await mayLeave())) return false;
      const choice = await window.ask<{ path: string; template: string } | null>((answer) => ({
        kind: "newIssue",
        answer,
      }));
      if (choice === null) return false;
      const made = await busyWith({ key: "panels.app.loading" }, async () =>
        show(await host.createIssue(choice.path, choice.template)),
      );
      return made === true;
    },
    async save() {
      const open = current();
      if (open === null) return files.saveAs();
      const { editor, document, file } = open;
      const saved = await busyWith({ key: "dialogs.notices.saving" }, () =>
        host.saveIssue(file.issueId, serialiseDocument(document), file.revision),
      );
      if (saved === null) return false;
      editor.markSaved(document, { ...file, revision: saved.revision });
      window.notify("done", { key: "dialogs.notices.saved", values: { path: file.path } }, file.path);
      return true;
    },
    async saveAs() {
      const open = current();
      if (open === null) return false;
      const path = await choosePath({ purpose: "save-issue", suggestedPath: open.file.path });
      if (path === null) return false;
      const saved = await busyWith({ key: "dialogs.notices.saving" }, () =>
        host.saveIssueAs(open.file.issueId, path, serialiseDocument(open.document)),
      );
      if (saved === null) return false;
      open.editor.markSaved(open.document, fileOf(saved));
      window.notify("done", { key: "dialogs.notices.saved", values: { path: saved.path } }, saved.path);
      void files.refreshRecent();
      return true;
    },
    async saveCopy() {
      const open = current();
      if (open === null) return null;
      const path = `${open.file.path}-copy-${open.file.revision}`;
      try {
        await host.saveIssueAs(open.file.issueId, path, serialiseDocument(open.document));
        return path;
      } catch (error) {
        window.notify("error", errorSentence(error));
        return null;
      }
    },
    async exportPdf(extent) {
      const open = current();
      if (open === null) return;
      const page = open.document.pages.findIndex((page) => page.id === open.pageId) + 1;
      const name = extent === "page" ? `${exportName(open.document)}-${page}.pdf` : `${exportName(open.document)}.pdf`;
      const file = await choosePath({ purpose: "export-pdf", suggestedPath: joinPath(folderOfPath(open.file.path), name) });
      if (file === null) return;
      await exporting(file, (document) =>
        host.exportPdf(open.file.issueId, document, { file, pageIds: extent === "page" ? [open.pageId] : null }),
      );
    },
    async exportEpaper() {
      const open = current();
      if (open === null) return;
      const suggestedPath = joinPath(folderOfPath(open.file.path), `${exportName(open.document)}-epaper`);
      const folder = await choosePath({ purpose: "export-epaper", suggestedPath });
      if (folder === null) return;
      let missing: readonly string[] = [];
      await exporting(folder, async (document) => {
        try {
          return await host.exportEpaper(open.file.issueId, document, { folder, allowUncovered: false });
        } catch (error) {
          if (!(error instanceof HostError) || error.code !== "epaper-uncovered") throw error;
          missing = error.detail.split("; ");
          return null;
        }
      });
      if (missing.length === 0) return;
      const isAllowed = await window.ask<boolean>((answer) => ({ kind: "uncovered", parts: missing, answer }));
      if (isAllowed) await exporting(folder, (document) => host.exportEpaper(open.file.issueId, document, { folder, allowUncovered: true }));
    },
    async exportPress(request) {
      const open = current();
      if (open === null || window.getState().busy !== null) return null;
      const { issueId } = open.file;
      window.setState({ busy: { key: "dialogs.notices.exporting" } });
      const stop = watchExport(host, window, issueId);
      const outcome = await pressOutcome(host.exportPress(issueId, serialiseDocument(open.document), request));
      stop();
      window.setState({ busy: null });
      // Whoever closed the dialog meanwhile is told at the foot of the window.
      if (window.getState().dialog?.kind !== "press") tellOutcome(outcome, request.folder);
      return outcome;
    },
    async showIssueInFolder() {
      const open = current();
      if (open !== null) await files.showInFolder(open.file.path);
    },
    async showInFolder(path) {
      try {
        await host.showInFolder(path);
      } catch (error) {
        window.notify("error", errorSentence(error));
      }
    },
    async close() {
      if (await mayLeave()) window.setState({ editor: null });
    },
    async refreshRecent() {
      try {
        window.setState({ recent: await host.recentIssues() });
      } catch (error) {
        window.notify("error", errorSentence(error));
      }
    },
  };

  function tellOutcome(outcome: PressOutcome, folder: string): void {
    if (outcome.kind === "failed") return window.notify("error", outcome.sentence);
    if (outcome.kind === "cancelled") return window.notify("done", { key: "press.cancelled" });
    tellExported(outcome.report, folder);
  }

  function tellExported({ warnings: { length: count } }: Pick<ExportReport, "warnings">, path: string): void {
    const key = count === 0 ? "dialogs.notices.exported" : "dialogs.notices.exportedWarnings";
    window.notify("done", { key, values: { path, count } }, path);
  }

  /** Exports the document as it stands when the export starts, and says where it went. */
  async function exporting(
    path: string,
    work: (document: unknown) => Promise<{ readonly warnings: readonly string[] } | null>,
  ): Promise<void> {
    const open = current();
    if (open === null) return;
    const report = await busyWith({ key: "dialogs.notices.exporting" }, async () => {
      const stop = watchExport(host, window, open.file.issueId);
      try {
        return await work(serialiseDocument(open.document));
      } catch (error) {
        if (!(error instanceof HostError) || error.code !== "cancelled") throw error;
        window.notify("done", { key: "failures.host.cancelled" });
        return null;
      } finally {
        stop();
      }
    });
    if (report !== null) tellExported(report, path);
  }

  return files;
}

async function pressOutcome(exporting: Promise<ExportReport>): Promise<PressOutcome> {
  try {
    return { kind: "done", report: await exporting };
  } catch (error) {
    if (error instanceof HostError && error.code === "cancelled") return { kind: "cancelled" };
    // What the host did not foresee is a bug of ours: its place in the code belongs into the console, too.
    if (!(error instanceof HostError)) reportError(error);
    return { kind: "failed", sentence: errorSentence(error) };
  }
}

/** What an issue is called in the window: its folder's name, or the paper and the day. */
export function issueName(document: IssueDocument, file: OpenFile | null): string {
  return file === null ? `${document.publication.name} ${document.issue.date}` : nameOfPath(file.path);
}

function exportName(document: IssueDocument): string {
  return [document.publication.code, document.issue.date].filter((part) => part !== "").join("-");
}

function fileOf(opened: OpenedIssue): OpenFile {
  return { issueId: opened.issueId, path: opened.path, revision: opened.revision };
}
