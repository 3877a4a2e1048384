import { houseComposition } from "../model/houseComposition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompositionSettings } from "../model/document";
import { CharacterClass } from "../text/characterClass";
import { justifyLine, penOf } from "./justify";
import { nextLine, type LineRange } from "./nextLine";
import type { PreparedParagraph } from "./preparedParagraph";
import { squeezeMarks } from "./squeeze";
import { storyTexts } from "./testing/layoutBuilders";
import { expectWholeAndLegal, rangesFrom, unitParagraph } from "./testing/unitParagraph";

const full: CompositionSettings = {
  ...houseComposition, lineBreaking: "firstFit", numberHanGlue: "off", prohibition: "gb", lineEndTrim: "always", lineStartTrim: "trim", adjacentTrim: "half", squeeze: "full", autospace: 0.125, orphan: 2,
};

function paragraphOf(text: string, settings: Partial<CompositionSettings> = {}): PreparedParagraph {
  return unitParagraph(text, { ...full, ...settings });
}

function rangesOf(paragraph: PreparedParagraph, width: number): readonly LineRange[] {
  return rangesFrom((from) => nextLine(paragraph, from, width, squeezeMarks));
}

function linesOf(text: string, width: number, settings: Partial<CompositionSettings> = {}): readonly string[] {
  const paragraph = paragraphOf(text, settings);
  return rangesOf(paragraph, width).map(({ from, to }) => text.slice(paragraph.offsets[from], paragraph.offsets[to]));
}

/** How wide each character's frame is in the first line of a measure, a thousandth exact. */
function framesOf(text: string, width: number, settings: Partial<CompositionSettings> = {}): readonly number[] {
  const paragraph = paragraphOf(text, settings);
  const [line] = rangesOf(paragraph, width);
  const { positions } = justifyLine(paragraph, line!, width, "justify");
  return [...positions].slice(1).map((position, index) => Math.round((position - positions[index]!) * 1000) / 1000);
}

describe("squeezing", () => {
  it("pulls the next character in before it pushes one out", () => {
    expect(linesOf("一二，三四五六七八", 5.5)).toEqual(["一二，三四五", "六七八"]);
    expect(linesOf("一二，三四五六七八", 5.5, { squeeze: "off" })).toEqual(["一二，三四", "五六七八"]);
  });

  it("lets a stop stay with the line it ends instead of taking its character down", () => {
    expect(linesOf("一，二三四五，六七八", 6)).toEqual(["一，二三四五，", "六七八"]);
    expect(linesOf("一，二三四五，六七八", 6, { squeeze: "off" })).toEqual(["一，二三四", "五，六七八"]);
  });

  it("stretches where that changes less", () => {
    expect(linesOf("甲，乙，丙丁戊己庚", 6.5)).toEqual(["甲，乙，丙丁戊", "己庚"]);
    expect(linesOf("甲，乙，丙丁戊己庚", 6.3)).toEqual(["甲，乙，丙丁", "戊己庚"]);
  });

  it("takes from brackets first, then from pauses, from 。？！ last", () => {
    expect(framesOf("甲，乙（丙）丁。戊己庚辛", 11.5)).toEqual([1, 1, 1, 0.75, 1, 0.75, 1, 1, 1, 1, 1, 1]);
    expect(framesOf("甲，乙。丙丁戊己庚辛", 9.5).slice(0, 4)).toEqual([1, 0.5, 1, 1]);
    expect(framesOf("甲。乙丙丁戊己庚辛", 8.5).slice(0, 2)).toEqual([1, 0.5]);
  });

  it("takes from word spaces down to a quarter of an em before anything else", () => {
    expect(framesOf("ab cd，甲乙丙丁戊己庚辛壬", 10.25, { autospace: 0 }).slice(0, 6)).toEqual([0.5, 0.5, 0.25, 0.5, 0.5, 1]);
  });

  it("takes from the gap between Han and Latin only what is over an eighth of an em", () => {
    expect(squeezeMarks(paragraphOf("在AI的"), 0, 4)).toBe(0);
    expect(squeezeMarks(paragraphOf("在AI的", { autospace: 0.25 }), 0, 4)).toBe(0.25);
  });

  it("stops at three quarters of an em and spares 。？！ where it is mild", () => {
    expect(squeezeMarks(paragraphOf("甲，乙。丙（丁"), 0, 7)).toBe(1.5);
    expect(squeezeMarks(paragraphOf("甲，乙。丙（丁", { squeeze: "mild" }), 0, 7)).toBe(0.5);
    expect(squeezeMarks(paragraphOf("甲，乙。丙（丁", { squeeze: "off" }), 0, 7)).toBe(0);
  });

  it("leaves a space wider than a word's alone", () => {
    expect(squeezeMarks(paragraphOf("本报讯\u3000近日"), 0, 6)).toBe(0);
  });

  it("makes a lone last character disappear before it moves another one down", () => {
    expect(linesOf("一，二，三四五六", 7.3)).toEqual(["一，二，三四五六"]);
    expect(linesOf("一，二，三四五六", 7.3, { orphan: 0 })).toEqual(["一，二，三四五", "六"]);
    expect(linesOf("一，二，三四五六", 7.3, { squeeze: "mild" })).toEqual(["一，二，三四", "五六"]);
  });

  it("squeezes the line before the last two where the lone character then finds room", () => {
    expect(linesOf("一，二，三四五六七八九十甲乙丙", 7.3)).toEqual(["一，二，三四五六", "七八九十甲乙丙"]);
    expect(linesOf("一，二，三四五六七八九十甲乙丙", 7.3, { orphan: 0 })).toEqual(["一，二，三四五", "六七八九十甲乙", "丙"]);
  });

  it("draws a squeezed opening mark so that its ink stays in its frame", () => {
    const paragraph = paragraphOf("甲（乙丙丁戊己庚辛");
    const [range] = rangesOf(paragraph, 8.5);
    const { positions, bracketShare } = justifyLine(paragraph, range!, 8.5, "justify");
    expect(bracketShare).toBeCloseTo(1);
    expect(positions[1]).toBe(1);
    expect(penOf({ prepared: paragraph, range: range!, bracketShare }, positions, 1)).toBeCloseTo(0.5);
  });
});

