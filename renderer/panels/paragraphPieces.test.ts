import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Paragraph, TextMark } from "../../shared/model/document";
import { houseCharacterStyleIds, houseCharacterStyles, houseStyleIds } from "../../shared/model/houseStyles";
import { lookOfStyle, paragraphPieces } from "./paragraphPieces";

const paragraphs = fc.tuple(fc.string({ maxLength: 30 }), fc.uniqueArray(fc.nat(30), { maxLength: 8 })).map(([text, places]): Paragraph => {
  const edges = places.filter((place) => place <= text.length).sort((a, b) => a - b);
  const marks: TextMark[] = [];
  for (let index = 0; index + 1 < edges.length; index += 2) {
    marks.push({ from: edges[index] ?? 0, to: edges[index + 1] ?? 0, styleId: houseCharacterStyleIds.kai });
  }
  return { text, styleId: houseStyleIds.body, marks };
});

describe("the pieces of a paragraph in the story panel", () => {
  it("are its text, marked and over exactly where it is", () => {
    fc.assert(
      fc.property(paragraphs, fc.option(fc.nat(30)), (paragraph, place) => {
        const overFrom = place === null ? null : Math.min(place, paragraph.text.length);
        const pieces = paragraphPieces(paragraph, overFrom);
        expect(pieces.map(({ text }) => text).join("")).toBe(paragraph.text);
        for (const { from, text, styleId, isOver } of pieces) {
          for (let at = from; at < from + text.length; at++) {
            expect(styleId !== null).toBe(paragraph.marks.some((mark) => mark.from <= at && at < mark.to));
            expect(isOver).toBe(overFrom !== null && at >= overFrom);
          }
        }
      }),
    );
  });

  it("show each kind of mark its own way", () => {
    const looks = new Map(houseCharacterStyles.map((style) => [style.id, lookOfStyle(style)]));
    expect(looks.get(houseCharacterStyleIds.dotted)).toBe("dotted");
    expect(looks.get(houseCharacterStyleIds.properNoun)).toBe("proper-noun");
    expect(looks.get(houseCharacterStyleIds.bookTitle)).toBe("book-title");
    expect(looks.get(houseCharacterStyleIds.deceased)).toBe("deceased");
    expect(looks.get(houseCharacterStyleIds.kai)).toBe("tinted");
    expect(lookOfStyle(null)).toBe("");
  });
});
