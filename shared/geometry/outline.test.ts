import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logicalRect, pageRect } from "./logicalRect";
import { clippedOutline, isInside, logicalOutline, outlineBounds, takenStretches } from "./outline";

const square = [{ x: 10, y: 10 }, { x: 30, y: 10 }, { x: 30, y: 30 }, { x: 10, y: 30 }];
/** Two towers on a common floor. */
const towers = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 20 }, { x: 30, y: 20 }, { x: 30, y: 0 }, { x: 40, y: 0 }, { x: 40, y: 30 }, { x: 0, y: 30 }];

describe("what an outline takes of a band", () => {
  it("is all between its edges, wider by the margin", () => {
    const outline = logicalOutline("horizontal", square);
    expect(takenStretches(outline, 15, 20, 3)).toEqual([{ from: 7, to: 33 }]);
    expect(takenStretches(outline, 0, 5, 3)).toEqual([]);
  });

  it("leaves the room between two towers free, not the floor under it", () => {
    const outline = logicalOutline("horizontal", towers);
    expect(takenStretches(outline, 5, 10, 1)).toEqual([{ from: -1, to: 11 }, { from: 29, to: 41 }]);
    expect(takenStretches(outline, 22, 28, 0)).toEqual([{ from: 0, to: 40 }]);
    expect(takenStretches(outline, 15, 22, 0)).toEqual([{ from: 0, to: 40 }]);
  });

  it("holds every point inside it, for any outline", () => {
    const corner = fc.record({ x: fc.integer({ min: 0, max: 50 }), y: fc.integer({ min: 0, max: 50 }) });
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 20 }), (corners, top, height) => {
        const outline = logicalOutline("horizontal", corners);
        const taken = takenStretches(outline, top, top + height, 0);
        for (let x = 0.5; x < 50; x++) {
          for (let y = top + 0.25; y < top + height; y += 0.5) {
            if (isInside(outline, x, y)) expect(taken.some(({ from, to }) => x >= from && x <= to)).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("a clipped outline", () => {
  it("is what lies inside the rectangle, or nothing", () => {
    const clipped = clippedOutline(square, { x: 20, y: 0, width: 100, height: 15 });
    expect(outlineBounds(logicalOutline("horizontal", clipped))).toEqual({ x: 20, y: 10, width: 10, height: 5 });
    expect(clippedOutline(square, { x: 50, y: 50, width: 9, height: 9 })).toEqual([]);
  });
});

describe("a rectangle as text sees it", () => {
  it("comes back to the page, and keeps what stands in it in it", () => {
    const length = fc.integer({ min: -500, max: 500 });
    const side = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(fc.record({ x: length, y: length, width: side, height: side }), fc.constantFrom("horizontal" as const, "vertical" as const), (rect, direction) => {
        const there = logicalRect(direction, rect);
        expect(pageRect(direction, there)).toEqual({ ...rect, x: rect.x + 0, y: rect.y + 0 });
        const corners = [{ x: rect.x, y: rect.y }, { x: rect.x + rect.width, y: rect.y }, { x: rect.x + rect.width, y: rect.y + rect.height }];
        expect(outlineBounds(logicalOutline(direction, corners))).toEqual(there);
      }),
    );
  });
});
