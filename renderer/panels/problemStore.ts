import { createContext } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import { preflightIssue } from "../../shared/preflight/preflightIssue";
import type { PreflightFacts, PreflightProblem } from "../../shared/preflight/preflightProblem";
import type { Editor } from "../editor/editor";
import { watchMoments, type CallOff, type WatchMoments } from "./watchMoments";

/** The problems of an editor's issue, kept up to date while it is watched. */
export interface ProblemWatch {
  readonly store: StoreApi<readonly PreflightProblem[]>;
  /** Starts watching; answers how to stop. */
  watch(): () => void;
}

/** Looking may take this long of a drag's idle moments; an issue that takes longer is looked at when the drag is over. */
const MOST_LIVE_MS = 8;

/** Provides the problems of the open issue to its panels. */
export const ProblemContext = createContext<StoreApi<readonly PreflightProblem[]> | null>(null);

/** The problems of an editor's issue: as of its last quiet moment, and during a drag as of a recent idle one. */
export function createProblemWatch(editor: Editor, moments: WatchMoments = watchMoments, fonts?: PreflightFacts["fonts"]): ProblemWatch {
  const store = createStore<readonly PreflightProblem[]>(() => []);
  const find = () => {
    const { document, layout } = editor.gestureFrame() ?? editor.store.getState();
    // The window does not look for files on the disk; the host does when it exports.
    const found = preflightIssue(document, layout, { assetFiles: null, ...(fonts === undefined ? {} : { fonts }) });
    // What is still the same is not shown anew: a drag has better use for the time.
    if (JSON.stringify(found) !== JSON.stringify(store.getState())) store.setState(found, true);
  };
  return {
    store,
    watch() {
      let callOffQuiet = moments.quiet(find);
      let callOffIdle: CallOff | null = null;
      let isTooSlow = false;
      const stopStore = editor.store.subscribe((state, before) => {
        if (state.layout === before.layout && state.document === before.document) return;
        callOffQuiet();
        callOffQuiet = moments.quiet(find);
      });
      const stopGesture = editor.onGesture(() => {
        if (editor.gestureFrame() === null) isTooSlow = false;
        if (isTooSlow || callOffIdle !== null) return;
        callOffIdle = moments.idle(() => {
          callOffIdle = null;
          const start = moments.now();
          find();
          isTooSlow = moments.now() - start > MOST_LIVE_MS && editor.gestureFrame() !== null;
        });
      });
      return () => {
        callOffQuiet();
        callOffIdle?.();
        stopStore();
        stopGesture();
      };
    },
  };
}
