import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OrthogonalPolygon } from "./orthogonalPolygon";
import { orthogonalUnion } from "./orthogonalPolygon";
import { polygonArea, polygonRects, sharedArea } from "./polygonRects";
import type { Rect } from "./rect";

const box = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });
const corners = (polygon: OrthogonalPolygon): readonly (readonly number[])[] => polygon.map(({ x, y }) => [x, y]);

/** Coordinates are multiples of 10, so that cuts of 1 are told from real corners. */
const rects = (maximum: number): fc.Arbitrary<Rect[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .map(([x, y, width, height]) => box(x * 10, y * 10, width * 10, height * 10)),
    { maxLength: maximum },
  );

function coveredArea(solid: readonly Rect[], without: readonly Rect[]): number {
  const inside = (rect: Rect, x: number, y: number): boolean =>
    x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height;
  let cells = 0;
  for (let x = 5; x < 200; x += 10) {
    for (let y = 5; y < 200; y += 10) {
      if (solid.some((rect) => inside(rect, x, y)) && !without.some((rect) => inside(rect, x, y))) cells++;
    }
  }
  return cells * 100;
}

/** Simple, clockwise, axis-aligned, every corner a corner. */
function expectWellFormed(polygon: OrthogonalPolygon): void {
  const count = polygon.length;
  const at = (index: number): { x: number; y: number } => polygon[(index + count) % count] ?? { x: NaN, y: NaN };
  expect(new Set(polygon.map(({ x, y }) => `${x},${y}`)).size).toBe(count);
  let turned = 0;
  for (let index = 0; index < count; index++) {
    const [before, here, after] = [at(index - 1), at(index), at(index + 1)];
    expect((before.x === here.x) !== (before.y === here.y)).toBe(true);
    expect((before.x === here.x) !== (here.x === after.x)).toBe(true);
    turned += Math.sign((here.x - before.x) * (after.y - here.y) - (here.y - before.y) * (after.x - here.x));
  }
  expect(turned).toBe(4);
  for (let one = 0; one < count; one++) {
    for (let two = one + 2; two < count; two++) {
      if (one === 0 && two === count - 1) continue;
      expect(edgesTouch(at(one), at(one + 1), at(two), at(two + 1))).toBe(false);
    }
  }
}

function edgesTouch(a: { x: number; y: number }, b: { x: number; y: number }, c: { x: number; y: number }, d: { x: number; y: number }): boolean {
  const apart = (p: number, q: number, r: number, s: number): boolean => Math.max(p, q) < Math.min(r, s) || Math.max(r, s) < Math.min(p, q);
  return !apart(a.x, b.x, c.x, d.x) && !apart(a.y, b.y, c.y, d.y);
}

describe("orthogonalUnion", () => {
  it("is the rectangle itself for one rectangle, clockwise from its upper left corner", () => {
    expect(orthogonalUnion([box(10, 20, 30, 40)], { cut: 1 }).map(corners)).toEqual([[[10, 20], [40, 20], [40, 60], [10, 60]]]);
  });

  it("has six corners for an L and none where two rectangles meet in a straight edge", () => {
    const [l, ...rest] = orthogonalUnion([box(0, 0, 10, 50), box(10, 30, 20, 20)], { cut: 1 });
    expect(corners(l ?? [])).toEqual([[0, 0], [10, 0], [10, 30], [30, 30], [30, 50], [0, 50]]);
    expect(rest).toEqual([]);
    expect(orthogonalUnion([box(0, 0, 10, 50), box(10, 0, 10, 50)], { cut: 1 }).map(corners)).toEqual([[[0, 0], [20, 0], [20, 50], [0, 50]]]);
  });

  it("gives parts that do not touch a polygon each", () => {
    expect(orthogonalUnion([box(0, 0, 10, 10), box(20, 0, 10, 10)], { cut: 1 })).toHaveLength(2);
  });

  it("opens a hole to the right with a slit as wide as the cut", () => {
    const polygons = orthogonalUnion([box(0, 0, 50, 50)], { without: [box(20, 20, 10, 10)], cut: 1 });
    expect(polygons.map(corners)).toEqual([
      [[0, 0], [50, 0], [50, 20], [20, 20], [20, 30], [30, 30], [30, 21], [50, 21], [50, 50], [0, 50]],
    ]);
  });

  it("keeps two squares apart that meet at a corner", () => {
    const polygons = orthogonalUnion([box(0, 0, 10, 10), box(10, 10, 10, 10)], { cut: 1 });
    expect(polygons.map(polygonArea)).toEqual([99, 100]);
  });

  it("is empty where everything is taken away", () => {
    expect(orthogonalUnion([box(0, 0, 10, 10)], { without: [box(-5, -5, 30, 30)], cut: 1 })).toEqual([]);
  });

  it("always gives simple clockwise polygons that cover the same area but for the cuts", () => {
    fc.assert(
      fc.property(rects(10), rects(4), (solid, without) => {
        const polygons = orthogonalUnion(solid, { without, cut: 1 });
        polygons.forEach(expectWellFormed);
        const area = polygons.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
        const whole = coveredArea(solid, without);
        expect(area).toBeLessThanOrEqual(whole);
        expect(whole - area).toBeLessThanOrEqual(0.2 * whole);
        polygons.forEach((polygon, index) => {
          for (const other of polygons.slice(index + 1)) expect(sharedArea(polygon, other)).toBe(0);
          for (const hole of without) for (const part of polygonRects(polygon)) expect(overlap(part, hole)).toBe(0);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on the order of the rectangles", () => {
    fc.assert(
      fc.property(rects(8), (solid) => {
        expect(orthogonalUnion([...solid].reverse(), { cut: 1 })).toEqual(orthogonalUnion(solid, { cut: 1 }));
      }),
    );
  });
});

describe("polygonRects", () => {
  it("divides any polygon into bands of the same area that do not overlap", () => {
    fc.assert(
      fc.property(rects(8), (solid) => {
        for (const polygon of orthogonalUnion(solid, { cut: 1 })) {
          const bands = polygonRects(polygon);
          expect(bands.reduce((sum, band) => sum + band.width * band.height, 0)).toBe(polygonArea(polygon));
          bands.forEach((band, index) => {
            for (const other of bands.slice(index + 1)) expect(overlap(band, other)).toBe(0);
          });
        }
      }),
    );
  });

  it("keeps a rectangle in one piece and an L in two", () => {
    expect(polygonRects([{ x: 0, y: 0 }, { x: 4, y: 0 }, { x: 4, y: 3 }, { x: 0, y: 3 }])).toEqual([box(0, 0, 4, 3)]);
    const [l] = orthogonalUnion([box(0, 0, 10, 50), box(10, 30, 20, 20)], { cut: 1 });
    expect(polygonRects(l ?? [])).toEqual([box(0, 0, 10, 30), box(0, 30, 30, 20)]);
  });
});

function overlap(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
