import { createStore, type StoreApi } from "zustand/vanilla";
import type { Command, CommandProblem } from "../../shared/commands/command";
import type { Copyfitter } from "../../shared/layout/copyfit/copyfitter";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { IssueDocument } from "../../shared/model/document";
import type { PageId } from "../../shared/model/ids";
import { emptyHistory, record, redo, redoLabel, seal, undo, undoLabel } from "../../shared/history/history";
import { invariant, type Result } from "../../shared/result";
import { fitPage, fitRect, initialViewport, screenCentre, zoomOf, zoomTo, type Viewport } from "../canvas/viewport";
import { changedPage } from "./changedPage";
import type { EditorState } from "./editorState";
import { existingCursor } from "../text/typedText";
import { createGestureChannel, type Gesture, type GestureFrame } from "./gesture";
import { addSelection, boxesOfPage, existingSelection, outermostSelection, selectedArticle, selectionBounds } from "./selection";
import {
  emptySelection,
  initialView,
  type BodyRange,
  type OpenFile,
  type Selection,
  type TextCursor,
  type ToolName,
  type ViewSettings,
} from "./session";

/** What sets a document: the same composer for the life of a window, so that it can keep what did not change. */
export interface Composer {
  layout(document: IssueDocument): IssueLayout;
}

/** How a change enters the history. */
export interface RunOptions {
  /** The code of the step, with a sentence in i18n under `steps`. */
  readonly label: string;
  /** Steps of the same key become one, until the history is sealed. */
  readonly mergeKey?: string;
}

/** What a new editor starts from. */
export interface EditorOptions {
  readonly document: IssueDocument;
  readonly composer: Composer;
  readonly copyfitter: Copyfitter;
  readonly file: OpenFile | null;
  /** A name that no record of the issue has. */
  readonly newId: () => string;
}

/** The one object that changes the document and the session. */
export interface Editor {
  readonly store: StoreApi<EditorState>;
  readonly viewport: StoreApi<Viewport>;
  /** Tries how stories fit their frames, beside the pages that are shown. */
  readonly copyfitter: Copyfitter;
  /** A name for a new record, of the kind the caller asks for. */
  newId<SomeId extends string>(): SomeId;

  /** Applies a command to the document and sets it anew. A running gesture is abandoned first. */
  run<Args>(command: Command<Args>, args: Args, options: RunOptions): Result<IssueDocument, CommandProblem>;
  undo(): void;
  redo(): void;
  /** Ends the current undo step: the next change starts another, whatever its key. */
  seal(): void;
  dismissProblem(): void;

  /** Starts a drag whose effect is shown but not recorded until it is committed. */
  beginGesture(label: string): Gesture;
  /** What a running gesture shows in place of the store's document and layout, or null. */
  gestureFrame(): GestureFrame | null;
  /** Calls back after each change of `gestureFrame`. */
  onGesture(listener: () => void): () => void;

  select(selection: Selection): void;
  clearSelection(): void;
  /** Selects every article and every loose box of the page. */
  selectAll(): void;
  /** Shows a page and gives up selections on the one before. */
  showPage(pageId: PageId): void;
  setTool(tool: ToolName): void;
  setView(view: Partial<ViewSettings>): void;
  setTextCursor(cursor: TextCursor | null): void;
  setStorySelection(range: BodyRange | null): void;

  fitPage(): void;
  /** Shows the selection as large as it fits; the page where nothing is selected. */
  fitSelection(): void;
  /** Sets the zoom about the middle of the canvas; 1 is 100 %. */
  zoomTo(zoom: number): void;
  zoomBy(factor: number): void;

  /** Replaces the document by another issue's, with an empty history. */
  open(document: IssueDocument, file: OpenFile | null): void;
  /** Notes that a document (the current one, or one the user has edited since) is what the folder holds. */
  markSaved(document: IssueDocument, file: OpenFile): void;
  /** Sets the document anew with another composer, after fonts arrived; its copyfitter measures with the same fonts. */
  useComposer(composer: Composer, copyfitter: Copyfitter): void;
}

