import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rect } from "./rect";
import { contains, intersects } from "./rect";
import { subtractRects } from "./subtractRects";

const rect = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
  .map(([x, y, width, height]): Rect => ({ x, y, width, height }));

describe("subtractRects", () => {
  it("keeps every point that no other rectangle covers, once, and no other", () => {
    fc.assert(
      fc.property(rect, fc.array(rect, { maxLength: 5 }), (whole, others) => {
        const pieces = subtractRects(whole, others);
        for (let x = whole.x + 0.5; x < whole.x + whole.width; x++) {
          for (let y = whole.y + 0.5; y < whole.y + whole.height; y++) {
            const covered = others.some((other) => contains(other, { x, y }));
            expect(pieces.filter((piece) => contains(piece, { x, y }))).toHaveLength(covered ? 0 : 1);
          }
        }
        for (const piece of pieces) for (const other of others) expect(intersects(piece, other)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
