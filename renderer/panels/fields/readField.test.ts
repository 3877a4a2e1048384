import { describe, expect, it } from "vitest";
import { newspaperTypeSizes, type LengthContext } from "../../../shared/model/typeSizes";
import { formatInk, readDate, readInk, readLength, readNumber, readPercent, readTypeSize, readWhole } from "./readField";

const context: LengthContext = { unit: "mm", grid: { bodySize: 9, pitch: 11.25 }, typeSizes: newspaperTypeSizes };
const anyLength = { from: 0, to: 2000 };
const show = (length: number) => `${length}pt`;

describe("readLength", () => {
  it("takes millimetres, points, characters, lines, names of sizes and plain numbers", () => {
    const read = (text: string) => readLength(text, context, anyLength, show);
    expect(read("25.4mm")).toEqual({ ok: true, value: 72 });
    expect(read("9pt")).toEqual({ ok: true, value: 9 });
    expect(read("小五")).toEqual({ ok: true, value: 9 });
    expect(read("18字")).toEqual({ ok: true, value: 162 });
    expect(read("2行")).toEqual({ ok: true, value: 22.5 });
    expect(read("25.4")).toEqual({ ok: true, value: 72 });
  });

  it("names the text it does not understand and the range it must keep", () => {
    expect(readLength("一尺", context, anyLength, show)).toEqual({
      ok: false,
      problem: { key: "failures.field.length", values: { text: "一尺" } },
    });
    expect(readLength("-1pt", context, anyLength, show)).toEqual({
      ok: false,
      problem: { key: "failures.field.range", values: { from: "0pt", to: "2000pt" } },
    });
  });
});

describe("other fields", () => {
  it("takes plain numbers as points for type sizes", () => {
    expect(readTypeSize("三号", context)).toEqual({ ok: true, value: 15.75 });
    expect(readTypeSize("10.5", context)).toEqual({ ok: true, value: 10.5 });
    expect(readTypeSize("0", context).ok).toBe(false);
  });

  it("takes full-width digits, which input methods type", () => {
    expect(readWhole("１２", { from: 1, to: 20 })).toEqual({ ok: true, value: 12 });
    expect(readNumber("１．５", { from: 0, to: 3 })).toEqual({ ok: true, value: 1.5 });
    expect(readPercent("３５％")).toEqual({ ok: true, value: 0.35 });
  });

  it("refuses numbers that overflow, are not whole, or are none", () => {
    for (const text of ["1e309", "", "1.5", "12a", "99999999999"]) {
      expect(readWhole(text, { from: 0, to: 1e9 }).ok, text).toBe(false);
    }
  });

  it("takes a day however its parts are divided, and no day that does not exist", () => {
    expect(readDate("2026-01-12")).toEqual({ ok: true, value: "2026-01-12" });
    expect(readDate("2026年1月12日")).toEqual({ ok: true, value: "2026-01-12" });
    expect(readDate("2026-02-29").ok).toBe(false);
  });

  it("reads the inks it writes", () => {
    const ink = { cyan: 0, magenta: 1, yellow: 0.855, black: 0.1 };
    expect(formatInk(ink)).toBe("0 100 85.5 10");
    expect(readInk(formatInk(ink))).toEqual({ ok: true, value: ink });
    expect(readInk("0 0 0").ok).toBe(false);
  });
});
