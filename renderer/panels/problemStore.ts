import { createContext } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import { preflightIssue } from "../../shared/preflight/preflightIssue";
import type { PreflightProblem } from "../../shared/preflight/preflightProblem";
import type { Editor } from "../editor/editor";

/** The problems of an editor's issue, kept up to date while it is watched. */
export interface ProblemWatch {
  readonly store: StoreApi<readonly PreflightProblem[]>;
  /** Starts watching; answers how to stop. */
  watch(): () => void;
}

/** Looked for this long after the last change: typing and dragging never wait for it. */
const QUIET_MS = 150;

/** Provides the problems of the open issue to its panels. */
export const ProblemContext = createContext<StoreApi<readonly PreflightProblem[]> | null>(null);

/** The problems of an editor's issue. */
export function createProblemWatch(editor: Editor): ProblemWatch {
  const store = createStore<readonly PreflightProblem[]>(() => []);
  const find = () => {
    const { document, layout } = editor.store.getState();
    // The window does not look for files on the disk; the host does when it exports.
    store.setState(preflightIssue(document, layout, { assetFiles: null }), true);
  };
  return {
    store,
    watch() {
      let timer = setTimeout(find, 0);
      const stop = editor.store.subscribe((state, before) => {
        if (state.layout === before.layout && state.document === before.document) return;
        clearTimeout(timer);
        timer = setTimeout(find, QUIET_MS);
      });
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
  };
}
