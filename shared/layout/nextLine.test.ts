import { houseComposition } from "../model/houseComposition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompositionSettings } from "../model/document";
import { Break } from "../text/breakOpportunities";
import { readClusters } from "../text/clusters";
import { justifyLine } from "./justify";
import { nextLine, type LineRange } from "./nextLine";
import { Place, type PreparedParagraph } from "./preparedParagraph";
import { storyTexts } from "./testing/layoutBuilders";
import { rangesFrom, unitParagraph } from "./testing/unitParagraph";

const gb: CompositionSettings = {
  ...houseComposition, lineBreaking: "firstFit", numberHanGlue: "off", prohibition: "gb", lineEndTrim: "always", lineStartTrim: "trim", adjacentTrim: "half", squeeze: "full", autospace: 0, orphan: 2,
};

function paragraphOf(text: string, settings: Partial<CompositionSettings> = {}, firstLineIndentEm = 0): PreparedParagraph {
  return unitParagraph(text, { ...gb, ...settings }, { firstLineIndentEm });
}

function rangesOf(paragraph: PreparedParagraph, width: number): readonly LineRange[] {
  return rangesFrom((from) => nextLine(paragraph, from, width));
}

function linesOf(text: string, width: number, settings: Partial<CompositionSettings> = {}): readonly string[] {
  const paragraph = paragraphOf(text, settings);
  return rangesOf(paragraph, width).map(({ from, to }) => text.slice(paragraph.offsets[from], paragraph.offsets[to]));
}

describe("the next line", () => {
  it("keeps closing marks off the start of a line", () => {
    expect(linesOf("今天，天气很好。", 2.5)).toEqual(["今天，", "天气", "很好。"]);
    expect(linesOf("今天，天气很好。", 2)).toEqual(["今", "天，", "天气", "很", "好。"]);
  });

  it("lets a stop that ends a line take half an em", () => {
    expect(linesOf("一二三，四五六", 3.5)).toEqual(["一二三，", "四五六"]);
    expect(linesOf("一二三，四五六", 3.5, { lineEndTrim: "off" })).toEqual(["一二", "三，四", "五六"]);
    expect(linesOf("一二三，四五六", 3.5, { lineEndTrim: "ifNeeded" })).toEqual(["一二三，", "四五六"]);
    expect(rangesOf(paragraphOf("一二三，四五", { lineEndTrim: "ifNeeded" }), 4)[0]?.width).toBe(4);
    expect(rangesOf(paragraphOf("一二三，四五"), 4)[0]?.width).toBe(3.5);
  });

  it("lets an opening mark that starts a line lose its blank half", () => {
    const [, second] = rangesOf(paragraphOf("一二三（四五）六七"), 3);
    expect(second).toMatchObject({ startTrim: 0.5, width: 3 });
    expect(rangesOf(paragraphOf("（四五）六"), 8)[0]?.startTrim).toBe(0.5);
    expect(rangesOf(paragraphOf("（四五）六", { lineStartTrim: "trimExceptFirst" }), 8)[0]?.startTrim).toBe(0);
  });

  it("drops the spaces at its end and keeps them in its text", () => {
    const [first] = rangesOf(paragraphOf("ab cd"), 1.2);
    expect(first).toMatchObject({ to: 3, visibleTo: 2, width: 1 });
  });

  it("ends at a chosen line break, which is not stretched", () => {
    expect(rangesOf(paragraphOf("甲乙\n丙丁"), 10)).toMatchObject([
      { from: 0, to: 3, visibleTo: 2, endsParagraph: true },
      { from: 3, to: 5, endsParagraph: true },
    ]);
  });

  it("moves a character down when the last line would hold one", () => {
    expect(linesOf("一二三四五六七八九十甲", 5)).toEqual(["一二三四五", "六七八九", "十甲"]);
    expect(linesOf("一二三四五六七八九十甲", 5, { orphan: 0 })).toEqual(["一二三四五", "六七八九十", "甲"]);
    expect(linesOf("一二三四五六七八九十。", 5, { lineEndTrim: "off" })).toEqual(["一二三四五", "六七八", "九十。"]);
  });

  it("breaks a word only where the measure has no room for it", () => {
    expect(linesOf("看TypeScript好", 4)).toEqual(["看", "TypeScri", "pt好"]);
    expect(rangesOf(paragraphOf("看TypeScript好"), 4).map((range) => range.isForced)).toEqual([false, true, false]);
  });

  it("breaks a run of marks before it breaks a unit", () => {
    expect(linesOf("））））））", 2)).toEqual(["））））", "））"]);
  });

  it("keeps a number with its measure as far as the places of the line open by less than a quarter of an em", () => {
    const firstLine = (text: string, width: number, numberHanGlue: "off" | "prefer" | "always") => linesOf(text, width, { numberHanGlue })[0];
    expect(firstLine("一二三四五六七八九十1000家企业", 12, "off")).toBe("一二三四五六七八九十1000");
    expect(firstLine("一二三四五六七八九十1000家企业", 12, "prefer")).toBe("一二三四五六七八九十");
    expect(firstLine("一二三四1000家企业的人", 6, "prefer")).toBe("一二三四1000");
    expect(firstLine("一二三四1000家企业的人", 6, "always")).toBe("一二三四");
  });

  it("takes a character however narrow the measure", () => {
    expect(linesOf("甲乙", 0.1)).toEqual(["甲", "乙"]);
    expect(linesOf("👨‍👩‍👧𠮷", 0.1)).toEqual(["👨‍👩‍👧", "𠮷"]);
  });

  it("counts the indent of the first line", () => {
    const paragraph = paragraphOf("一二三四五六", {}, 2);
    expect(rangesOf(paragraph, 4).map(({ from, to, indent }) => [from, to, indent])).toEqual([[0, 2, 2], [2, 6, 0]]);
  });

  it("pulls in what a squeeze has room for where that changes the line less than stretching it", () => {
    const paragraph = paragraphOf("一二三四五六七八");
    expect(nextLine(paragraph, 0, 4.5)?.to).toBe(4);
    expect(nextLine(paragraph, 0, 4.5, () => 0.5)?.to).toBe(5);
    expect(nextLine(paragraph, 0, 4.5, () => 0.4)?.to).toBe(4);
    expect(nextLine(paragraph, 0, 4.2, () => 1)?.to).toBe(4);
    expect(nextLine(paragraph, 0, 4, () => 1)?.to).toBe(4);
  });

  it("ends where it would have whatever stands behind the next line", () => {
    fc.assert(
      fc.property(storyTexts, storyTexts, ([head = ""], [tail = ""]) => {
        const shared = `${head}中文字`;
        // Ranges count clusters, and one of them may be many code units.
        const alike = readClusters(shared).count;
        const [a, b] = [`${shared}${tail}末尾文字`, `${shared}别的${tail}`].map((text) => rangesOf(paragraphOf(text, { orphan: 0 }), 8));
        for (let index = 0; index < a!.length && a![index]!.to + 16 < alike; index++) expect(a![index]).toEqual(b![index]);
      }),
    );
  });

  it("fits its measure unless a single character does not", () => {
    fc.assert(
      fc.property(storyTexts, fc.integer({ min: 1, max: 40 }), ([text = ""], width) => {
        const paragraph = paragraphOf(text);
        for (const range of rangesOf(paragraph, width)) {
          if (range.visibleTo - range.from > 1) expect(range.width + range.indent).toBeLessThanOrEqual(width + 0.01);
          if (!range.isForced) expect(paragraph.breaks[range.to - 1]).toBeGreaterThanOrEqual(Break.allowed);
        }
      }),
    );
  });
});

