import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orthogonalUnion } from "../../../geometry/orthogonalPolygon";
import { ratioPolygon, UNITS_PER_PAGE } from "../pageUnits";
import { areaPixels } from "./areaPixels";

const side = fc.integer({ min: 0, max: UNITS_PER_PAGE });
const rect = fc.tuple(side, side, side, side).map(([a, b, c, d]) => ({ x: Math.min(a, b), y: Math.min(c, d), width: Math.abs(a - b), height: Math.abs(c - d) }));

describe("areaPixels", () => {
  it("keeps every corner in the picture, no edge slanted, no corner repeated and none inside an edge, with an area", () => {
    fc.assert(
      fc.property(fc.array(rect, { minLength: 1, maxLength: 4 }), rect, fc.integer({ min: 1, max: 3000 }), (rects, hole, width) => {
        const height = Math.ceil(width * 1.4);
        for (const polygon of orthogonalUnion(rects, { without: [hole], cut: 1 })) {
          const points = areaPixels(ratioPolygon(polygon), width, height);
          let area = 0;
          points.forEach(([x, y], index) => {
            const [beforeX, beforeY] = points.at(index - 1) ?? [NaN, NaN];
            const [afterX, afterY] = points[(index + 1) % points.length] ?? [NaN, NaN];
            expect(Number.isInteger(x) && x >= 0 && x <= width && Number.isInteger(y) && y >= 0 && y <= height).toBe(true);
            expect((beforeX === x) !== (beforeY === y)).toBe(true);
            expect((beforeX === x) !== (x === afterX)).toBe(true);
            area += x * afterY - afterX * y;
          });
          expect(Math.abs(area)).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("is the polygon itself where pixels divide it exactly, and a box of one pixel where it is smaller than that", () => {
    expect(areaPixels([[0.1, 0.2], [0.5, 0.2], [0.5, 0.4], [0.1, 0.4]], 100, 200)).toEqual([[10, 40], [50, 40], [50, 80], [10, 80]]);
    expect(areaPixels([[0.999999, 0.999999], [1, 0.999999], [1, 1], [0.999999, 1]], 540, 780)).toEqual([[539, 779], [540, 779], [540, 780], [539, 780]]);
  });
});
