import { setGrid, setIssueFields } from "../../shared/commands/issue";
import { renamePage, setPageGeometry, setPageNote } from "../../shared/commands/pages";
import { storedLength } from "../../shared/geometry/units";
import { gridOriginOn } from "../../shared/model/pageFormats";
import type { Issue, NewspaperGrid, Page, Publication } from "../../shared/model/document";
import type { Size } from "../../shared/geometry/rect";
import type { Editor } from "../editor/editor";
import { applied, type TextChange } from "../editor/textChange";

/** Changes the newspaper grid. */
export function changeGrid(editor: Editor, change: Partial<NewspaperGrid>): void {
  editor.run(setGrid, { change }, { label: "set-grid" });
}

/** Gives a page another trim size; the type area keeps its share of the white around it. */
export function changePageSize(editor: Editor, page: Page, change: Partial<Size>): void {
  const { grid } = editor.store.getState().document;
  const size = { ...page.size, ...change };
  const centred = gridOriginOn(page.size, grid);
  const next = gridOriginOn(size, grid);
  const gridOrigin = {
    x: storedLength(page.gridOrigin.x + next.x - centred.x),
    y: storedLength(page.gridOrigin.y + next.y - centred.y),
  };
  editor.run(setPageGeometry, { pageId: page.id, size, gridOrigin }, { label: "set-page" });
}

/** Changes the name or the note of a page; answers whether the document took it. */
export function editPageText(editor: Editor, page: Page, field: "name" | "note", change: TextChange): boolean {
  const text = applied(page[field], change);
  const step = { label: "edit-field", mergeKey: `page:${page.id}:${field}` };
  return field === "name"
    ? editor.run(renamePage, { pageId: page.id, name: text }, step).ok
    : editor.run(setPageNote, { pageId: page.id, note: text }, step).ok;
}

/** Changes what is printed of the issue. */
export function changeIssue(editor: Editor, issue: Partial<Issue>): void {
  editor.run(setIssueFields, { issue }, { label: "set-issue" });
}

/** Changes what is printed of the paper; answers whether the document took it. */
export function editPublicationText(
  editor: Editor,
  publication: Publication,
  field: keyof Publication,
  change: TextChange,
): boolean {
  const step = { label: "edit-field", mergeKey: `publication:${field}` };
  return editor.run(setIssueFields, { publication: { [field]: applied(publication[field], change) } }, step).ok;
}
