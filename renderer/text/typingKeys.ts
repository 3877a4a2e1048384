import { comparePlaces, directionAt, placeInNextLine, type FlowPlace } from "../../shared/layout/caret";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { Editor } from "../editor/editor";
import { deleteText, insertText } from "./typeText";
import { nextCharacter } from "./textUnits";

/** The part of a key press that typing reads. */
export interface TypingKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What the arrows mean in lines that run down and follow each other leftwards, by what they mean in horizontal ones. */
const turnedKeys: Readonly<Record<string, string>> = { ArrowUp: "ArrowLeft", ArrowDown: "ArrowRight", ArrowRight: "ArrowUp", ArrowLeft: "ArrowDown" };

/** Does what a key means while text is typed on the page; answers whether it means anything. */
export function pressTypingKey(editor: Editor, press: TypingKey): boolean {
  const { textCursor, layout } = editor.store.getState();
  if (textCursor === null || press.altKey) return false;
  const control = press.ctrlKey || press.metaKey;
  const { anchor, focus } = textCursor;
  const go = (to: FlowPlace | null) => {
    editor.seal();
    if (to !== null) editor.setTextCursor({ anchor: press.shiftKey ? anchor : to, focus: to });
    return true;
  };
  const selected = comparePlaces(anchor, focus) !== 0;
  if (control) {
    if (press.key.toLowerCase() !== "a") return press.key === "Home" ? go(flowEdge(layout, focus, "start")) : press.key === "End" ? go(flowEdge(layout, focus, "end")) : false;
    const [start, end] = [flowEdge(layout, focus, "start"), flowEdge(layout, focus, "end")];
    if (start !== null && end !== null) editor.setTextCursor({ anchor: start, focus: end });
    return true;
  }
  switch (directionAt(layout, focus) === "vertical" ? (turnedKeys[press.key] ?? press.key) : press.key) {
    case "ArrowLeft":
      return go(selected && !press.shiftKey ? edgeOf(anchor, focus, "start") : neighbour(layout, focus, -1));
    case "ArrowRight":
      return go(selected && !press.shiftKey ? edgeOf(anchor, focus, "end") : neighbour(layout, focus, 1));
    case "ArrowUp":
      return go(placeInNextLine(layout, focus, -1));
    case "ArrowDown":
      return go(placeInNextLine(layout, focus, 1));
    case "Home":
      return go(lineEdge(layout, focus, "start"));
    case "End":
      return go(lineEdge(layout, focus, "end"));
    case "Backspace":
      return deleteText(editor, selected ? { anchor, focus } : { anchor: neighbour(layout, focus, -1), focus });
    case "Delete":
      return deleteText(editor, selected ? { anchor, focus } : { anchor: focus, focus: neighbour(layout, focus, 1) });
    case "Enter":
      return insertText(editor, "\n", "typed");
    case "Escape":
      editor.seal();
      editor.setTool("select");
      return true;
    default:
      return false;
  }
}

function edgeOf(a: FlowPlace, b: FlowPlace, edge: "start" | "end"): FlowPlace {
  return comparePlaces(a, b) <= 0 === (edge === "start") ? a : b;
}

/** The place one character on or back, into the next paragraph at the end of one. */
function neighbour(layout: IssueLayout, place: FlowPlace, step: 1 | -1): FlowPlace {
  const paragraphs = layout.flows.get(place.flow)?.paragraphs ?? [];
  const paragraph = paragraphs[place.paragraph];
  if (paragraph === undefined) return place;
  const atEdge = step === 1 ? place.offset >= paragraph.text.length : place.offset <= paragraph.prefixLength;
  if (!atEdge) {
    const offset = Math.max(paragraph.prefixLength, nextCharacter(paragraph.text, place.offset, step));
    return { ...place, offset, atLineEnd: false };
  }
  const next = paragraphs[place.paragraph + step];
  if (next === undefined) return place;
  return {
    ...place,
    paragraph: place.paragraph + step,
    offset: step === 1 ? next.prefixLength : next.text.length,
    atLineEnd: false,
  };
}

function flowEdge(layout: IssueLayout, place: FlowPlace, edge: "start" | "end"): FlowPlace | null {
  const paragraphs = layout.flows.get(place.flow)?.paragraphs ?? [];
  const index = edge === "start" ? 0 : paragraphs.length - 1;
  const paragraph = paragraphs[index];
  if (paragraph === undefined) return null;
  return { ...place, paragraph: index, offset: edge === "start" ? paragraph.prefixLength : paragraph.text.length, atLineEnd: false };
}

function lineEdge(layout: IssueLayout, place: FlowPlace, edge: "start" | "end"): FlowPlace | null {
  const flow = layout.flows.get(place.flow);
  const line = flow?.lines.find(
    ({ paragraph, from, to }) =>
      paragraph === place.paragraph && from <= place.offset &&
      (place.offset < to || (place.offset === to && (place.atLineEnd || to === flow.paragraphs[paragraph]?.text.length))),
  );
  if (flow === undefined || line === undefined) return null;
  const prefix = flow.paragraphs[line.paragraph]?.prefixLength ?? 0;
  return edge === "start"
    ? { ...place, offset: Math.max(prefix, line.from), atLineEnd: false }
    : { ...place, offset: line.to, atLineEnd: true };
}
