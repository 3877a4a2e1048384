import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mm, storedLength } from "../geometry/units";
import { pageFormat } from "./pageFormats";
import { formatLength, formatTypeSize, type LengthUnit, newspaperTypeSizes, parseGridSize, parseLength, wordTypeSizes } from "./typeSizes";

const { grid } = pageFormat("tabloid-272");
const read = (text: string, unit: LengthUnit = "pt", typeSizes = newspaperTypeSizes) => parseLength(text, { unit, grid, typeSizes });

describe("a typed length", () => {
  it.each([
    ["12mm", storedLength(mm(12))],
    ["9pt", 9],
    ["9 PT", 9],
    ["1.5厘米", storedLength(mm(15))],
    ["小五", 9],
    ["小五号", 9],
    ["二", 21],
    ["小初", 30],
    ["3字", 27],
    ["2行", 22.5],
    ["１２．５ｐｔ", 12.5],
    ["-3", -3],
    ["−3字", -27],
    ["-0", 0],
    ["7", 7],
  ])("%s is understood", (text, length) => {
    expect(read(text)).toEqual({ ok: true, value: length });
  });

  it("in the field's own unit needs none", () => {
    expect(read("10", "mm")).toEqual({ ok: true, value: storedLength(mm(10)) });
    expect(read("4", "line")).toEqual({ ok: true, value: 45 });
  });

  it("by name depends on the house's table", () => {
    expect(read("小初", "pt", wordTypeSizes)).toEqual({ ok: true, value: 36 });
    expect(read("小三")).toEqual({ ok: false, problem: { code: "not-a-length" } });
  });

  it.each([
    ["", "not-a-length"],
    ["abc", "not-a-length"],
    ["1e309", "unknown-unit"],
    ["9furlong", "unknown-unit"],
    ["9constructor", "unknown-unit"],
    ["9".repeat(400), "length-too-large"],
    ["NaN", "not-a-length"],
  ])("%j is refused", (text, code) => {
    expect(read(text)).toEqual({ ok: false, problem: { code } });
  });

  it("never becomes anything but a finite number", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom("1", "9", ".", "-", "+", "m", "p", "t", "字", "行", "小", "五", "e", " ") }), (text) => {
      const result = read(text);
      if (result.ok) expect(Number.isFinite(result.value)).toBe(true);
    }));
  });

  it("reads back as it is shown", () => {
    for (const unit of ["mm", "cm", "pt", "character", "line"] as const) {
      const shown = formatLength(123.45, unit, grid, 6);
      const result = read(shown, unit);
      expect(result.ok ? result.value : null).toBeCloseTo(123.45, 3);
    }
  });
});

describe("type sizes", () => {
  it("are shown by name where they have one", () => {
    expect(formatTypeSize(9, newspaperTypeSizes)).toBe("小五");
    expect(formatTypeSize(21, newspaperTypeSizes)).toBe("二");
    expect(formatTypeSize(9.25, newspaperTypeSizes)).toBe("9.25pt");
  });

  it("read back from what is shown, for every size of both tables", () => {
    for (const table of [newspaperTypeSizes, wordTypeSizes]) {
      for (const { size } of table) expect(read(formatTypeSize(size, table), "pt", table)).toEqual({ ok: true, value: size });
    }
  });

  it("fill a six-column title of 小初 with the characters that the textbook counts", () => {
    const width = (columns: number, characters: number) => (columns * characters + columns - 1) * 9;
    expect(Math.floor(width(6, 13) / 30)).toBe(24);
    expect(Math.floor(width(6, 11) / 30)).toBe(21);
  });
});

describe("a typed size in characters and lines", () => {
  it("leaves no gap below the last line", () => {
    expect(parseGridSize("18字x24行", grid)).toEqual({ ok: true, value: { width: 162, height: 23 * 11.25 + 9 } });
    expect(parseGridSize("18×24", grid).ok).toBe(true);
    expect(parseGridSize("18字x0行", grid).ok).toBe(false);
  });
});
