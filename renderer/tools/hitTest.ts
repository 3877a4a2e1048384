import { bottom, contains, intersects, outset, right, type PagePoint, type Rect } from "../../shared/geometry/rect";
import type { Pt } from "../../shared/geometry/units";
import type { Box, IssueDocument } from "../../shared/model/document";
import type { BoxId, PageId } from "../../shared/model/ids";
import { articleOfBox } from "../../shared/model/indexes";
import { emptySelection, type Selection } from "../editor/session";
import { addSelection, boxesOfPage, outermostSelection } from "../editor/selection";

/**
 * The box under a point: the frontmost one, thin boxes such as rules reached from `reach` away. A panel without fill is
 * hit at its edge only, and a panel that others stand on yields to them whatever the stacking.
 */
export function boxAt(document: IssueDocument, pageId: PageId, point: PagePoint, reach: Pt): Box | null {
  const hits = boxesOfPage(document, pageId).filter((box) => isHit(box, point, reach));
  return hits.findLast((box) => box.kind !== "panel") ?? hits.at(-1) ?? null;
}

/** What a marquee selects: every article and loose box it touches, or with `deep` every single box. */
export function selectionIn(document: IssueDocument, pageId: PageId, area: Rect, deep: boolean): Selection {
  const boxes = boxesOfPage(document, pageId).filter((box) => touches(area, box));
  if (deep) return { articleIds: [], boxIds: boxes.map((box) => box.id) };
  return boxes.reduce(
    (all, box) => addSelection(document, all, outermostSelection(document, box.id)),
    emptySelection,
  );
}

/** Whether two boxes belong to the same article. */
export function isSibling(document: IssueDocument, a: BoxId, b: BoxId): boolean {
  const article = articleOfBox(document, a);
  return article !== null && article === articleOfBox(document, b);
}

function isHit(box: Box, point: PagePoint, reach: Pt): boolean {
  const thin = Math.min(box.rect.width, box.rect.height) < reach;
  const area = box.kind === "rule" || thin ? outset(box.rect, reach / 2) : box.rect;
  if (!contains(area, point)) return false;
  if (box.kind !== "panel" || box.fill !== null) return true;
  const inner = outset(box.rect, -reach);
  return inner.width <= 0 || inner.height <= 0 || !contains(inner, point);
}

function touches(area: Rect, box: Box): boolean {
  if (!intersects(area, box.rect) && !isCrossed(area, box.rect)) return false;
  // A frame around other boxes is meant only when the marquee crosses its line.
  if (box.kind !== "panel") return true;
  return !(box.rect.x < area.x && right(box.rect) > right(area) && box.rect.y < area.y && bottom(box.rect) > bottom(area));
}

/** Whether a rectangle without area, such as a rule's, lies across another. */
function isCrossed(area: Rect, rect: Rect): boolean {
  return (
    (rect.width === 0 || rect.height === 0) &&
    rect.x <= right(area) && right(rect) >= area.x && rect.y <= bottom(area) && bottom(rect) >= area.y
  );
}
