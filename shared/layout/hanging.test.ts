import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompositionSettings } from "../model/document";
import { houseComposition } from "../model/houseComposition";
import { breakLine } from "./breakParagraph";
import { justifyLine } from "./justify";
import type { LineRange } from "./nextLine";
import type { PreparedParagraph } from "./preparedParagraph";
import { squeezeMarks } from "./squeeze";
import { storyTexts } from "./testing/layoutBuilders";
import { rangesFrom, unitParagraph } from "./testing/unitParagraph";

const hanging: Partial<CompositionSettings> = { hanging: "on", lineEndTrim: "off", squeeze: "off", adjacentTrim: "off", lineBreaking: "firstFit" };

function paragraphOf(text: string, settings: Partial<CompositionSettings> = {}): PreparedParagraph {
  return unitParagraph(text, { ...houseComposition, ...hanging, ...settings });
}

function rangesOf(paragraph: PreparedParagraph, width: number): readonly LineRange[] {
  return rangesFrom((from) => breakLine(paragraph, from, width, squeezeMarks));
}

describe("a stop that does not fit", () => {
  it("hangs past the line's end, which is filled without it", () => {
    const paragraph = paragraphOf("一二三，四五六七八");
    const [first] = rangesOf(paragraph, 3);
    expect(first).toMatchObject({ to: 4, width: 3, hangs: true });
    expect([...justifyLine(paragraph, first!, 3, "justify").positions]).toEqual([0, 1, 2, 3, 3.5]);
    expect(rangesOf(paragraphOf("一二三，四五六七八", { hanging: "off" }), 3)[0]).toMatchObject({ to: 2, hangs: false });
  });

  it("hangs only where it is the first that does not, and in no run of marks", () => {
    expect(rangesOf(paragraphOf("一二三，四五"), 2.5)[0]).toMatchObject({ to: 2, hangs: false });
    expect(rangesOf(paragraphOf("一二三。”四五"), 3)[0]).toMatchObject({ to: 2, hangs: false });
    expect(rangesOf(paragraphOf("一二三”，四五"), 4)[0]).toMatchObject({ hangs: false });
    expect(rangesOf(paragraphOf("一二三）四五"), 3)[0]).toMatchObject({ hangs: false });
  });

  it("leaves the places of its line alone but for the slack of what stands before it", () => {
    const paragraph = paragraphOf("一二三，四五六七八");
    const [first] = rangesOf(paragraph, 3.3);
    const { positions } = justifyLine(paragraph, first!, 3.3, "justify");
    expect([...positions].map((position) => Math.round(position * 1000) / 1000)).toEqual([0, 1.15, 2.3, 3.3, 3.8]);
  });

  it("stands alone past the measure, whatever the text and the breaker", () => {
    const breakers = fc.constantFrom("firstFit", "paragraph");
    const squeezes = fc.constantFrom("off", "full");
    fc.assert(
      fc.property(storyTexts, fc.integer({ min: 8, max: 60 }), breakers, squeezes, ([text = ""], halves, lineBreaking, squeeze) => {
        const width = halves / 2;
        const paragraph = paragraphOf(text, { lineBreaking, squeeze, lineEndTrim: "ifNeeded" });
        for (const range of rangesOf(paragraph, width)) {
          if (range.isForced) continue;
          const { positions } = justifyLine(paragraph, range, width, "justify");
          const end = positions.at(-1)!;
          expect(end).toBeLessThanOrEqual(width + (range.hangs ? 0.5 : 0) + 0.01);
          if (range.hangs) expect(positions[range.visibleTo - 1 - range.from]!).toBeLessThanOrEqual(width + 0.01);
        }
      }),
      { numRuns: 300 },
    );
  });
});