/** An editor of one issue. */
export function createEditor(options: EditorOptions): Editor {
  let { composer, copyfitter } = options;
  let history = emptyHistory;
  let saved = options.document;
  const viewport = createStore<Viewport>(() => initialViewport);
  const store = createStore<EditorState>(() => openedState(options.document, options.file, composer));

  /** Shows a document; what is selected, and the page, must exist in it. */
  const show = (document: IssueDocument, layout: IssueLayout, more: Partial<EditorState>) => {
    const state = store.getState();
    const pageId = document.pages.some((page) => page.id === state.pageId) ? state.pageId : firstPage(document);
    store.setState({
      document,
      layout,
      pageId,
      selection: existingSelection(document, pageId, state.selection),
      undoLabel: undoLabel(history),
      redoLabel: redoLabel(history),
      dirty: document !== saved,
      textCursor: state.textCursor === null ? null : existingCursor(layout, state.textCursor),
      ...more,
    });
  };
  const recordStep = (document: IssueDocument, layout: IssueLayout, step: RunOptions) => {
    history = record(history, { before: store.getState().document, after: document, ...step });
    show(document, layout, { problem: null });
  };
  const gestures = createGestureChannel({
    document: () => store.getState().document,
    layout: () => store.getState().layout,
    compose: (document) => composer.layout(document),
    record: (document, layout, label) => {
      recordStep(document, layout, { label });
      history = seal(history);
    },
  });
  const travel = (step: typeof undo) => {
    gestures.abandon();
    const result = step(history);
    if (result === null) return;
    history = result.history;
    const before = store.getState().document;
    show(result.document, composer.layout(result.document), { problem: null });
    editor.showPage(changedPage(before, result.document, store.getState().pageId));
  };
  const pageSize = () => {
    const { document, pageId } = store.getState();
    return document.pages.find((page) => page.id === pageId)?.size ?? null;
  };
  const editor: Editor = {
    get copyfitter() {
      return copyfitter;
    },
    store,
    viewport,
    newId: <SomeId extends string>() => options.newId() as SomeId, // the caller says which kind of record it is for

    run: (command, args, step) => {
      gestures.abandon();
      const { document } = store.getState();
      const result = command(document, args);
      if (!result.ok) store.setState({ problem: result.problem });
      else if (result.value !== document) recordStep(result.value, composer.layout(result.value), step);
      else if (store.getState().problem !== null) store.setState({ problem: null });
      return result;
    },
    undo: () => travel(undo),
    redo: () => travel(redo),
    seal: () => {
      history = seal(history);
    },
    dismissProblem: () => store.setState({ problem: null }),

    beginGesture: (label) => gestures.begin(label),
    gestureFrame: () => gestures.frame(),
    onGesture: (listener) => gestures.listen(listener),

    select: (selection) => {
      if (sameSelection(selection, store.getState().selection)) return;
      history = seal(history);
      const { document, lastArticleId } = store.getState();
      const article = selectedArticle(document, selection);
      store.setState({ selection, textCursor: null, storySelection: null, lastArticleId: article === null || article.storyId === null ? lastArticleId : article.id });
    },
    clearSelection: () => editor.select(emptySelection),
    selectAll: () => {
      const { document, pageId } = store.getState();
      editor.select(
        boxesOfPage(document, pageId).reduce(
          (all, box) => addSelection(document, all, outermostSelection(document, box.id)),
          emptySelection,
        ),
      );
    },
    showPage: (pageId) => {
      const before = pageSize();
      if (pageId === store.getState().pageId) return;
      gestures.abandon();
      history = seal(history);
      store.setState({ pageId, selection: emptySelection, textCursor: null, storySelection: null });
      const after = pageSize();
      if (before?.width !== after?.width || before?.height !== after?.height) editor.fitPage();
    },
    setTool: (tool) => {
      gestures.abandon();
      store.setState(tool === "text" ? { tool } : { tool, textCursor: null });
    },
    setView: (view) => store.setState((state) => ({ view: { ...state.view, ...view } })),
    setTextCursor: (textCursor) => store.setState({ textCursor }),
    setStorySelection: (storySelection) => {
      const before = store.getState().storySelection;
      const same = before?.storyId === storySelection?.storyId && before?.from === storySelection?.from && before?.to === storySelection?.to;
      if (!same) store.setState({ storySelection });
    },

    fitPage: () => {
      const size = pageSize();
      if (size !== null) viewport.setState((current) => fitPage(current, size), true);
    },
    fitSelection: () => {
      const { document, pageId, selection } = store.getState();
      const bounds = selectionBounds(document, pageId, selection);
      if (bounds === null) editor.fitPage();
      else viewport.setState((current) => fitRect(current, bounds), true);
    },
    zoomTo: (zoom) => viewport.setState((current) => zoomTo(current, zoom, screenCentre(current)), true),
    zoomBy: (factor) => editor.zoomTo(zoomOf(viewport.getState()) * factor),

    open: (document, file) => {
      gestures.abandon();
      history = emptyHistory;
      saved = document;
      store.setState({ ...openedState(document, file, composer), view: store.getState().view });
      editor.fitPage();
    },
    markSaved: (document, file) => {
      saved = document;
      history = seal(history);
      store.setState((state) => ({ file, dirty: state.document !== document }));
    },
    useComposer: (next, nextCopyfitter) => {
      composer = next;
      copyfitter = nextCopyfitter;
      store.setState((state) => ({ layout: composer.layout(state.document) }));
      gestures.recompose();
    },
  };
  return editor;
}

function openedState(document: IssueDocument, file: OpenFile | null, composer: Composer): EditorState {
  return {
    document,
    layout: composer.layout(document),
    pageId: firstPage(document),
    selection: emptySelection,
    lastArticleId: null,
    tool: "select",
    view: initialView,
    textCursor: null,
    storySelection: null,
    undoLabel: null,
    redoLabel: null,
    dirty: false,
    file,
    problem: null,
  };
}

function firstPage(document: IssueDocument): PageId {
  const [page] = document.pages;
  invariant(page !== undefined, "an issue has a page");
  return page.id;
}

function sameSelection(a: Selection, b: Selection): boolean {
  const same = (these: readonly string[], those: readonly string[]) =>
    these.length === those.length && these.every((id, index) => id === those[index]);
  return same(a.articleIds, b.articleIds) && same(a.boxIds, b.boxIds);
}
