import { reorderBox } from "../../shared/commands/boxes";
import { addPage, movePage, removePage } from "../../shared/commands/pages";
import { addTextFrame } from "../../shared/commands/textFrames";
import { addTitleFrame } from "../../shared/commands/titleFrames";
import type { PictureFrame } from "../../shared/model/document";
import type { BoxId, PageId } from "../../shared/model/ids";
import { openEditor, type Action, type ActionContext, type ActionState } from "./action";
import { continuationFrame, missingJumpHead, storyToContinue } from "./continueStory";
import type { EditorState } from "./editorState";
import { editOf, inSequence } from "./inSequence";
import { selectedBoxes } from "./selection";

type Order = "front" | "forward" | "backward" | "back";

/** The order of objects, pictures, and the pages of the issue. */
export const objectActions = [
  {
    id: "object.place",
    isEnabled: (state) => !state.busy && state.editor !== null && pictureToFill(state.editor) !== null,
    run: (context) => {
      const state = openEditor(context)?.store.getState();
      const frame = state === undefined ? null : pictureToFill(state);
      if (frame !== null) context.placePicture(frame.id);
    },
  },
  {
    id: "object.continue",
    isEnabled: ({ editor }) => editor !== null && storyToContinue(editor) !== null,
    run: continueStory,
  },
  {
    id: "object.jumpHead",
    isEnabled: ({ editor }) => editor !== null && missingJumpHead(editor) !== null,
    run: (context) => {
      const editor = openEditor(context);
      const state = editor?.store.getState();
      const head = state === undefined ? null : missingJumpHead(state);
      if (editor === null || state === undefined || head === null) return;
      const boxId = editor.newId<BoxId>();
      const { article, rect, sizes } = head;
      const added = editor.run(addTitleFrame, { articleId: article.id, boxId, pageId: state.pageId, rect, sizes }, { label: "add-jump-head" });
      if (added.ok) editor.select({ articleIds: [], boxIds: [boxId] });
    },
  },
  orderAction("object.bringToFront", "front"),
  orderAction("object.bringForward", "forward"),
  orderAction("object.sendBackward", "backward"),
  orderAction("object.sendToBack", "back"),
  {
    id: "page.add",
    isEnabled: ({ editor }) => editor !== null,
    run: (context) => {
      const editor = openEditor(context);
      if (editor === null) return;
      const pageId = editor.newId<PageId>();
      const added = editor.run(addPage, { pageId, at: pageIndex(editor.store.getState()) + 1 }, { label: "add-page" });
      if (added.ok) editor.showPage(pageId);
    },
  },
  {
    id: "page.remove",
    isEnabled: ({ editor }) => editor !== null && editor.document.pages.length > 1,
    run: (context) => {
      const editor = openEditor(context);
      editor?.run(removePage, { pageId: editor.store.getState().pageId }, { label: "remove-page" });
    },
  },
  {
    id: "page.moveEarlier",
    isEnabled: ({ editor }) => editor !== null && pageIndex(editor) > 0,
    run: (context) => shiftPage(context, -1),
  },
  {
    id: "page.moveLater",
    isEnabled: ({ editor }) => editor !== null && pageIndex(editor) < editor.document.pages.length - 1,
    run: (context) => shiftPage(context, 1),
  },
] as const satisfies readonly Action[];

/** The one picture frame that the selection leads to: selected itself, or the only one of the selected article. */
export function pictureToFill(state: EditorState): PictureFrame | null {
  const pictures = selectedBoxes(state.document, state.pageId, state.selection).filter((box) => box.kind === "picture");
  const [picture] = pictures;
  return pictures.length === 1 && picture !== undefined ? picture : null;
}

/** Lets the story that was selected last run on on the page that is shown, in a frame of its own. */
function continueStory(context: ActionContext): void {
  const editor = openEditor(context);
  if (editor === null) return;
  const state = editor.store.getState();
  const story = storyToContinue(state);
  const frame = story === null ? null : continuationFrame(state, story);
  if (story === null || frame === null) return;
  const boxId = editor.newId<BoxId>();
  const added = editor.run(addTextFrame, { storyId: story.id, boxId, pageId: state.pageId, ...frame }, { label: "continue-story" });
  if (added.ok) editor.select({ articleIds: [], boxIds: [boxId] });
}

function orderAction<Id extends string>(id: Id, to: Order) {
  return {
    id,
    keyScope: "outsideText" as const,
    isEnabled: ({ editor }: ActionState) =>
      editor !== null && selectedBoxes(editor.document, editor.pageId, editor.selection).length > 0,
    run: (context: ActionContext) => reorder(context, to),
  };
}

/** Moves the selected boxes among the others; between themselves they keep their order. */
function reorder(context: ActionContext, to: Order): void {
  const editor = openEditor(context);
  if (editor === null) return;
  const { document, pageId, selection } = editor.store.getState();
  const boxes = selectedBoxes(document, pageId, selection);
  // The one that leads the way goes first, or the next would only change places with it.
  const ordered = to === "front" || to === "backward" ? boxes : boxes.toReversed();
  const edits = ordered.map((box) => editOf(reorderBox, { boxId: box.id, to }));
  editor.run(inSequence, edits, { label: "reorder" });
}

function pageIndex({ document, pageId }: EditorState): number {
  return document.pages.findIndex((page) => page.id === pageId);
}

function shiftPage(context: ActionContext, by: number): void {
  const editor = openEditor(context);
  if (editor === null) return;
  const state = editor.store.getState();
  editor.run(movePage, { pageId: state.pageId, to: pageIndex(state) + by }, { label: "move-page" });
}
