import { createStore, type StoreApi } from "zustand/vanilla";
import type { ExportProgress, HostDescription, RecentIssue } from "../../shared/platform/host";
import type { CharacterStyleId, ParagraphStyleId } from "../../shared/model/ids";
import type { Editor } from "../editor/editor";
import type { Keymap } from "../keys/keymap";
import type { DialogRequest } from "./dialogRequest";
import type { Sentence } from "./sentence";

/** What the window shows beside the document: dialogs, notices, panes. Nothing of it is saved with the issue. */
export interface WindowState {
  /** Null until the host has answered. */
  readonly description: HostDescription | null;
  /** Whether the host has answered and the first issue, if there is one, was opened or refused. */
  readonly started: boolean;
  /** Null while no issue is open: the start page is shown. */
  readonly editor: Editor | null;
  readonly recent: readonly RecentIssue[];
  readonly dialog: DialogRequest | null;
  readonly notices: readonly Notice[];
  /** What is being waited for, or null. */
  readonly busy: Sentence | null;
  /** Ends what is going on, where that can be ended. */
  readonly cancel: (() => void) | null;
  /** How far a running export has got, as of the last time the host was asked. */
  readonly progress: ExportProgress | null;
  readonly problemsOpen: boolean;
  /** Whether the e-paper is shown beside the page. */
  readonly epaperOpen: boolean;
  /** The style being edited beside the page, or null while the properties are shown there. */
  readonly editedStyle: EditedStyle | null;
  readonly keymap: Keymap;
}

/** A style in the panel of styles; no id for the first of its kind. */
export type EditedStyle =
  | { readonly kind: "paragraph"; readonly id: ParagraphStyleId | null }
  | { readonly kind: "character"; readonly id: CharacterStyleId | null };

/** A line at the foot of the window that says what happened. Errors stay until dismissed. */
export interface Notice {
  readonly id: number;
  readonly kind: "done" | "error";
  readonly sentence: Sentence;
  /** A file that the notice can show in the system's file manager. */
  readonly path: string | null;
}

/** The store of a window, with the few changes that are more than setting a field. */
export interface WindowStore extends StoreApi<WindowState> {
  notify(kind: Notice["kind"], sentence: Sentence, path?: string): void;
  dismiss(noticeId: number): void;
  /** Opens a dialog that asks something and resolves with the answer. Another open dialog is given up first. */
  ask<Answer>(request: (answer: (value: Answer) => void) => DialogRequest): Promise<Answer>;
  closeDialog(): void;
}

const MOST_NOTICES = 4;

/** A window before anything is loaded. */
export function createWindowStore(keymap: Keymap): WindowStore {
  const store = createStore<WindowState>(() => ({
    description: null,
    started: false,
    editor: null,
    recent: [],
    dialog: null,
    notices: [],
    busy: null,
    cancel: null,
    progress: null,
    problemsOpen: true,
    epaperOpen: false,
    editedStyle: null,
    keymap,
  }));
  let lastNotice = 0;
  return {
    ...store,
    notify(kind, sentence, path) {
      lastNotice += 1;
      const notice: Notice = { id: lastNotice, kind, sentence, path: path ?? null };
      store.setState((state) => ({ notices: [...state.notices, notice].slice(-MOST_NOTICES) }));
    },
    dismiss(noticeId) {
      store.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== noticeId) }));
    },
    ask(request) {
      abandonDialog(store.getState().dialog);
      return new Promise((resolve) => {
        const dialog = request((value) => {
          if (store.getState().dialog === dialog) store.setState({ dialog: null });
          resolve(value);
        });
        store.setState({ dialog });
      });
    },
    closeDialog() {
      const { dialog } = store.getState();
      store.setState({ dialog: null });
      abandonDialog(dialog);
    },
  };
}

function abandonDialog(dialog: DialogRequest | null): void {
  if (dialog === null) return;
  switch (dialog.kind) {
    case "path":
    case "newIssue":
      return dialog.answer(null);
    case "unsaved":
      return dialog.answer("cancel");
    case "uncovered":
      return dialog.answer(false);
    case "press":
    case "recent":
    case "keys":
    case "palette":
    case "about":
      return;
  }
}
