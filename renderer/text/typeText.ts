import { comparePlaces } from "../../shared/layout/caret";
import { printedTitle } from "../../shared/model/titleText";
import type { Editor } from "../editor/editor";
import { inSequence } from "../editor/inSequence";
import type { TextCursor } from "../editor/session";
import { documentPlace, flowPlace, replaceEdit, sameSource } from "./typedText";

/** How text came in: key by key, or at once. */
export type TypingOrigin = "typed" | "composed" | "pasted";

/**
 * Puts text in place of what is selected, and the caret behind it. Letters typed one after the other are one undo step
 * until the history is sealed; a composition and a paste are steps of their own.
 */
export function insertText(editor: Editor, text: string, origin: TypingOrigin): boolean {
  const { textCursor } = editor.store.getState();
  return textCursor !== null && replaceSelection(editor, textCursor, text, origin);
}

/** Deletes what lies between the two places of a cursor. */
export function deleteText(editor: Editor, cursor: TextCursor): boolean {
  if (comparePlaces(cursor.anchor, cursor.focus) === 0) return true;
  return replaceSelection(editor, cursor, "", "typed");
}

/** The selected text as the document has it. */
export function selectedText(editor: Editor): string {
  const { document, layout, textCursor } = editor.store.getState();
  if (textCursor === null) return "";
  const anchor = documentPlace(document, layout, textCursor.anchor);
  const focus = documentPlace(document, layout, textCursor.focus);
  if (anchor === null || focus === null || !sameSource(anchor.source, focus.source)) return "";
  return focus.text.slice(Math.min(anchor.offset, focus.offset), Math.max(anchor.offset, focus.offset));
}

function replaceSelection(editor: Editor, cursor: TextCursor, text: string, origin: TypingOrigin): boolean {
  const { document, layout } = editor.store.getState();
  const { flow } = cursor.focus;
  const anchor = documentPlace(document, layout, cursor.anchor);
  const focus = documentPlace(document, layout, cursor.focus);
  // Two parts of a title are two texts: what is selected across both cannot be replaced by one.
  if (anchor === null || focus === null || !sameSource(anchor.source, focus.source)) return true;
  const { source } = focus;
  const from = Math.min(anchor.offset, focus.offset);
  const to = Math.max(anchor.offset, focus.offset);
  const inserted = source.kind === "caption" ? text.replaceAll("\n", "") : text;
  const name = source.kind === "caption" ? `${source.boxId} ${source.field}` : source.storyId;
  if (origin !== "typed") editor.seal();
  const edits = [replaceEdit(focus, from, to, inserted)];
  const result = editor.run(inSequence, edits, { label: "type", mergeKey: `type ${source.kind} ${name}` });
  if (origin !== "typed") editor.seal();
  if (!result.ok) return true;
  const before = focus.text.slice(0, from) + inserted;
  const end = source.kind === "title" ? printedTitle(before).length : before.length;
  const place = flowPlace(editor.store.getState().layout, flow, source, end);
  editor.setTextCursor(place === null ? null : { anchor: place, focus: place });
  return true;
}
