import { describe, expect, it } from "vitest";
import { cssLineBreaks, type CssLineBreakLevel } from "./cssLineBreaks";

/** Whether a line may start with the third character of a text. */
function mayBreak(text: string, level: CssLineBreakLevel, locale: string, wordBreak: "break-all" | "normal" = "normal"): boolean {
  const codePoints = Array.from(text, (character) => character.codePointAt(0)!);
  return cssLineBreaks(codePoints, { level, locale, wordBreak })[2] !== 0;
}

const perLevel = (text: string, locale: string) =>
  (["loose", "normal", "strict"] as const).map((level) => (mayBreak(text, level, locale) ? "1" : "0")).join("");

describe("line-break", () => {
  it.each([
    ["文文ぁ字", "", "110"],
    ["文文゠字", "zh", "110"],
    ["文文゠字", "de", "000"],
    ["文文々字", "", "100"],
    ["文文…字", "de", "100"],
    ["文文！字", "ja", "100"],
    ["文文！字", "de", "000"],
    ["文文％字", "zh-Hans", "100"],
    ["文＄字字", "zh", "100"],
    ["文文–字", "en", "100"],
    ["文文，字", "zh", "000"],
    ["文文$字", "zh", "111"],
  ])("lets %j break before its third character in %j at the levels loose, normal, strict: %s", (text, locale, expected) => {
    expect(perLevel(text, locale)).toBe(expected);
  });

  it("breaks words anywhere with break-all", () => {
    expect([mayBreak("abcd", "normal", "en"), mayBreak("abcd", "normal", "en", "break-all"), mayBreak("ab,d", "normal", "en", "break-all")]).toEqual([false, true, false]);
  });
});