describe("a justified line", () => {
  const justified = (text: string, width: number, settings: Partial<CompositionSettings> = {}) => {
    const paragraph = paragraphOf(text, settings);
    return justifyLine(paragraph, nextLine(paragraph, 0, width)!, width, "justify");
  };

  it("shares its slack equally between characters", () => {
    const { positions, stretchEm } = justified("一二三四TypeScript", 5);
    expect([...positions]).toEqual([0, 1 + 1 / 3, 2 + 2 / 3, 4, 5]);
    expect(stretchEm).toBeCloseTo(1 / 3);
  });

  it("opens word spaces to half an em and Han-Western gaps to a third before anything else", () => {
    const words = justified("ab cd efghij", 2.75);
    expect([...words.positions]).toEqual([0, 0.5, 1, 1.75, 2.25, 2.75, 2.75]);
    const gaps = justified("在AI的TypeScript", 3.4, { autospace: 0.125 });
    expect(gaps.positions[1]).toBeCloseTo(1.2);
    expect(gaps.positions.at(-1)).toBeCloseTo(3.4);
  });

  it("gives two marks back the blank they gave up before it opens places between characters", () => {
    const frames = (width: number) => {
      const { positions } = justified("一二，“三四TypeScript", width);
      return [...positions].slice(1).map((position, index) => Math.round((position - positions[index]!) * 1000) / 1000);
    };
    expect(frames(5.5)).toEqual([1, 1, 1, 0.5, 1, 1]);
    expect(frames(5.9)).toEqual([1, 1, 1.4, 0.5, 1, 1]);
    // Half an em for the pair; the rest is shared, half as much before a mark, inside the pair and after an opening one.
    expect(frames(7)).toEqual([1.286, 1.143, 1.643, 0.643, 1.286, 1]);
  });

  it("does not open units, numbers, words, connectors and solidi", () => {
    const { positions } = justified("五/六——2026年TypeScript", 9);
    const gaps = [...positions].slice(1).map((position, index) => position - positions[index]!);
    expect(gaps[0]).toBe(1);
    expect(gaps[1]).toBe(0.5);
    expect(gaps[3]).toBe(1);
    expect(gaps.slice(5, 8)).toEqual([0.5, 0.5, 0.5]);
    expect(positions.at(-1)).toBeCloseTo(9);
  });

  it("is not stretched where its paragraph ends", () => {
    expect(justified("一二三", 5)).toMatchObject({ stretchEm: 0, positions: Float64Array.of(0, 1, 2, 3) });
  });

  it("stands at the start, the middle, the end or spread over its measure", () => {
    const paragraph = paragraphOf("一二三");
    const line = nextLine(paragraph, 0, 5)!;
    const starts = (["start", "center", "end", "spread"] as const).map((align) => [...justifyLine(paragraph, line, 5, align).positions]);
    expect(starts).toEqual([[0, 1, 2, 3], [1, 2, 3, 4], [2, 3, 4, 5], [0, 2, 4, 5]]);
  });

  it("ends exactly at its measure wherever it has a place to open", () => {
    fc.assert(
      fc.property(storyTexts, fc.integer({ min: 5, max: 40 }), ([text = ""], width) => {
        const paragraph = paragraphOf(text, { autospace: 0.125 });
        for (const range of rangesOf(paragraph, width)) {
          if (range.endsParagraph) continue;
          const { positions } = justifyLine(paragraph, range, width, "justify");
          const hasPlace = paragraph.places.subarray(range.from, Math.max(range.from, range.visibleTo - 1)).some((place) => place !== Place.none);
          if (hasPlace && !range.isForced) expect(Math.abs(positions.at(-1)! - width)).toBeLessThan(0.01);
          for (let index = 1; index < positions.length; index++) expect(positions[index]).toBeGreaterThanOrEqual(positions[index - 1]! - 1e-9);
        }
      }),
    );
  });
});
