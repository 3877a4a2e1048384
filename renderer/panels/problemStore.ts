import { createContext } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { BoxId, PageId } from "../../shared/model/ids";
import type { Editor } from "../editor/editor";
import type { Sentence } from "../window/sentence";
import { findProblems } from "./findProblems";

/** A problem of the issue as the window lists it. */
export interface IssueProblem {
  /** Unlike any other in the list. */
  readonly key: string;
  readonly severity: "error" | "warning";
  /** Null where it concerns the whole issue. */
  readonly pageId: PageId | null;
  readonly boxId: BoxId | null;
  readonly sentence: Sentence;
}

/** The problems of an editor's issue, kept up to date while it is watched. */
export interface ProblemWatch {
  readonly store: StoreApi<readonly IssueProblem[]>;
  /** Starts watching; answers how to stop. */
  watch(): () => void;
}

/** Looked for this long after the last change: typing and dragging never wait for it. */
const QUIET_MS = 150;

/** Provides the problems of the open issue to its panels. */
export const ProblemContext = createContext<StoreApi<readonly IssueProblem[]> | null>(null);

/** The problems of an editor's issue. */
export function createProblemWatch(editor: Editor): ProblemWatch {
  const store = createStore<readonly IssueProblem[]>(() => []);
  const find = () => {
    const { document, layout } = editor.store.getState();
    store.setState(findProblems(document, layout), true);
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
