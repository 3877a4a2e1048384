import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml, onOneLine, paragraphsHtml } from "./textHtml";
import { markedPieces } from "./textMarks";

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
    const plain = (text: string) => [{ text, kinds: [] }];
    expect(paragraphsHtml([plain("甲\n<script>"), plain(" "), plain("乙")])).toBe("<p>甲<br>&lt;script&gt;</p><p>乙</p>");
  });
});

describe("marked text", () => {
  const kinds = ["superscript", "subscript", "emphasis", "properNoun", "bookTitle", "deceased"] as const;

  it("is cut into pieces that are the text, each mark's words in an element of its own, and lets no words become mark-up", () => {
    const texts = fc.string({ unit: fc.constantFrom("<", "&", '"', "m", "2", "中", "𠮷", "</sup>"), minLength: 6, maxLength: 20 });
    fc.assert(
      fc.property(texts, fc.constantFrom(...kinds), fc.nat(5), fc.nat(5), (text, kind, a, b) => {
        const marks = a === b ? [] : [{ from: Math.min(a, b), to: Math.max(a, b), kind }];
        const pieces = markedPieces(text, 0, text.length, marks);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        expect(pieces.filter((piece) => piece.kinds.length > 0).map((piece) => piece.text).join("")).toBe(marks.map(({ from, to }) => text.slice(from, to)).join(""));
        const html = paragraphsHtml([pieces]);
        expect(html.match(/<[a-z]/g)?.length).toBe(1 + marks.length);
        expect(html.replace(/<\/?[a-z]+(?: class="[a-z-]+")?>/g, "")).toBe(escapeHtml(text));
      }),
    );
  });

  it("has all meanings of a stretch, one element inside the other", () => {
    const marks = [{ from: 1, to: 3, kind: "properNoun" }, { from: 1, to: 3, kind: "superscript" }, { from: 4, to: 5, kind: "emphasis" }] as const;
    expect(paragraphsHtml([markedPieces("见张三之注", 0, 5, marks)])).toBe('<p>见<u class="proper-noun"><sup>张三</sup></u>之<em class="dotted">注</em></p>');
  });

  it("is cut where marks overlap, so that elements never cross", () => {
    const marks = [{ from: 0, to: 3, kind: "bookTitle" }, { from: 2, to: 4, kind: "emphasis" }] as const;
    expect(markedPieces("甲乙丙丁", 0, 4, marks)).toEqual([
      { text: "甲乙", kinds: ["bookTitle"] },
      { text: "丙", kinds: ["bookTitle", "emphasis"] },
      { text: "丁", kinds: ["emphasis"] },
    ]);
  });

  it("keeps a superscript in a stretch that ends inside it", () => {
    expect(paragraphsHtml([markedPieces("3600m2，", 0, 6, [{ from: 5, to: 6, kind: "superscript" }])])).toBe("<p>3600m<sup>2</sup></p>");
    expect(paragraphsHtml([markedPieces("张三李四", 1, 4, [{ from: 0, to: 2, kind: "deceased" }])])).toBe('<p><span class="deceased">三</span>李四</p>');
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
