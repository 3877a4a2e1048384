import { isMarked } from "../../shared/commands/bodyText";
import { addHouseCharacterStyle, addHouseParagraphStyle } from "../../shared/commands/houseStyles";
import { setMark, setParagraphStyle, toggleMark } from "../../shared/commands/stories";
import type { IssueDocument, Paragraph } from "../../shared/model/document";
import type { CharacterStyleId, ParagraphStyleId } from "../../shared/model/ids";
import { lookUp } from "../../shared/model/indexes";
import type { Editor } from "../editor/editor";
import type { EditorState } from "../editor/editorState";
import { editOf, inSequence } from "../editor/inSequence";
import type { BodyRange } from "../editor/session";
import { bodySelection } from "./bodySelection";

/** The styles of the selected text: the one that all of it has, or null where it has several. */
export interface StylesOfText {
  readonly paragraphStyleId: ParagraphStyleId | null;
  /** `none` where no character is in a character style. */
  readonly characterStyleId: CharacterStyleId | "none" | null;
  /** The paragraphs the selection touches, half-open. */
  readonly fromParagraph: number;
  readonly toParagraph: number;
}

/** The styles of what is selected in a story's body; null where nothing is, or the story has no paragraph. */
export function stylesOfText(state: EditorState): StylesOfText | null {
  const range = bodySelection(state);
  return range === null ? null : stylesOfRange(state.document, range);
}

function stylesOfRange(document: IssueDocument, range: BodyRange): StylesOfText | null {
  const parts = partsOfRange(document, range);
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return null;
  const { styleId } = first.paragraph;
  const marked = parts.filter(({ from, to }) => from < to);
  const styles = new Set((marked.length > 0 ? marked : [first]).flatMap(characterStylesOf));
  const [only] = styles;
  return {
    paragraphStyleId: parts.every(({ paragraph }) => paragraph.styleId === styleId) ? styleId : null,
    characterStyleId: styles.size === 1 && only !== undefined ? only : null,
    fromParagraph: first.index,
    toParagraph: last.index + 1,
  };
}

/** Whether text is selected that can be set in a character style. */
export function hasSelectedText(state: EditorState): boolean {
  const range = bodySelection(state);
  return range !== null && range.from < range.to;
}

/** Sets the paragraphs of the selected text in a style, which is added first where it is the house's and the issue lacks it. */
export function applyParagraphStyle(editor: Editor, styleId: ParagraphStyleId): void {
  const state = editor.store.getState();
  const range = bodySelection(state);
  const styles = stylesOfText(state);
  if (range === null || styles === null) return;
  const { fromParagraph, toParagraph } = styles;
  runAlone(editor, "set-paragraph-style", [
    ...(lookUp(state.document.paragraphStyles, styleId) === null ? [editOf(addHouseParagraphStyle, { styleId })] : []),
    editOf(setParagraphStyle, { storyId: range.storyId, fromParagraph, toParagraph, styleId }),
  ]);
}

/** Sets the selected text in a character style, or takes it away where all of it is in that style already. */
export function toggleCharacterStyle(editor: Editor, styleId: CharacterStyleId): void {
  const state = editor.store.getState();
  const range = bodySelection(state);
  if (range === null) return;
  runAlone(editor, "mark-text", [
    ...(lookUp(state.document.characterStyles, styleId) === null ? [editOf(addHouseCharacterStyle, { styleId })] : []),
    editOf(toggleMark, { ...range, styleId }),
  ]);
}

/** Sets the selected text in a character style, or in none. */
export function applyCharacterStyle(editor: Editor, styleId: CharacterStyleId | null): void {
  const range = bodySelection(editor.store.getState());
  if (range !== null) runAlone(editor, "mark-text", [editOf(setMark, { ...range, styleId })]);
}

function runAlone(editor: Editor, label: "mark-text" | "set-paragraph-style", edits: Parameters<typeof inSequence>[1]): void {
  editor.seal();
  editor.run(inSequence, edits, { label });
  editor.seal();
}

interface Part {
  readonly index: number;
  readonly paragraph: Paragraph;
  /** In the paragraph's text, half-open. */
  readonly from: number;
  readonly to: number;
}

/** The paragraphs a range touches; the paragraph of the caret for an empty one. */
function partsOfRange(document: IssueDocument, { storyId, from, to }: BodyRange): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const [index, paragraph] of (lookUp(document.stories, storyId)?.paragraphs ?? []).entries()) {
    const end = start + paragraph.text.length;
    // A selection that ends at the start of a paragraph has taken the line feed before it, nothing of its own.
    const touches = from === to ? from >= start && from <= end : from <= end && (to > start || paragraph.text === "") && to >= start;
    if (touches) parts.push({ index, paragraph, from: Math.max(from, start) - start, to: Math.min(to, end) - start });
    start = end + 1;
  }
  return parts;
}

/** The character styles of a part, `none` among them; of a caret, what holds the characters on both its sides. */
function characterStylesOf({ paragraph, from, to }: Part): readonly (CharacterStyleId | "none")[] {
  if (from === to) return [paragraph.marks.find((mark) => mark.from < from && mark.to > from)?.styleId ?? "none"];
  const within = paragraph.marks.filter((mark) => mark.from < to && mark.to > from);
  const covered = within.reduce((sum, mark) => sum + Math.min(mark.to, to) - Math.max(mark.from, from), 0);
  return [...within.map((mark) => mark.styleId), ...(covered < to - from ? ["none" as const] : [])];
}

/** Whether all selected text is in a character style, or the caret inside such text. */
export function isInCharacterStyle(state: EditorState, styleId: CharacterStyleId): boolean {
  const range = bodySelection(state);
  if (range === null) return false;
  if (range.from === range.to) return stylesOfText(state)?.characterStyleId === styleId;
  const parts = partsOfRange(state.document, range).filter(({ from, to }) => from < to);
  return parts.length > 0 && parts.every(({ paragraph, from, to }) => isMarked(paragraph, from, to, styleId));
}
