import { addArticle, type ArticleNames, type DrawnArticle, type DrawnKind } from "../../shared/commands/addArticle";
import type { Command } from "../../shared/commands/command";
import type { Rect } from "../../shared/geometry/rect";
import { gridRect, nearestSpan } from "../../shared/model/gridGeometry";
import { ok } from "../../shared/result";
import type { Editor } from "../editor/editor";
import { noFeedback, type Gesture } from "../editor/gesture";
import { dragArea } from "./dragArea";
import { hasDragged, type Tool, type ToolPointer } from "./tool";

/** Draws a new article of a kind on the columns and lines that a drag covers; then the select tool takes over. */
export function createDrawTool(editor: Editor, kind: DrawnKind): Tool {
  let press: Press | null = null;
  return {
    down: (pointer) => {
      press = { from: pointer, names: newNames(editor), gesture: null, refused: null };
    },
    move: (pointer) => {
      if (press === null || (press.gesture === null && !hasDragged(press.from, pointer))) return;
      press.gesture ??= editor.beginGesture(STEP);
      const rect = dragArea(press.from.point, pointer.point);
      const { pageId } = editor.store.getState();
      const drawn = { kind, pageId, rect, names: press.names };
      const result = press.gesture.preview(addArticle, drawn);
      press.refused = result.ok ? null : drawn;
      if (!result.ok) press.gesture.preview(asItIs, null);
      const area = result.ok ? coveredArea(editor, rect) : rect;
      press.gesture.show({ ...noFeedback, area, measured: result.ok });
    },
    up: () => {
      const ended = press;
      press = null;
      if (ended === null || ended.gesture === null) return;
      if (ended.refused === null) ended.gesture.commit();
      // Run outside the gesture, the refusal is told.
      else editor.run(addArticle, ended.refused, { label: STEP });
      const { articleId } = ended.names;
      if (!Object.hasOwn(editor.store.getState().document.articles, articleId)) return;
      editor.setTool("select");
      editor.select({ articleIds: [articleId], boxIds: [] });
    },
    cancel: () => {
      const pressed = press !== null;
      press?.gesture?.abandon();
      press = null;
      return pressed;
    },
    hover: () => ({ cursor: "crosshair", boxId: null }),
  };
}

const STEP = "draw-article";

/** What an earlier place of the pointer would have made is not shown where nothing would be made. */
const asItIs: Command<null> = (document) => ok(document);

interface Press {
  readonly from: ToolPointer;
  readonly names: ArticleNames;
  gesture: Gesture | null;
  /** What is drawn now, where it cannot be made. */
  refused: DrawnArticle | null;
}

function newNames(editor: Editor): ArticleNames {
  return {
    articleId: editor.newId(),
    storyId: editor.newId(),
    titleFrameId: editor.newId(),
    bodyFrameId: editor.newId(),
    pictureFrameId: editor.newId(),
    captionFrameId: editor.newId(),
  };
}

/** The columns and lines that a drawn rectangle stands for. */
function coveredArea(editor: Editor, rect: Rect): Rect {
  const { document, pageId } = editor.store.getState();
  const page = document.pages.find((page) => page.id === pageId);
  return page === undefined ? rect : gridRect(document.grid, page, nearestSpan(document.grid, page, rect));
}
