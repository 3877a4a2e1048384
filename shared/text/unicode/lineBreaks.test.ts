import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineBreak, lineBreaks } from "./lineBreaks";

const codePointsOf = (text: string) => Array.from(text, (character) => character.codePointAt(0)!);

/** The text with | where a line may end and ‖ where it must, the end left out. */
function broken(text: string): string {
  const breaks = lineBreaks(codePointsOf(text));
  const sign = (index: number) => (breaks[index] === LineBreak.allowed ? "|" : breaks[index] === LineBreak.mandatory ? "‖" : "");
  return Array.from(text, (character, index) => sign(index) + character).join("");
}

describe("the default line breaks of UAX #14", () => {
  it.each([
    ["中国，你好", "中|国，|你|好"],
    ["“中国”你好", "“中|国”|你|好"],
    ["委“1310”具", "委“1310”具"],
    ["he said (yes)", "he |said |(yes)"],
    ["€ 1,280.50 -3", "€ |1,280.50 |-3"],
    ["a\nb\r\nc", "a\n‖b\r\n‖c"],
    ["the well-known e\u0301tude", "the |well-|known |e\u0301tude"],
    ["10\u00a0km .789", "10\u00a0km |.789"],
    ["🇨🇳🇫🇷👍🏽", "🇨🇳|🇫🇷|👍🏽"],
    ["ああぁー", "あ|あぁー"],
    ["한국어 ", "한|국|어 "],
    ["שלום-עולם", "שלום-|עולם"],
  ])("break %j as %j", (text, expected) => {
    expect(broken(text)).toBe(expected);
  });

  it("never come before a space, a closing mark or a combining mark, and always come at the end", () => {
    const pieces = fc.array(fc.constantFrom("中", "a", "1", " ", "，", "（", ")", "“", "”", "\u0301", "\u200d", "-", "—", "$", "\u00a0"), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, fc.constantFrom(" ", "，", "）", "！"), (before, mark) => {
        const text = codePointsOf(["中", ...before, mark, "\u0301"].join(""));
        const breaks = lineBreaks(text);
        expect(breaks[text.length]).toBe(LineBreak.mandatory);
        expect(breaks[text.length - 2]).toBe(LineBreak.forbidden);
        if (mark !== " ") expect(breaks[text.length - 1]).toBe(LineBreak.forbidden);
        expect(breaks[0]).toBe(LineBreak.forbidden);
      }),
    );
  });
});
