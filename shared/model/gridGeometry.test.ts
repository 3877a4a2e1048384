import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bottom, right } from "../geometry/rect";
import { mm, toMm } from "../geometry/units";
import { columnLeft, columnRight, gridRect, lineBottom, linesHeight, linesIn, lineTop, nearestSpan, typeAreaRect, typeAreaSize } from "./gridGeometry";
import { gridOriginOn, pageFormat, pageFormats } from "./pageFormats";

const tabloid = pageFormat("tabloid-272");
const page = { gridOrigin: gridOriginOn(tabloid.size, tabloid.grid) };

describe("the newspaper grid", () => {
  it("defines the type area: 对开 is 352.4 mm wide, 四开 225.4 mm", () => {
    expect(toMm(typeAreaSize(pageFormat("broadsheet-390").grid).width)).toBeCloseTo(352.4, 1);
    expect(toMm(typeAreaSize(tabloid.grid).width)).toBeCloseTo(225.4, 1);
  });

  it("ends the type area with the last line's em box, not with its leading", () => {
    expect(typeAreaSize(tabloid.grid).height).toBe(87 * 11.25 + 9);
    expect(lineBottom(tabloid.grid, page, 87)).toBe(bottom(typeAreaRect(tabloid.grid, page)));
  });

  it.each(pageFormats.map((format) => [format.id, format] as const))("lies inside the page of %s, with more white at the head", (_id, { size, grid }) => {
    const area = typeAreaRect(grid, { gridOrigin: gridOriginOn(size, grid) });
    const foot = size.height - bottom(area);
    expect(area.x).toBeCloseTo(size.width - right(area), 2);
    expect(foot).toBeGreaterThan(mm(10));
    expect(area.y).toBeGreaterThan(foot);
  });

  it("spans columns and lines without the gutter and the leading behind them", () => {
    const rect = gridRect(tabloid.grid, page, { fromColumn: 1, toColumn: 3, fromLine: 2, toLine: 5 });
    expect(rect.x).toBe(columnLeft(tabloid.grid, page, 1));
    expect(right(rect)).toBeCloseTo(columnRight(tabloid.grid, page, 2), 9);
    expect(rect.y).toBe(lineTop(tabloid.grid, page, 2));
    expect(bottom(rect)).toBeCloseTo(lineBottom(tabloid.grid, page, 4), 9);
  });

  it("finds the span that a rectangle was made from, even a little off", () => {
    const index = (most: number) => fc.integer({ min: 0, max: most });
    fc.assert(fc.property(index(5), index(5), index(87), index(87), fc.double({ min: -5, max: 5, noNaN: true }), (a, b, c, d, off) => {
      const span = { fromColumn: Math.min(a, b), toColumn: Math.max(a, b) + 1, fromLine: Math.min(c, d), toLine: Math.max(c, d) + 1 };
      const rect = gridRect(tabloid.grid, page, span);
      expect(nearestSpan(tabloid.grid, page, { ...rect, x: rect.x + off, y: rect.y + off })).toEqual(span);
    }));
  });

  it("counts as many lines in a height as the height was made of", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 11, noNaN: true }), (lines, spare) => {
      expect(linesIn(tabloid.grid, linesHeight(tabloid.grid, lines) + spare)).toBe(lines);
    }));
    expect(linesIn(tabloid.grid, 8)).toBe(0);
  });
});
