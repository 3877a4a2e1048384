import { describe, expect, it } from "vitest";
import { graphemeOffsets } from "./graphemes";

const clusters = (text: string) => {
  const offsets = graphemeOffsets(text);
  return Array.from({ length: offsets.length - 1 }, (_, index) => text.slice(offsets[index], offsets[index + 1]));
};

describe("grapheme clusters", () => {
  it("are single characters in Chinese text", () => {
    expect(clusters("今天，2026年。")).toEqual("今天，2026年。".split(""));
  });

  it("keep surrogates, combining marks, variation selectors and joined emoji together", () => {
    expect(clusters("𠮷e\u0301邊\u{E0100}葛\uFE00👨‍👩‍👧🇨🇳か\u3099")).toEqual(["𠮷", "e\u0301", "邊\u{E0100}", "葛\uFE00", "👨‍👩‍👧", "🇨🇳", "か\u3099"]);
  });

  it("have no cluster in an empty text", () => {
    expect(graphemeOffsets("")).toEqual(Uint32Array.of(0));
  });

  it("do not lose a lone surrogate", () => {
    expect(clusters("甲\uD842乙")).toEqual(["甲", "\uD842", "乙"]);
  });
});
