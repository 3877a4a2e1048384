import { describe, expect, it } from "vitest";
import { characterClass } from "./characterClass";
import { pairTrim, trimSide, TrimSide, type AdjacentTrim, type FullWidthMark } from "./punctuationWidth";
import { takesAutospace } from "./spacing";

const mark = (character: string): FullWidthMark => {
  const codePoint = character.codePointAt(0)!;
  return { codePoint, characterClass: characterClass(codePoint), side: trimSide(codePoint, "horizontal") };
};
/** What a pair gives up: its two marks with the trimmed one in lower case letters a and b. */
const trimmed = (pair: string, trim: AdjacentTrim = "half") => {
  const { first, second } = pairTrim(mark(pair[0]!), mark(pair[1]!), trim);
  return (first ? "1" : "") + (second ? "2" : "");
};

describe("adjacent marks", () => {
  it.each([["“《", "2"], ["”“", "2"], ["》（", "2"], ["：“", "2"], ["，《", "2"], ["》”", "1"], ["。”", "1"], ["！）", "1"], ["”，", "1"], ["）。", "1"]])(
    "give up half an em of %s so that brackets stay close to what they hold",
    (pair, which) => expect(trimmed(pair)).toBe(which),
  );

  it.each([["“，"], ["，。"], ["。—"], ["…“"], ["，…"], ["中“"], ["”中"]])("give up nothing of %s", (pair) => {
    expect(trimmed(pair)).toBe("");
  });

  it("close up to one em where tight, but for 。！？", () => {
    expect(trimmed("》（", "tight")).toBe("12");
    expect(trimmed("“《", "tight")).toBe("12");
    expect(trimmed("。”", "tight")).toBe("1");
    expect(trimmed("》（", "off")).toBe("");
  });
});

describe("trimmable sides", () => {
  it("are the right of stops and closing marks and the left of opening marks", () => {
    expect(trimSide("，".charCodeAt(0), "horizontal")).toBe(TrimSide.end);
    expect(trimSide("”".charCodeAt(0), "horizontal")).toBe(TrimSide.end);
    expect(trimSide("“".charCodeAt(0), "horizontal")).toBe(TrimSide.start);
    expect(trimSide("·".charCodeAt(0), "horizontal")).toBe(TrimSide.none);
  });

  it("leave ：；！？ whole in vertical setting", () => {
    for (const character of "：；！？") expect(trimSide(character.charCodeAt(0), "vertical")).toBe(TrimSide.none);
    expect(trimSide("。".charCodeAt(0), "vertical")).toBe(TrimSide.end);
  });
});

describe("the gap between Han and Western text", () => {
  const gap = (pair: string) => {
    const [a, b] = Array.from(pair).map((character) => character.codePointAt(0)!);
    return takesAutospace(characterClass(a!), a!, characterClass(b!), b!);
  };

  it("opens beside letters, digits and the signs of numbers", () => {
    expect(["在A", "A在", "第3", "3个", "%的", "涨$", "𠮷a"].every(gap)).toBe(true);
  });

  it("stays shut beside marks, spaces, full-width letters, symbols and +", () => {
    expect(["，A", "A”", "在 ", "在Ａ", "在①", "能+", "+制", "a1", "中文", "在-", "余/"].some(gap)).toBe(false);
  });
});
