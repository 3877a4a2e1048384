import { bottom, type PagePoint, type Rect, right } from "./rect";
import type { Pt } from "./units";

/** A line of the page that an edge may settle on. */
export interface SnapTarget {
  readonly at: Pt;
  /** How far the guide is drawn along the line, from its top or left end. */
  readonly from: Pt;
  readonly to: Pt;
}

/** Where the edges of a rectangle may settle, by edge. Of two targets equally near, the earlier one counts. */
export interface SnapTargets {
  readonly lefts: readonly SnapTarget[];
  readonly rights: readonly SnapTarget[];
  readonly tops: readonly SnapTarget[];
  readonly bottoms: readonly SnapTarget[];
}

/** A line that a dragged edge has settled on. */
export interface SnapGuide {
  readonly axis: "x" | "y";
  /** The x of a vertical guide, the y of a horizontal one. */
  readonly at: Pt;
  readonly from: Pt;
  readonly to: Pt;
}

/** How far a dragged rectangle or edge is pulled, and the lines that pull it. */
export interface Snap {
  readonly by: PagePoint;
  readonly guides: readonly SnapGuide[];
}

/** Which edges of a rectangle a drag moves; null for an axis it leaves alone. */
export interface DraggedEdges {
  readonly x: "left" | "right" | null;
  readonly y: "top" | "bottom" | null;
}

/**
 * How far a moving rectangle is pulled: by its left edge or its right, whichever is nearer to a target, and by its top,
 * or by its bottom where no target is near the top. Targets beyond the threshold do not pull.
 */
export function snapMovingRect(rect: Rect, targets: SnapTargets, threshold: Pt): Snap {
  const left = nearest(targets.lefts, rect.x, threshold);
  const rightPull = nearest(targets.rights, right(rect), threshold);
  const x = left !== null && (rightPull === null || Math.abs(left.by) <= Math.abs(rightPull.by)) ? left : rightPull;
  const y = nearest(targets.tops, rect.y, threshold) ?? nearest(targets.bottoms, bottom(rect), threshold);
  return snapOf(x, y);
}

/** How far the dragged edges of a rectangle that is being resized are pulled. */
export function snapDraggedEdges(rect: Rect, edges: DraggedEdges, targets: SnapTargets, threshold: Pt): Snap {
  const x =
    edges.x === null
      ? null
      : edges.x === "left"
        ? nearest(targets.lefts, rect.x, threshold)
        : nearest(targets.rights, right(rect), threshold);
  const y =
    edges.y === null
      ? null
      : edges.y === "top"
        ? nearest(targets.tops, rect.y, threshold)
        : nearest(targets.bottoms, bottom(rect), threshold);
  return snapOf(x, y);
}

interface Pull {
  readonly target: SnapTarget;
  readonly by: Pt;
}

function nearest(targets: readonly SnapTarget[], edge: Pt, threshold: Pt): Pull | null {
  let found: Pull | null = null;
  for (const target of targets) {
    const by = target.at - edge;
    if (Math.abs(by) <= threshold && (found === null || Math.abs(by) < Math.abs(found.by))) found = { target, by };
  }
  return found;
}

function snapOf(x: Pull | null, y: Pull | null): Snap {
  const guides: SnapGuide[] = [];
  if (x !== null) guides.push({ axis: "x", ...lineOf(x.target) });
  if (y !== null) guides.push({ axis: "y", ...lineOf(y.target) });
  return { by: { x: x?.by ?? 0, y: y?.by ?? 0 }, guides };
}

function lineOf({ at, from, to }: SnapTarget): SnapTarget {
  return { at, from, to };
}
