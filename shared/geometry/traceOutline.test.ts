import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureMask } from "./figureMask";
import { traceOutline, type FigureMask } from "./traceOutline";

function maskOf(width: number, height: number, isInside: (x: number, y: number) => boolean): FigureMask {
  return { width, height, inside: Uint8Array.from({ length: width * height }, (_, at) => (isInside(at % width, Math.floor(at / width)) ? 1 : 0)) };
}

function isWithin(corners: readonly { readonly x: number; readonly y: number }[], x: number, y: number): boolean {
  let crossings = 0;
  corners.forEach((to, index) => {
    const from = corners[(index + corners.length - 1) % corners.length]!;
    if (from.y > y !== to.y > y && x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)) crossings += 1;
  });
  return crossings % 2 === 1;
}

describe("a traced outline", () => {
  it("of a rectangle has its four corners, to the raster's edge where it reaches that", () => {
    const whole = traceOutline(maskOf(40, 30, () => true), { tolerance: 1, most: 100 });
    expect(whole).toHaveLength(4);
    expect(whole).toEqual(expect.arrayContaining([{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }]));
  });

  it("of an ellipse holds what is inside and not what is outside, within two points", () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 40 }), fc.integer({ min: 8, max: 40 }), fc.integer({ min: 45, max: 60 }), fc.integer({ min: 45, max: 60 }), (a, b, x, y) => {
        const far = (px: number, py: number) => Math.hypot((px - x) / a, (py - y) / b);
        const corners = traceOutline(maskOf(110, 110, (px, py) => far(px, py) <= 1), { tolerance: 1, most: 200 });
        expect(corners.length).toBeLessThan(80);
        for (let py = 0; py < 110; py += 3) {
          for (let px = 0; px < 110; px += 3) {
            const off = (far(px, py) - 1) * Math.min(a, b);
            if (Math.abs(off) > 2.5) expect(isWithin(corners, (px + 0.5) / 110, (py + 0.5) / 110)).toBe(off < 0);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("ends on any mask, keeps to the most corners, and is that of the largest figure", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), fc.uint8Array({ minLength: 1, maxLength: 500 }), (width, noise) => {
        const height = Math.ceil(noise.length / width);
        const corners = traceOutline(maskOf(width, height, (x, y) => (noise[y * width + x] ?? 0) > 120), { tolerance: 0.5, most: 12 });
        expect(corners.length).toBeLessThanOrEqual(12);
        expect(corners.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1)).toBe(true);
      }),
    );
    const two = traceOutline(maskOf(60, 60, (x, y) => (x < 5 && y < 5) || (x > 20 && y > 20)), { tolerance: 1, most: 100 });
    expect(Math.min(...two.map(({ x }) => x))).toBeGreaterThan(0.3);
    expect(traceOutline(maskOf(9, 9, () => false), { tolerance: 1, most: 100 })).toEqual([]);
  });
});

describe("a figure's mask", () => {
  const pixels = (colourAt: (x: number, y: number) => readonly number[]) => ({
    width: 20,
    height: 10,
    data: Uint8Array.from(Array.from({ length: 200 }, (_, at) => colourAt(at % 20, Math.floor(at / 20))).flat()),
  });

  it("is what is not see-through, else what differs from a plain light background, else nothing can be told", () => {
    const alpha = figureMask(pixels((x) => [9, 9, 9, x < 5 ? 255 : 0]));
    expect(alpha?.inside.reduce((sum, at) => sum + at, 0)).toBe(50);
    const light = figureMask(pixels((x, y) => (x > 4 && x < 9 && y > 1 && y < 6 ? [40, 60, 90, 255] : [250, 248, 252, 255])));
    expect(light?.inside.reduce((sum, at) => sum + at, 0)).toBe(16);
    expect(figureMask(pixels((x) => [x * 12, 30, 60, 255]))).toBeNull();
    expect(figureMask(pixels(() => [10, 10, 10, 255]))).toBeNull();
  });
});
