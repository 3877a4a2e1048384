import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCut, type Piece } from "./cutSpace";

const piece = (from: number, to: number, stiffness: number, least = 1): Piece => ({ interval: [from, to], stiffness, least });

describe("cutting space into an arrangement", () => {
  it("stretches what is soft and moves what is stiff", () => {
    const cut = createCut([piece(0, 30, 8), piece(32, 100, 0), piece(104, 150, 16)], 20, "end");
    expect([0, 30, 32, 100, 104, 150].map((at) => cut?.(at))).toEqual([0, 30, 32, 120, 124, 170]);
  });

  it("takes space from what is soft first, then from what is stiffer", () => {
    const cut = createCut([piece(0, 50, 4), piece(50, 60, 0)], -19, "end");
    expect([0, 50, 60].map((at) => cut?.(at))).toEqual([0, 40, 41]);
  });

  it("refuses to take more than there is", () => {
    expect(createCut([piece(0, 50, 4), piece(50, 60, 0)], -59, "end")).toBeNull();
  });

  it("keeps every order, leaves the start and moves the end by all of it", () => {
    const pieces = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 80 }), fc.constantFrom(0, 1, 4, 8)),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(pieces, fc.integer({ min: -60, max: 300 }), fc.constantFrom("start" as const, "end" as const), (raw, by, near) => {
        const all = raw.map(([from, length, stiffness]) => piece(from, from + length, stiffness));
        const cut = createCut(all, by, near);
        if (cut === null) {
          expect(by).toBeLessThan(0);
          return;
        }
        const edges = all.flatMap(({ interval }) => interval).sort((a, b) => a - b);
        const moved = edges.map(cut);
        for (let index = 1; index < moved.length; index++) {
          expect(moved[index] ?? 0).toBeGreaterThanOrEqual((moved[index - 1] ?? 0) - 1e-6);
        }
        expect(moved[0]).toBeCloseTo(edges[0] ?? 0, 6);
        expect(moved.at(-1)).toBeCloseTo((edges.at(-1) ?? 0) + by, 6);
        for (const { interval, least } of all) expect(cut(interval[1]) - cut(interval[0])).toBeGreaterThanOrEqual(Math.min(least, interval[1] - interval[0]) - 1e-6);
      }),
    );
  });
});