describe("every squeezed line", () => {
  const settings = fc.record({
    squeeze: fc.constantFrom("off", "mild", "full"), autospace: fc.constantFrom(0, 0.125, 0.25),
    adjacentTrim: fc.constantFrom("off", "half"), lineEndTrim: fc.constantFrom("off", "ifNeeded", "always"),
  } as const);

  it("ends at its measure, with no mark under half an em and no character on another", () => {
    fc.assert(
      fc.property(storyTexts, fc.integer({ min: 20, max: 80 }), settings, ([text = ""], halves, change) => {
        const width = halves / 4;
        const paragraph = paragraphOf(text, change);
        for (const range of rangesOf(paragraph, width)) {
          const { positions, stretchEm, bracketShare } = justifyLine(paragraph, range, width, "justify");
          if (stretchEm < 0) expect(positions.at(-1)).toBeCloseTo(width, 2);
          const source = { prepared: paragraph, range, bracketShare };
          for (let index = range.from; index < range.visibleTo; index++) {
            const frame = positions[index + 1 - range.from]! - positions[index - range.from]!;
            const { classes, advances } = paragraph;
            const isHan = classes[index] === CharacterClass.han;
            if (isHan) expect(frame).toBeGreaterThan(advances[index]! - 1e-6);
            else if (classes[index] !== CharacterClass.space) expect(frame).toBeGreaterThan(Math.min(0.5, advances[index]!) - 1e-6);
            // The glyph's own frame begins half an em before its place at most: what it gave up was blank.
            expect(positions[index - range.from]! - penOf(source, positions, index)).toBeLessThan(0.5 + 1e-6);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("keeps all text once and in order, and ends where a line may end", () => {
    fc.assert(
      fc.property(storyTexts, fc.integer({ min: 4, max: 30 }), settings, ([text = ""], width, change) => {
        const paragraph = paragraphOf(text, change);
        expectWholeAndLegal(paragraph, rangesOf(paragraph, width));
      }),
      { numRuns: 300 },
    );
  });
});
