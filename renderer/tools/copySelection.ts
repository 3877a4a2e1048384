import { duplicateArticle, duplicateBoxes } from "../../shared/commands/articles";
import type { PagePoint } from "../../shared/geometry/rect";
import { idFrom } from "../../shared/model/idFrom";
import type { Editor } from "../editor/editor";
import { editOf, type Edit } from "../editor/inSequence";
import type { Selection } from "../editor/session";

/** A copy of a selection that is being placed: its records keep their names while it moves about. */
export interface SelectionCopy {
  /** The edits that put the copy so far from the original. */
  edits(by: PagePoint): readonly Edit[];
  /** The copy, selected in the same way as the original. */
  readonly selection: Selection;
}

/** A copy of what is selected, each article with its words. */
export function copySelection(editor: Editor, selection: Selection): SelectionCopy {
  const names = new Map<string, string>();
  const newId = (original: string): string => {
    const name = names.get(original) ?? editor.newId<string>();
    names.set(original, name);
    return name;
  };
  return {
    edits: (by) => [
      ...selection.articleIds.map((articleId) => editOf(duplicateArticle, { articleId, by, newId })),
      ...(selection.boxIds.length > 0 ? [editOf(duplicateBoxes, { boxIds: selection.boxIds, by, newId })] : []),
    ],
    selection: {
      articleIds: selection.articleIds.map((id) => idFrom<"article">(newId(id))),
      boxIds: selection.boxIds.map((id) => idFrom<"box">(newId(id))),
    },
  };
}
