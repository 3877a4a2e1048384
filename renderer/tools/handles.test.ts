import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bottom, right } from "../../shared/geometry/rect";
import { dragHandle, handleAt, handlePoint, handles } from "./handles";

const rects = fc.record({
  x: fc.integer({ min: -100, max: 100 }),
  y: fc.integer({ min: -100, max: 100 }),
  width: fc.integer({ min: 20, max: 400 }),
  height: fc.integer({ min: 20, max: 400 }),
});
const vectors = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });

describe("handles", () => {
  it("are found where they are drawn", () => {
    fc.assert(
      fc.property(rects, fc.constantFrom(...handles), (rect, handle) => {
        expect(handleAt(rect, handlePoint(rect, handle), 3)).toBe(handle);
      }),
    );
  });

  it("give way to the corner where a box is small", () => {
    expect(handleAt({ x: 0, y: 0, width: 4, height: 4 }, { x: 0, y: 0 }, 6)).toEqual({ x: "left", y: "top" });
  });

  it("leave the opposite side where it is and never turn a rectangle inside out", () => {
    fc.assert(
      fc.property(rects, fc.constantFrom(...handles), vectors, (rect, handle, by) => {
        const dragged = dragHandle(rect, handle, by, 9);
        expect(dragged.width).toBeGreaterThanOrEqual(9);
        expect(dragged.height).toBeGreaterThanOrEqual(9);
        if (handle.x !== "left") expect(dragged.x).toBe(rect.x);
        if (handle.x !== "right") expect(right(dragged)).toBe(right(rect));
        if (handle.y !== "top") expect(dragged.y).toBe(rect.y);
        if (handle.y !== "bottom") expect(bottom(dragged)).toBe(bottom(rect));
      }),
    );
  });
});
