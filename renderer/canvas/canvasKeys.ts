import { moveBoxes } from "../../shared/commands/boxes";
import { mm, type Pt } from "../../shared/geometry/units";
import type { PagePoint } from "../../shared/geometry/rect";
import type { Editor } from "../editor/editor";
import { parentSelection, selectedBox, selectedBoxes, selectionSize } from "../editor/selection";
import type { Selection } from "../editor/session";
import { beginTyping } from "../tools/beginTyping";
import type { Toolbox } from "../tools/toolbox";
import { accessiblePage } from "./accessiblePage";

const SHIFT_FACTOR = 10;
const FINE_STEP = mm(0.1);

/** A key press on the canvas; a `KeyboardEvent` is one. */
export interface CanvasKeyEvent {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/** The keys that mean something only on the page: arrows, Escape, Enter and Tab. All others are actions' shortcuts. */
export function handleCanvasKey(editor: Editor, toolbox: Toolbox, event: CanvasKeyEvent): void {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey) return;
  if (takesKey(editor, toolbox, event)) event.preventDefault();
}

function takesKey(editor: Editor, toolbox: Toolbox, event: CanvasKeyEvent): boolean {
  switch (event.key) {
    case "Escape":
      return escape(editor, toolbox);
    case "Enter":
      return enter(editor);
    case "Tab":
      return selectNext(editor, event.shiftKey ? -1 : 1);
    case "ArrowLeft":
      return nudge(editor, event, { x: -1, y: 0 });
    case "ArrowRight":
      return nudge(editor, event, { x: 1, y: 0 });
    case "ArrowUp":
      return nudge(editor, event, { x: 0, y: -1 });
    case "ArrowDown":
      return nudge(editor, event, { x: 0, y: 1 });
    default:
      return false;
  }
}

/** Gives up a drag, else goes one level up: box, article, nothing, and back to the select tool. */
function escape(editor: Editor, toolbox: Toolbox): boolean {
  if (toolbox.cancel()) return true;
  const { document, selection, tool } = editor.store.getState();
  if (tool !== "select") editor.setTool("select");
  else editor.select(parentSelection(document, selection));
  return true;
}

/** One level down: from an article to its first box, from a box of text into the text. */
function enter(editor: Editor): boolean {
  const { document, layout, pageId, selection } = editor.store.getState();
  const box = selectedBox(document, selection);
  if (box !== null) return beginTyping(editor, box, null);
  const [articleId] = selection.articleIds;
  const item = accessiblePage(document, layout, pageId).find(({ article }) => article?.id === articleId);
  const first = item?.boxes[0];
  if (articleId === undefined || first === undefined) return false;
  editor.select({ articleIds: [], boxIds: [first.id] });
  return true;
}

/**
 * Selects the next thing on the level of the selection: the next box inside an article, the next article on the page.
 * Behind the last and before the first, Tab leaves the canvas.
 */
function selectNext(editor: Editor, by: 1 | -1): boolean {
  const { document, layout, pageId, selection } = editor.store.getState();
  const items = accessiblePage(document, layout, pageId);
  const inside = items.find((item) => item.article !== null && item.boxes.some((box) => selection.boxIds.includes(box.id)));
  const choices: Selection[] =
    inside === undefined
      ? items.map(({ article, boxes }) =>
          article === null ? { articleIds: [], boxIds: boxes.map((box) => box.id) } : { articleIds: [article.id], boxIds: [] },
        )
      : inside.boxes.map((box) => ({ articleIds: [], boxIds: [box.id] }));
  const current = choices.findIndex(
    (choice) =>
      choice.articleIds.some((id) => selection.articleIds.includes(id)) ||
      choice.boxIds.some((id) => selection.boxIds.includes(id)),
  );
  const next = choices[current === -1 ? (by === 1 ? 0 : choices.length - 1) : current + by];
  if (next === undefined) return false;
  editor.select(next);
  return true;
}

/** Moves the selection by one line or character of the grid, a tenth of a millimetre with Alt, ten times that with Shift. */
function nudge(editor: Editor, keys: Pick<CanvasKeyEvent, "altKey" | "shiftKey">, direction: PagePoint): boolean {
  const { document, pageId, selection } = editor.store.getState();
  if (selectionSize(selection) === 0) return false;
  const { pitch, bodySize } = document.grid;
  const step = (gridStep: Pt) => (keys.altKey ? FINE_STEP : gridStep) * (keys.shiftKey ? SHIFT_FACTOR : 1);
  const by = { x: direction.x * step(bodySize), y: direction.y * step(pitch) };
  const boxIds = selectedBoxes(document, pageId, selection).map((box) => box.id);
  // Presses of a held key are one step; letting the key go seals it.
  editor.run(moveBoxes, { boxIds, by }, { label: "nudge", mergeKey: `nudge ${boxIds.join(" ")}` });
  return true;
}
