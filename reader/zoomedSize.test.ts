import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitWidth, scrollKeeping, steppedWidth, zoomedWidth } from "./zoomedSize";

const range = { fit: 500, most: 2778 };

describe("the size of a zoomed page", () => {
  it("is never smaller than the fit nor larger than the largest picture", () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1e5, noNaN: true }), (wanted) => {
      const width = zoomedWidth(wanted, range);
      expect(width).toBeGreaterThanOrEqual(500);
      expect(width).toBeLessThanOrEqual(2778);
    }));
    expect(steppedWidth(steppedWidth(600, 1, range), -1, range)).toBeCloseTo(600);
  });

  it("keeps what is under the pointer under it", () => {
    // 300 px into the page before; twice as large, 600 px in, 200 px from the edge of the window as before.
    expect(scrollKeeping(100, 200, 2)).toBe(400);
  });

  it("fits the whole page, or its width where the window is narrow", () => {
    expect(fitWidth({ width: 1000, height: 800 }, 0.7, false)).toBe(560);
    expect(fitWidth({ width: 390, height: 300 }, 0.7, true)).toBe(390);
  });
});
