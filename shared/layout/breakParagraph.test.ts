import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompositionSettings } from "../model/document";
import { houseComposition } from "../model/houseComposition";
import { breakLine } from "./breakParagraph";
import { justifyLine } from "./justify";
import { FORCED_COST, lineCost, newLineStart, startLine } from "./lineCost";
import { lineEndsOf } from "./lineEndTable";
import { nextLine, type LineRange } from "./nextLine";
import type { PreparedParagraph } from "./preparedParagraph";
import { squeezeMarks } from "./squeeze";
import { storyTexts } from "./testing/layoutBuilders";
import { expectWholeAndLegal, rangesFrom, unitParagraph } from "./testing/unitParagraph";

function paragraphOf(text: string, settings: Partial<CompositionSettings> = {}, firstLineIndentEm = 0, hangingIndentEm = 0): PreparedParagraph {
  return unitParagraph(text, { ...houseComposition, ...settings }, { firstLineIndentEm, hangingIndentEm });
}

type Breaker = (paragraph: PreparedParagraph, from: number, width: number) => LineRange | null;
const planned: Breaker = (paragraph, from, width) => breakLine(paragraph, from, width, squeezeMarks);
const firstFit: Breaker = (paragraph, from, width) => nextLine(paragraph, from, width, squeezeMarks);

function rangesOf(paragraph: PreparedParagraph, width: number, breaker = planned): readonly LineRange[] {
  return rangesFrom((from) => breaker(paragraph, from, width));
}

function linesOf(text: string, width: number, settings: Partial<CompositionSettings> = {}, breaker = planned): readonly string[] {
  const paragraph = paragraphOf(text, settings);
  return rangesOf(paragraph, width, breaker).map(({ from, to }) => text.slice(paragraph.offsets[from], paragraph.offsets[to]));
}

/** What all lines of a setting cost together, in the breaker's own cost. */
function costOf(paragraph: PreparedParagraph, ranges: readonly LineRange[], width: number): number {
  const table = lineEndsOf(paragraph);
  const start = newLineStart();
  let sum = 0;
  for (const { from, to, isForced } of ranges) {
    startLine(start, paragraph, from, width);
    sum += isForced ? FORCED_COST : lineCost(table, start, table.ends.indexOf(to));
  }
  return sum;
}

describe("the breaks of a paragraph", () => {
  it("share out over several lines what first fit would take from one", () => {
    const text = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰GDP岁律吕。";
    const stretches = (breaker: Breaker) => {
      const paragraph = paragraphOf(text);
      return rangesOf(paragraph, 10, breaker).map((range) => justifyLine(paragraph, range, 10, "justify").stretchEm);
    };
    // So that the last line holds two characters, first fit opens the line before it; the plan opens three a little.
    expect(stretches(firstFit).map((em) => em.toFixed(3))).toEqual(["0.000", "0.000", "0.375", "0.000"]);
    expect(stretches(planned).map((em) => em.toFixed(3))).toEqual(["0.125", "0.125", "0.031", "0.000"]);
  });

  it("leave no lone character where an earlier line can give one", () => {
    for (let length = 8; length < 60; length++) {
      const text = "一二三四五六七八九十".repeat(6).slice(0, length);
      for (const width of [7, 9.5, 13]) expect(linesOf(text, width).at(-1)!.length).toBeGreaterThanOrEqual(2);
    }
  });

  it("keep a number with what it counts where that costs little", () => {
    const text = "一二三四五六七八九十甲1000家乙丙丁戊己";
    const firstLines = (["off", "prefer", "always"] as const).map((numberHanGlue) => linesOf(text, 13, { numberHanGlue, autospace: 0 })[0]);
    expect(firstLines).toEqual(["一二三四五六七八九十甲1000", "一二三四五六七八九十甲", "一二三四五六七八九十甲"]);
  });

  it("are looked for anew where the lines become longer or shorter", () => {
    const paragraph = paragraphOf("一二三四五六七八九十".repeat(5));
    const first = planned(paragraph, 0, 10)!;
    const second = planned(paragraph, first.to, 7)!;
    expect([first.to, second.to]).toEqual([10, 17]);
    expect(planned(paragraph, 0, 10)).toEqual(first);
  });

  it("are first fit's beside an obstacle and where the house wants it", () => {
    fc.assert(
      fc.property(storyTexts, fc.integer({ min: 4, max: 30 }), ([text = ""], width) => {
        const paragraph = paragraphOf(text);
        const plain = rangesOf(paragraph, width, firstFit);
        expect(rangesOf(paragraph, width, (one, from, length) => breakLine(one, from, length, squeezeMarks, false))).toEqual(plain);
        const house = paragraphOf(text, { lineBreaking: "firstFit" });
        expect(rangesOf(house, width)).toEqual(plain);
      }),
    );
  });

  it("never cost more than first fit's", () => {
    fc.assert(
      fc.property(
        storyTexts, fc.integer({ min: 4, max: 60 }), fc.constantFrom("off", "on"), fc.constantFrom(0, 1, 2), fc.constantFrom(0, 1),
        ([text = ""], halves, hanging, firstIndent, hangingIndent) => {
          const paragraph = paragraphOf(text, { hanging }, firstIndent, hangingIndent);
          const width = halves / 2;
          const best = costOf(paragraph, rangesOf(paragraph, width), width);
          expect(best).toBeLessThanOrEqual(costOf(paragraph, rangesOf(paragraph, width, firstFit), width) + 1e-6);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("are legal, lose nothing and repeat nothing, from whatever place they are asked for", () => {
    fc.assert(
      fc.property(storyTexts, fc.integer({ min: 2, max: 30 }), fc.nat(), ([text = ""], width, skipped) => {
        const paragraph = paragraphOf(text);
        expectWholeAndLegal(paragraph, rangesOf(paragraph, width));
        // A flow may arrive from beside an obstacle at any cluster.
        expect(planned(paragraph, skipped % paragraph.count, width)!.to).toBeGreaterThan(skipped % paragraph.count);
      }),
    );
  });
});
