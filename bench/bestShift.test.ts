import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestShift, type GreyRaster } from "./bestShift";

/** A soft blot on paper, its middle anywhere; `from` and `gain` are the greys of its ink. */
function blot(middleX: number, middleY: number, darkest: number, paper: number): GreyRaster {
  const [width, height] = [60, 50];
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const far = Math.hypot(x - middleX, (y - middleY) * 1.3) / 9;
      grey[y * width + x] = Math.round(paper - (paper - darkest) * Math.exp(-far * far));
    }
  }
  return { width, height, grey };
}

/** Two crossed strokes, each pixel as dark as it is covered. */
function cross(dx: number, dy: number): GreyRaster {
  const [width, height] = [60, 50];
  const covered = (at: number, from: number, to: number): number => Math.max(0, Math.min(at + 1, to) - Math.max(at, from));
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const level = covered(x, 16 + dx, 44 + dx) * covered(y, 22 + dy, 25 + dy);
      const plumb = covered(x, 27 + dx, 33 + dx) * covered(y, 12 + dy, 38 + dy);
      grey[y * width + x] = Math.round(255 * (1 - Math.max(level, plumb)));
    }
  }
  return { width, height, grey };
}

describe("bestShift", () => {
  it("finds by how much a blot was moved, to a twentieth of a pixel, whatever its ink", () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), fc.integer({ min: 0, max: 120 }), (x, y, ink) => {
        const found = bestShift(blot(30, 25, 0, 255), blot(30 + x, 25 + y, ink, 250), { x: 10, y: 8, width: 40, height: 34 });
        expect(Math.abs(found!.x - x)).toBeLessThan(0.05);
        expect(Math.abs(found!.y - y)).toBeLessThan(0.05);
      }),
      { numRuns: 60 },
    );
  });

  it("finds by how much sharp strokes were moved, to a tenth of a pixel", () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), (x, y) => {
        const found = bestShift(cross(0, 0), cross(x, y), { x: 8, y: 8, width: 44, height: 34 });
        expect(Math.abs(found!.x - x)).toBeLessThan(0.1);
        expect(Math.abs(found!.y - y)).toBeLessThan(0.1);
      }),
      { numRuns: 60 },
    );
  });

  it("finds nothing where a window is blank, and no shift along what looks the same everywhere", () => {
    const blank: GreyRaster = { width: 40, height: 40, grey: new Uint8Array(1600).fill(255) };
    expect(bestShift(blank, blank, { x: 5, y: 5, width: 30, height: 30 })).toBeNull();
    const rule: GreyRaster = { ...blank, grey: blank.grey.map((_, index) => (Math.abs(Math.floor(index / 40) - 20) < 3 ? 0 : 255)) };
    expect(bestShift(rule, rule, { x: 5, y: 5, width: 30, height: 30 })).toEqual({ x: 0, y: 0 });
  });
});
