import { lookUp } from "../../shared/model/indexes";
import { storyLength } from "../../shared/model/references";
import type { EditorState } from "../editor/editorState";
import type { BodyRange } from "../editor/session";
import { documentPlace, sameSource } from "./typedText";

/** Every item of a menu and a bar asks after each change; one state has one answer. */
const known = new WeakMap<EditorState, BodyRange | null>();

/** What is selected in the body of a story, on the page or in the story panel; a caret is an empty range. Null for none. */
export function bodySelection(state: EditorState): BodyRange | null {
  const before = known.get(state);
  if (before !== undefined) return before;
  const range = state.textCursor === null ? panelSelection(state) : pageSelection(state);
  known.set(state, range);
  return range;
}

function pageSelection({ document, layout, textCursor }: EditorState): BodyRange | null {
  if (textCursor === null) return null;
  const anchor = documentPlace(document, layout, textCursor.anchor);
  const focus = documentPlace(document, layout, textCursor.focus);
  if (anchor === null || focus?.source.kind !== "body" || !sameSource(anchor.source, focus.source)) return null;
  const { storyId } = focus.source;
  return { storyId, from: Math.min(anchor.offset, focus.offset), to: Math.max(anchor.offset, focus.offset) };
}

function panelSelection({ document, storySelection }: EditorState): BodyRange | null {
  const story = storySelection === null ? null : lookUp(document.stories, storySelection.storyId);
  if (storySelection === null || story === null) return null;
  // An undo may have made the text shorter than what was selected in it.
  const length = storyLength(story);
  return { storyId: story.id, from: Math.min(storySelection.from, length), to: Math.min(storySelection.to, length) };
}
