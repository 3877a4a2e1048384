import { deleteArticle, deleteBoxes } from "../../shared/commands/deleteBoxes";
import { duplicateArticle, duplicateBoxes } from "../../shared/commands/articles";
import type { Article } from "../../shared/model/document";
import type { ArticleId, BoxId } from "../../shared/model/ids";
import { idFrom } from "../../shared/model/idFrom";
import { openEditor, type Action, type ActionState } from "./action";
import type { Editor } from "./editor";
import { editOf, inSequence } from "./inSequence";
import { selectedArticle, selectionSize } from "./selection";

/** Undo, and what is done with the selection. */
export const editActions = [
  {
    id: "edit.undo",
    isEnabled: ({ editor }) => editor !== null && editor.undoLabel !== null,
    run: (context) => openEditor(context)?.undo(),
  },
  {
    id: "edit.redo",
    isEnabled: ({ editor }) => editor !== null && editor.redoLabel !== null,
    run: (context) => openEditor(context)?.redo(),
  },
  { id: "edit.duplicate", keyScope: "outsideText", isEnabled: hasSelection, run: (context) => withEditor(openEditor(context), duplicate) },
  { id: "edit.delete", keyScope: "page", isEnabled: hasSelection, run: (context) => withEditor(openEditor(context), remove) },
  {
    id: "edit.selectAll",
    keyScope: "page",
    isEnabled: ({ editor }) => editor !== null,
    run: (context) => openEditor(context)?.selectAll(),
  },
  {
    id: "edit.deselect",
    keyScope: "outsideText",
    isEnabled: hasSelection,
    run: (context) => openEditor(context)?.clearSelection(),
  },
  {
    id: "edit.storyEditor",
    isEnabled: ({ editor }) => editor !== null && hasStory(selectedArticle(editor.document, editor.selection)),
    run: (context) => context.focusStory(),
  },
] as const satisfies readonly Action[];

function hasSelection({ editor }: ActionState): boolean {
  return editor !== null && selectionSize(editor.selection) > 0;
}

function hasStory(article: Article | null): boolean {
  return article !== null && article.storyId !== null;
}

function withEditor(editor: Editor | null, act: (editor: Editor) => void): void {
  if (editor !== null) act(editor);
}

/** Deletes selected articles as wholes, and selected boxes by themselves. */
function remove(editor: Editor): void {
  const { selection } = editor.store.getState();
  const edits = [
    ...selection.articleIds.map((articleId) => editOf(deleteArticle, { articleId })),
    ...(selection.boxIds.length > 0 ? [editOf(deleteBoxes, { boxIds: selection.boxIds })] : []),
  ];
  editor.run(inSequence, edits, { label: "delete" });
  editor.seal();
}

/** Copies the selection a character to the right and a line down, and selects the copies. */
function duplicate(editor: Editor): void {
  const { document, selection } = editor.store.getState();
  const by = { x: document.grid.bodySize, y: document.grid.pitch };
  const copies = new Map<string, string>();
  const newId = (original: string): string => {
    const known = copies.get(original) ?? editor.newId<string>();
    copies.set(original, known);
    return known;
  };
  const edits = [
    ...selection.articleIds.map((articleId) => editOf(duplicateArticle, { articleId, by, newId })),
    ...(selection.boxIds.length > 0 ? [editOf(duplicateBoxes, { boxIds: selection.boxIds, by, newId })] : []),
  ];
  const result = editor.run(inSequence, edits, { label: "duplicate" });
  if (!result.ok) return;
  editor.select({
    articleIds: selection.articleIds.map((id): ArticleId => idFrom(newId(id))),
    boxIds: selection.boxIds.map((id): BoxId => idFrom(newId(id))),
  });
}
