import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactShift } from "./exactShift";

describe("exactShift", () => {
  it("finds the least shift at which the story is not over, wherever that is within reach", () => {
    fc.assert(
      fc.property(fc.integer({ min: -7, max: 7 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }), (exact, columns, rest) => {
        const spareAtExact = Math.min(rest, columns - 1);
        const found = exactShift((lines) => {
          const spare = (lines - exact) * columns + spareAtExact;
          return { overLines: Math.max(0, -spare), overCharacters: Math.max(0, -spare) * 10, spareLines: Math.max(0, spare) };
        }, columns);
        expect(found).toBe(exact);
      }),
    );
  });

  it("gives up where it is far away or nothing can be composed", () => {
    expect(exactShift(() => ({ overLines: 500, overCharacters: 5000, spareLines: 0 }), 2)).toBeNull();
    expect(exactShift(() => ({ overLines: 0, overCharacters: 0, spareLines: 500 }), 2)).toBeNull();
    expect(exactShift(() => null, 2)).toBeNull();
  });
});
