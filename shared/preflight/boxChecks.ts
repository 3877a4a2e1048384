import { bottom, right, type Rect } from "../geometry/rect";
import type { SetLine } from "../layout/issueLayout";
import type { Box, Page } from "../model/document";
import { articleOfBox, lookUp } from "../model/indexes";
import type { PreflightProblem } from "./preflightProblem";
import { placedBoxes, placeOfBox, type PreflightScene } from "./preflightScene";

/** Stored lengths are rounded to 0.001 pt; what reaches no further over the edge stands on it. */
const EDGE_TOLERANCE = 0.01;
/** Characters may touch by this much: em boxes are larger than what is printed in them. */
const OVERLAP_TOLERANCE = 1;

/** Boxes that reach over the trim edge. */
export function checkBoxesOnPage(scene: PreflightScene): readonly PreflightProblem[] {
  return scene.document.pages.flatMap((page) =>
    page.boxIds.flatMap((boxId): readonly PreflightProblem[] => {
      const box = lookUp(scene.document.boxes, boxId);
      if (box === null || isOnPage(box.rect, page)) return [];
      return [{ code: "box-off-page", severity: "error", place: placeOfBox(scene.document, boxId), data: {} }];
    }),
  );
}

function isOnPage(rect: Rect, { size }: Page): boolean {
  return (
    rect.x >= -EDGE_TOLERANCE &&
    rect.y >= -EDGE_TOLERANCE &&
    right(rect) <= size.width + EDGE_TOLERANCE &&
    bottom(rect) <= size.height + EDGE_TOLERANCE
  );
}

/** Boxes whose text is printed over the text of another, each pair once, told of the one in front. */
export function checkTextOverlaps(scene: PreflightScene): readonly PreflightProblem[] {
  const shown = placedBoxes(scene).flatMap((box) => {
    const lines = scene.linesByBox.get(box.id);
    return lines === undefined ? [] : [{ box, inks: lines.map(inkOf), page: placeOfBox(scene.document, box.id).pageNumber }];
  });
  return shown.flatMap((front, index) =>
    shown.slice(0, index).flatMap((back): readonly PreflightProblem[] => {
      if (front.page !== back.page) return [];
      if (!front.inks.some((ink) => back.inks.some((other) => overlaps(ink, other)))) return [];
      const other = nameOf(scene, back.box);
      return [{ code: "boxes-overlap-text", severity: "warning", place: placeOfBox(scene.document, front.box.id), data: { other } }];
    }),
  );
}

/** Text that a picture or a filled panel in front of it hides: it would be lost in print. Told of the box with the text. */
export function checkHiddenText(scene: PreflightScene): readonly PreflightProblem[] {
  return scene.document.pages.flatMap((page) => {
    const boxes = page.boxIds.flatMap((boxId) => lookUp(scene.document.boxes, boxId) ?? []);
    return boxes.flatMap((box, depth) => {
      const inks = scene.linesByBox.get(box.id)?.map(inkOf) ?? [];
      return boxes.slice(depth + 1).filter(isOpaque).flatMap((cover): readonly PreflightProblem[] => {
        const lines = inks.filter((ink) => overlaps(ink, cover.rect)).length;
        if (lines === 0) return [];
        const data = { lines, other: nameOf(scene, cover) };
        return [{ code: "text-hidden", severity: "error", place: placeOfBox(scene.document, box.id), data }];
      });
    });
  });
}

/** Whether nothing behind the box can be seen through it. */
function isOpaque(box: Box): boolean {
  return box.kind === "picture" || (box.kind === "panel" && box.fill !== null);
}

/** The part of a line's measure that its characters take. */
function inkOf({ rect, positions, direction }: SetLine): Rect {
  const from = positions[0] ?? 0;
  const length = (positions[positions.length - 1] ?? 0) - from;
  return direction === "horizontal"
    ? { ...rect, x: rect.x + from, width: length }
    : { ...rect, y: rect.y + from, height: length };
}

function overlaps(a: Rect, b: Rect): boolean {
  const width = Math.min(right(a), right(b)) - Math.max(a.x, b.x);
  const height = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);
  return width > OVERLAP_TOLERANCE && height > OVERLAP_TOLERANCE;
}

function nameOf(scene: PreflightScene, box: Box): string {
  const { articleName } = placeOfBox(scene.document, box.id);
  return articleName !== "" ? articleName : (articleOfBox(scene.document, box.id)?.id ?? box.id);
}
