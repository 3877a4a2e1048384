import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { houseComposition } from "../model/houseComposition";
import { CharacterClass } from "../text/characterClass";
import { breakLine } from "./breakParagraph";
import { justifyLine, penOf } from "./justify";
import { standingRules, titleRules } from "./lineRules";
import type { LineRange } from "./nextLine";
import { squeezeMarks } from "./squeeze";
import { storyTexts } from "./testing/layoutBuilders";
import { unitParagraph } from "./testing/unitParagraph";

const settings = { ...houseComposition, grid: "characters" } as const;

/** A paragraph of 1 pt characters on the character grid, so that cells are whole numbers. */
function paragraphOf(text: string) {
  return unitParagraph(text, settings, { firstLineIndentEm: 2 });
}

function placesOf(text: string, width: number): readonly number[] {
  const paragraph = paragraphOf(text);
  return [...justifyLine(paragraph, breakLine(paragraph, 0, width, squeezeMarks)!, width, "justify").positions];
}

describe("on a grid of characters", () => {
  it("Western runs are widened to whole cells, half before and half behind", () => {
    // Five digits of half an em with two gaps of an eighth take three cells.
    expect(placesOf("在12345年底", 13)).toEqual([2, 3, 3.75, 4.25, 4.75, 5.25, 6, 7, 8]);
    const paragraph = paragraphOf("在12345年底");
    expect(paragraph.glyphAlong[1]).toBeCloseTo(0.25);
  });

  it("a stop that finds no cell hangs", () => {
    const paragraph = paragraphOf("一二三四，五六七八九十");
    expect(breakLine(paragraph, 0, 6, squeezeMarks)).toMatchObject({ to: 5, hangs: true });
  });

  it("lines are not stretched", () => {
    expect(placesOf("一二三（四五六", 6)).toEqual([2, 3, 4, 5]);
  });

  it("every Han character of a line that starts with one stands on a cell", () => {
    fc.assert(
      fc.property(storyTexts, fc.integer({ min: 8, max: 20 }), ([text = ""], width) => {
        const paragraph = paragraphOf(text);
        for (let range: LineRange | null = breakLine(paragraph, 0, width, squeezeMarks); range !== null; range = breakLine(paragraph, range.to, width, squeezeMarks)) {
          // Addresses and sentences may break inside their cells (CLREQ tolerates that on a character grid).
          if (paragraph.classes[range.from] !== CharacterClass.han || range.isForced) continue;
          const line = justifyLine(paragraph, range, width, "justify");
          for (let index = range.from; index < range.visibleTo; index++) {
            if (paragraph.classes[index] !== CharacterClass.han) continue;
            const pen = penOf({ prepared: paragraph, range, bracketShare: line.bracketShare }, line.positions, index);
            expect(Math.abs(pen - Math.round(pen))).toBeLessThan(0.01);
          }
        }
      }),
    );
  });

  it("only stories stand", () => {
    expect(standingRules(settings).grid).toBe("lines");
    expect(titleRules(settings).grid).toBe("lines");
  });
});
