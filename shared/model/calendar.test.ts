import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chineseDate, isoWeekday, parseIsoDate, weekdayName } from "./calendar";

describe("the calendar", () => {
  it("knows that 12 January 2026 was a Monday", () => {
    const date = parseIsoDate("2026-01-12");
    expect(date).toEqual({ year: 2026, month: 1, day: 12 });
    expect(date && weekdayName(date)).toBe("星期一");
    expect(date && chineseDate(date)).toBe("2026年1月12日");
  });

  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-2", "1900-02-29", "2026-01-12T00:00", "today", ""])("knows no day %j", (text) => {
    expect(parseIsoDate(text)).toBeNull();
  });

  it("keeps the leap days of 2000 and 2024", () => {
    expect(parseIsoDate("2000-02-29")).not.toBeNull();
    expect(parseIsoDate("2024-02-29")).not.toBeNull();
  });

  it("agrees with the machine's calendar on every weekday", () => {
    const days = fc.integer({ min: 0, max: 3_000_000 });
    fc.assert(fc.property(days, (day) => {
      const machine = new Date(Date.UTC(1600, 0, 1) + day * 86_400_000);
      const date = parseIsoDate(machine.toISOString().slice(0, 10));
      expect(date && isoWeekday(date)).toBe(machine.getUTCDay() || 7);
    }));
  });
});
