import type { PagePoint } from "../../shared/geometry/rect";
import { placeAtPoint, type FlowPlace } from "../../shared/layout/caret";
import type { Box } from "../../shared/model/document";
import { storyOfFrame } from "../../shared/model/indexes";
import type { Editor } from "../editor/editor";
import { documentPlace } from "../text/typedText";

/** Puts the caret into a box's text, at a point or at its start; answers whether the box has text to type in. */
export function beginTyping(editor: Editor, box: Box, point: PagePoint | null): boolean {
  const place = typingPlace(editor, box, point ?? { x: box.rect.x, y: box.rect.y });
  if (place === null) return false;
  editor.setTool("text");
  editor.select({ articleIds: [], boxIds: [box.id] });
  editor.setTextCursor({ anchor: place, focus: place });
  return true;
}

/** The place in a box's text nearest to a point, or null where nothing can be typed there. */
export function typingPlace(editor: Editor, box: Box, point: PagePoint): FlowPlace | null {
  const { document, layout } = editor.store.getState();
  const place = placeAtPoint(layout, box.id, point) ?? emptyPlace(editor, box);
  return place !== null && documentPlace(document, layout, place) !== null ? place : null;
}

/** The start of a story that has no line yet. */
function emptyPlace(editor: Editor, box: Box): FlowPlace | null {
  const { document, layout } = editor.store.getState();
  const story = box.kind === "text" ? storyOfFrame(document, box.id) : null;
  const paragraph = story === null ? undefined : layout.flows.get(`story:${story.id}`)?.paragraphs[0];
  if (story === null || paragraph === undefined || story.frameIds[0] !== box.id) return null;
  return { flow: `story:${story.id}`, paragraph: 0, offset: paragraph.prefixLength, atLineEnd: false };
}
