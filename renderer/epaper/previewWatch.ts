import { createStore, type StoreApi } from "zustand/vanilla";
import type { Editor } from "../editor/editor";
import { epaperPreview, type EpaperPreview } from "./epaperPreview";

/** The preview of an editor's issue, kept up to date while it is watched. */
export interface PreviewWatch {
  /** Null until it was made for the first time. */
  readonly store: StoreApi<EpaperPreview | null>;
  /** Starts watching; answers how to stop. */
  watch(): () => void;
}

/** Made this long after the last change: nobody reads while typing, and no key waits for it. */
const QUIET_MS = 400;

/** The preview of an editor's issue; nothing is made before it is watched, and nothing while something is being dragged. */
export function createPreviewWatch(editor: Editor, version: string): PreviewWatch {
  const store = createStore<EpaperPreview | null>(() => null);
  return {
    store,
    watch() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const make = () => {
        // A drag shows a document of its own; what it leaves behind is another change.
        if (editor.gestureFrame() !== null) return later(QUIET_MS);
        const { document, layout } = editor.store.getState();
        const before = store.getState();
        if (before?.document !== document || before.layout !== layout) store.setState(epaperPreview(document, layout, version), true);
      };
      const later = (milliseconds: number) => {
        clearTimeout(timer);
        timer = setTimeout(make, milliseconds);
      };
      const stop = editor.store.subscribe((state, before) => {
        if (state.layout !== before.layout || state.document !== before.document) later(QUIET_MS);
      });
      later(0);
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
  };
}
