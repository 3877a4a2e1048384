import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brokenColumns, longColumnCharacters, type RemainderPolicy } from "./brokenColumns";
import { pageFormat } from "./pageFormats";

const broadsheet = pageFormat("broadsheet-390").grid;
const tabloid = pageFormat("tabloid-272").grid;

describe("long columns (长栏)", () => {
  it("are as wide as the newsroom's table says", () => {
    expect([2, 3, 4, 5, 6].map((columns) => longColumnCharacters(broadsheet, columns))).toEqual([27, 41, 55, 69, 83]);
    expect([2, 3, 4, 5, 6].map((columns) => longColumnCharacters(tabloid, columns))).toEqual([23, 35, 47, 59, 71]);
  });
});

describe("broken columns (破栏)", () => {
  it.each([
    [3, 2, 20, 0, 17, 0],
    [4, 3, 17, 2, 15, 0],
    [5, 3, 22, 1, 19, 0],
    [5, 4, 16, 2, 14, 0],
    [5, 2, 34, 0, 29, 0],
    [6, 4, 20, 0, 17, 0],
  ])("are as wide as the newsroom's table says: %i 破 %i", (from, into, wide, wideRest, narrow, narrowRest) => {
    for (const [grid, characters, rest] of [[broadsheet, wide, wideRest], [tabloid, narrow, narrowRest]] as const) {
      const columns = brokenColumns(grid, { from, into }, "longerColumns") ?? [];
      expect(columns.map((column) => column.characters)).toEqual(
        Array.from({ length: into }, (_, index) => characters + (index < rest ? 1 : 0)),
      );
      const even = brokenColumns(grid, { from, into }, "widerGutters") ?? [];
      expect(even.map((column) => column.characters)).toEqual(Array.from({ length: into }, () => characters));
    }
  });

  it("fill the whole measure under either policy", () => {
    const policy = fc.constantFrom<RemainderPolicy>("longerColumns", "widerGutters");
    const grid = fc.constantFrom(broadsheet, tabloid, { ...broadsheet, charactersPerColumn: 17, columns: 6, gutterCharacters: 1.5 });
    fc.assert(fc.property(grid, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 2, max: 10 }), policy, (grid, from, into, policy) => {
      const columns = brokenColumns(grid, { from, into }, policy);
      const last = columns?.at(-1);
      if (columns === null || last === undefined) return;
      expect(last.left + last.characters).toBeCloseTo(longColumnCharacters(grid, from), 9);
      for (const [index, column] of columns.entries()) {
        const next = columns[index + 1];
        if (next !== undefined) expect(next.left - column.left - column.characters).toBeGreaterThanOrEqual(grid.gutterCharacters - 1e-9);
      }
    }));
  });

  it("are none where a column would not hold a character", () => {
    expect(brokenColumns(broadsheet, { from: 1, into: 9 }, "longerColumns")).toBeNull();
  });
});
