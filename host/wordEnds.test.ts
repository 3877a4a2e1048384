import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordEnds } from "./wordEnds";

async function wordsOf(text: string): Promise<readonly string[]> {
  let from = 0;
  return (await wordEnds(text)).map((end) => text.slice(from, (from = end)));
}

describe("the ends of words", () => {
  it("stand between words and names, not inside them", async () => {
    const words = await wordsOf("黄宁生解读人工智能与制造业");
    expect(words).toContain("黄宁生");
    expect(words).toContain("制造业");
  });

  it("come in order, and the words make up the text, whatever it holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom("广东", "𠮷", "2026", " ", "\n", "“", "AI", "\u200b", "👨‍👩‍👧") }), async (text) => {
        const words = await wordsOf(text);
        expect(words.join("")).toBe(text);
        expect(words.every((word) => word !== "")).toBe(true);
      }),
    );
  });
});
