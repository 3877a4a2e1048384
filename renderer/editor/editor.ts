import type { StoreApi } from "zustand/vanilla";
import type { Command, CommandProblem } from "../../shared/commands/command";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { IssueDocument } from "../../shared/model/document";
import type { PageId } from "../../shared/model/ids";
import type { Result } from "../../shared/result";
import type { Viewport } from "../canvas/viewport";
import type { EditorState } from "./editorState";
import type { Gesture, GestureFrame } from "./gesture";
import type { OpenFile, Selection, TextCursor, ToolName, ViewSettings } from "./session";

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
  readonly file: OpenFile | null;
  /** A name that no record of the issue has. */
  readonly newId: () => string;
}

/** The one object that changes the document and the session. */
export interface Editor {
  readonly store: StoreApi<EditorState>;
  readonly viewport: StoreApi<Viewport>;
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
  /** Sets the document anew with another composer, after fonts arrived. */
  useComposer(composer: Composer): void;
}

/** An editor of one issue. */
export declare function createEditor(options: EditorOptions): Editor;
