import { bottom, right, union, type Rect } from "../../shared/geometry/rect";
import { snapDraggedEdges, snapMovingRect, type DraggedEdges, type Snap, type SnapGuide } from "../../shared/geometry/snap";
import type { Pt } from "../../shared/geometry/units";
import type { BoxId } from "../../shared/model/ids";
import { snapTargets } from "../../shared/model/snapTargets";
import { toPageLength } from "../canvas/viewport";
import type { Editor } from "../editor/editor";
import { boxesOfPage } from "../editor/selection";

/** How far, in CSS pixels, an edge is pulled. */
const SNAP_PIXELS = 6;
const SAME_PLACE = 0.01;

/** How far a moving rectangle is pulled to columns, lines and neighbours of the page. */
export function snapMove(editor: Editor, rect: Rect, dragged: readonly BoxId[]): Snap {
  const { targets, threshold } = settings(editor, dragged);
  const snap = snapMovingRect(rect, targets, threshold);
  return withTellingGuides(editor, snap, dragged);
}

/** How far the edges that are being dragged are pulled. */
export function snapHandle(editor: Editor, rect: Rect, edges: DraggedEdges, dragged: readonly BoxId[]): Snap {
  const { targets, threshold } = settings(editor, dragged);
  const snap = snapDraggedEdges(rect, edges, targets, threshold);
  return withTellingGuides(editor, snap, dragged);
}

/** How far an edge is pulled now, in points. */
export function snapReach(editor: Editor): Pt {
  return toPageLength(editor.viewport.getState(), SNAP_PIXELS);
}

function settings(editor: Editor, dragged: readonly BoxId[]) {
  const { document, pageId } = editor.store.getState();
  return {
    targets: snapTargets(document, pageId, new Set(dragged)),
    threshold: snapReach(editor),
  };
}

/**
 * Every move settles on some line of the grid, so a guide for each would flicker all the time: a horizontal guide is
 * drawn only where it lines up with another box, and as far as that box.
 */
function withTellingGuides(editor: Editor, snap: Snap, dragged: readonly BoxId[]): Snap {
  const { document, pageId } = editor.store.getState();
  const others = boxesOfPage(document, pageId).filter((box) => !dragged.includes(box.id)).map((box) => box.rect);
  const guides = snap.guides.flatMap((guide): readonly SnapGuide[] => {
    if (guide.axis === "x") return [guide];
    const level = others.filter((rect) => isAt(rect.y, guide.at) || isAt(bottom(rect), guide.at));
    const reach = union(level);
    return reach === null ? [] : [{ ...guide, from: reach.x, to: right(reach) }];
  });
  return { ...snap, guides };
}

function isAt(a: number, b: number): boolean {
  return Math.abs(a - b) < SAME_PLACE;
}
