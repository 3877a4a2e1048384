import { describe, expect, it } from "vitest";
import { utcOffset } from "./utcOffset";

describe("utcOffset", () => {
  it.each([
    ["Asia/Shanghai", "2026-01-12", "+08:00"],
    ["Asia/Macau", "2026-07-12", "+08:00"],
    ["Europe/London", "2026-01-12", "+00:00"],
    ["Europe/Berlin", "2026-07-12", "+02:00"],
    ["Nowhere/Atall", "2026-01-12", "+08:00"],
  ])("knows %s on %s as %s", (timeZone, date, offset) => {
    expect(utcOffset({ timeZone, date })).toBe(offset);
  });
});
