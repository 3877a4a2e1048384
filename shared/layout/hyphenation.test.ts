import { describe, expect, it } from "vitest";
import type { CompositionSettings, IssueDocument } from "../model/document";
import { createComposer } from "./composer";
import { countableFonts, documentOf, frameOf } from "./testing/layoutBuilders";

const text = "我们在international合作communication方面的manufacturing与innovation工作中持续推进development的各项举措。";

function layoutWith(settings: Partial<CompositionSettings>) {
  const base = documentOf([text], [frameOf("body", 1, 12)]);
  const document: IssueDocument = { ...base, composition: { ...base.composition, ...settings } };
  return createComposer(countableFonts).layout(document);
}

describe.each(["firstFit", "paragraph"] as const)("hyphenation by %s", (lineBreaking) => {
  const whole = layoutWith({ lineBreaking, hyphenation: "off" });
  const divided = layoutWith({ lineBreaking, hyphenation: "on" });
  const linesOf = (layout: typeof whole) => [...layout.flows.values()].flatMap((flow) => flow.lines);
  const runsOf = (layout: typeof whole) => [...layout.pages.values()].flatMap((page) => page.boxes.flatMap((box) => box.items)).filter((item) => item.kind === "glyphs");

  it("makes the loosest line tighter and shows a soft hyphen at the end of divided lines alone", () => {
    const loosest = (layout: typeof whole) => Math.max(...linesOf(layout).map((line) => line.stretchEm));
    expect(loosest(divided)).toBeLessThan(loosest(whole));
    expect(runsOf(whole).some((run) => run.text.includes("\u00ad"))).toBe(false);
    const hyphens = runsOf(divided).filter((run) => run.text === "\u00ad");
    expect(hyphens.length).toBeGreaterThan(0);
    for (const { xs, ys } of hyphens) {
      const line = linesOf(divided).find(({ baseline }) => Math.abs(baseline - ys[0]!) < 0.01)!;
      // Half an em wide in this font, and flush with the column.
      expect(xs[0]! + 4.5).toBeCloseTo(line.rect.x + line.rect.width, 2);
      expect(xs[0]! - line.rect.x).toBeCloseTo(line.positions.at(-1)!, 6);
    }
  });

  it("adds nothing to the text of the lines", () => {
    const printed = runsOf(divided).map((run) => run.text).join("").replaceAll("\u00ad", "");
    expect(printed).toBe(runsOf(whole).map((run) => run.text).join(""));
  });
});
