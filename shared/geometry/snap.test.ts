import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bottom, right, translate } from "./rect";
import { snapDraggedEdges, snapMovingRect, type SnapTarget, type SnapTargets } from "./snap";

const at = (...places: number[]): readonly SnapTarget[] => places.map((place) => ({ at: place, from: 0, to: 500 }));
const targets: SnapTargets = { lefts: at(0, 100, 200), rights: at(90, 190, 290), tops: at(0, 11, 22), bottoms: at(9, 20, 31) };
const rect = { x: 96, y: 13, width: 50, height: 7 };

describe("snapping a moving rectangle", () => {
  it("pulls the left edge to a column's left and the top to a line's top, and shows both lines", () => {
    expect(snapMovingRect(rect, targets, 6)).toEqual({
      by: { x: 4, y: -2 },
      guides: [
        { axis: "x", at: 100, from: 0, to: 500 },
        { axis: "y", at: 11, from: 0, to: 500 },
      ],
    });
  });

  it("pulls the right edge where that is nearer", () => {
    expect(snapMovingRect({ ...rect, width: 92 }, targets, 6).by.x).toBe(2);
  });

  it("prefers the left edge where both are as near", () => {
    expect(snapMovingRect({ ...rect, width: 90 }, targets, 6)).toMatchObject({ by: { x: 4 }, guides: [{ at: 100 }, {}] });
  });

  it("pulls the bottom only where nothing is near the top", () => {
    expect(snapMovingRect({ ...rect, y: 24.5, height: 6 }, { ...targets, tops: at(0) }, 1).by.y).toBe(0.5);
  });

  it("leaves alone what is farther than the threshold", () => {
    expect(snapMovingRect({ ...rect, width: 20, height: 4 }, targets, 1)).toEqual({ by: { x: 0, y: 0 }, guides: [] });
  });
});

describe("snapping the edges of a rectangle that is resized", () => {
  it("pulls only the edges that are dragged", () => {
    expect(snapDraggedEdges(rect, { x: null, y: "bottom" }, targets, 6)).toMatchObject({ by: { x: 0, y: 0 }, guides: [{ axis: "y", at: 20 }] });
    expect(snapDraggedEdges({ ...rect, width: 97 }, { x: "right", y: null }, targets, 6)).toMatchObject({ by: { x: -3, y: 0 }, guides: [{ axis: "x", at: 190 }] });
    expect(snapDraggedEdges(rect, { x: "left", y: "top" }, targets, 6).by).toEqual({ x: 4, y: -2 });
  });
});

describe("every snap", () => {
  it("stays within the threshold and puts an edge onto each guide", () => {
    const place = fc.double({ min: -50, max: 350, noNaN: true });
    const size = fc.double({ min: 1, max: 200, noNaN: true });
    fc.assert(fc.property(fc.record({ x: place, y: place, width: size, height: size }), fc.double({ min: 0, max: 20, noNaN: true }), (rect, threshold) => {
      const { by, guides } = snapMovingRect(rect, targets, threshold);
      expect(Math.max(Math.abs(by.x), Math.abs(by.y))).toBeLessThanOrEqual(threshold);
      const moved = translate(rect, by);
      for (const guide of guides) {
        const edges = guide.axis === "x" ? [moved.x, right(moved)] : [moved.y, bottom(moved)];
        expect(Math.min(...edges.map((edge) => Math.abs(edge - guide.at)))).toBeLessThan(1e-9);
      }
    }));
  });
});
