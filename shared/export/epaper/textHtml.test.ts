import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml, onOneLine, paragraphsHtml } from "./textHtml";

describe("escapeHtml", () => {
  it("leaves no character of mark-up, and gives the text back when it is read", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "a", "中", "&lt;", "#") }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        const read = escaped.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
        expect(read).toBe(text);
      }),
    );
  });
});

describe("paragraphsHtml", () => {
  it("makes a paragraph of each that has words, and a break of each line feed", () => {
    expect(paragraphsHtml(["甲\n<script>", " ", "乙"])).toBe("<p>甲<br>&lt;script&gt;</p><p>乙</p>");
  });
});

describe("onOneLine", () => {
  it.each([
    ["八部门推进\n专项行动", "八部门推进专项行动"],
    ["To be,\nor not", "To be, or not"],
    ["中国\nGDP\n增长", "中国GDP增长"],
    ["", ""],
  ])("joins %j", (text, joined) => {
    expect(onOneLine(text)).toBe(joined);
  });
});
