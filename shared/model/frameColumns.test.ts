import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnMeasures, hasOddSpace, textFrameColumns, type ColumnedFrame } from "./frameColumns";
import { pageFormat } from "./pageFormats";

const { grid } = pageFormat("broadsheet-390");
const em = grid.bodySize;

const frameOf = (columns: number, characters: number, change: Partial<ColumnedFrame> = {}): ColumnedFrame => ({
  rect: { x: 10, y: 20, width: characters * em, height: 200 }, columns, gutter: em, direction: "horizontal", remainder: "even", ...change,
});

/** The measures in characters. */
const characters = (frame: ColumnedFrame) =>
  columnMeasures(frame, grid).map(({ start, length }) => [start / em, length / em].map((value) => Math.round(value * 1000) / 1000));

describe("a frame's columns", () => {
  it("share it evenly unless it says otherwise", () => {
    expect(characters(frameOf(2, 40))).toEqual([[0, 19.5], [20.5, 19.5]]);
  });

  it("are whole characters, the rest in the first of them or in their gutters (破栏)", () => {
    expect(characters(frameOf(3, 55, { remainder: "longerColumns" }))).toEqual([[0, 18], [19, 18], [38, 17]]);
    expect(characters(frameOf(3, 55, { remainder: "widerGutters" }))).toEqual([[0, 17], [19, 17], [38, 17]]);
  });

  it("leave something over only where they are no whole characters anyway", () => {
    expect([frameOf(3, 47), frameOf(2, 27), frameOf(1, 13.5)].map((frame) => hasOddSpace(frame, grid))).toEqual([false, false, false]);
    expect([frameOf(3, 55), frameOf(2, 40), frameOf(4, 47, { gutter: 1.5 * em })].map((frame) => hasOddSpace(frame, grid))).toEqual([true, true, true]);
  });

  it("are tiers from the top where text is vertical", () => {
    const frame = frameOf(2, 0, { direction: "vertical", rect: { x: 10, y: 20, width: 100, height: 23 * em } });
    const size = { x: 10, width: 100, height: 11 * em };
    expect(textFrameColumns(frame, grid)).toEqual([{ ...size, y: 20 }, { ...size, y: 20 + 12 * em }]);
  });

  it("fill it, a gutter or more apart, in whole characters, whatever its width", () => {
    const policy = fc.constantFrom("longerColumns" as const, "widerGutters" as const);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.double({ min: 20, max: 90, noNaN: true }), policy, (columns, width, remainder) => {
        const frame = frameOf(columns, width, { remainder });
        const measures = columnMeasures(frame, grid);
        const last = measures.at(-1)!;
        expect(last.start + last.length).toBeCloseTo(frame.rect.width, 1);
        for (const [index, { start, length }] of measures.entries()) {
          expect(Math.abs(length / em - Math.round(length / em))).toBeLessThan(1e-9);
          const next = measures[index + 1];
          if (next !== undefined) expect(next.start - start - length).toBeGreaterThanOrEqual(em - 0.01);
        }
      }),
    );
  });
});
