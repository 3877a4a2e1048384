import { describe, expect, it } from "vitest";
import type { CompositionSettings, IssueDocument, ParagraphStyle } from "../model/document";
import { houseStyleIds } from "../model/houseStyles";
import { createComposer } from "./composer";
import { countableFonts, documentOf, frameOf } from "./testing/layoutBuilders";

/** Two paragraphs of one line each, the second with 3 pt of space before it; the pitch is 11.25 pt. */
function topsOn(grid: CompositionSettings["grid"]): readonly number[] {
  const base = documentOf(["一二三四五", "一二三四五"], [frameOf("body", 1, 8)]);
  const body = base.paragraphStyles[houseStyleIds.body] as ParagraphStyle;
  const document: IssueDocument = {
    ...base,
    composition: { ...base.composition, grid },
    paragraphStyles: { ...base.paragraphStyles, [body.id]: { ...body, spaceBefore: 3 } },
  };
  return [...createComposer(countableFonts).layout(document).flows.values()].flatMap(({ lines }) => lines.map(({ rect }) => rect.y));
}

describe("body text", () => {
  it("stands on the lines of the grid whatever space is before it", () => {
    expect(topsOn("lines")).toEqual([60, 82.5]);
    expect(topsOn("characters")).toEqual([60, 82.5]);
  });

  it("stands off the grid where the house has none", () => {
    expect(topsOn("none")).toEqual([60, 74.25]);
  });
});
