import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GlyphRun } from "../display/displayList";
import type { TextFrame } from "../model/document";
import { caretStrip } from "./caret";
import { SCRIPT_SIZE } from "./clusterSizes";
import { frameOf, storyTexts } from "./testing/layoutBuilders";
import { cutText, lineTexts, printedText, setStory, styledDocument, withoutSpaces, type Looks, type Pieces } from "./testing/styledStory";

const frame = frameOf("a", 1, 40);
const vertical: TextFrame = { ...frame, direction: "vertical", rect: { x: 60, y: 60, width: 40 * 11.25 - 2.25, height: 99 } };
const superscript: Looks = { position: "superscript" };
const subscript: Looks = { position: "subscript" };

const set = (pieces: Pieces, inFrame = frame) => setStory(styledDocument([pieces], { align: "start", runInStyleId: null }, [inFrame]));
const runsOf = (pieces: Pieces, inFrame?: TextFrame): readonly GlyphRun[] =>
  [...set(pieces, inFrame).layout.pages.values()][0]!.boxes.flatMap(({ items }) => items).filter((item): item is GlyphRun => item.kind === "glyphs");

describe("superscripts and subscripts", () => {
  it("are runs of smaller type above and below the line, as wide as that type is", () => {
    const [base, small, rest] = runsOf(["据报道", ["注", superscript], "已"]);
    expect([base!.size, small!.size, rest!.size]).toEqual([9, 9 * SCRIPT_SIZE, 9]);
    expect(small!.ys[0]).toBeLessThan(base!.ys[0]!);
    expect(rest!.xs[0]).toBeCloseTo(60 + 27 + 9 * SCRIPT_SIZE);
    const [, low] = runsOf(["H", ["2", subscript], "O"]);
    expect(low!.ys[0]).toBeGreaterThan(base!.ys[0]!);
    expect(low!.xs[0]).toBeCloseTo(60 + 4.5);
  });

  it("stand at the right and the left of vertical lines", () => {
    const [base, high] = runsOf(["据", ["注", superscript]], vertical);
    const [, low] = runsOf(["据", ["注", subscript]], vertical);
    expect(high!.xs[0]! + high!.size).toBeCloseTo(base!.xs[0]! + base!.size);
    expect(low!.xs[0]).toBeCloseTo(base!.xs[0]!);
  });

  it("take no gap between Han and digits, and never begin a line", () => {
    expect([...set(["报道", ["1", superscript], "已"]).flow.lines[0]!.positions].map((at) => Math.round(at * 100) / 100)).toEqual([0, 9, 18, 20.7, 29.7]);
    expect(lineTexts(set(["一二三四五六七八九十一", ["注", superscript], "已"]).flow)).toEqual(["一二三四五六七八九十", "一注已"]);
  });

  it("move the caret by their own widths", () => {
    const { layout, flow } = set(["据", ["注", superscript], "已"]);
    const at = (offset: number) => caretStrip(layout, { flow: flow.key, paragraph: 0, offset, atLineEnd: false })!.rect.x;
    expect([at(0), at(1), at(2)].map((x) => Math.round(x * 100) / 100)).toEqual([60, 69, 74.4]);
  });

  it("lose and repeat no character, wherever they stand", () => {
    fc.assert(
      fc.property(storyTexts, fc.constantFrom(superscript, subscript), fc.nat(), fc.nat(), fc.boolean(), ([text = ""], looks, a, b, isVertical) => {
        const [before, stretch, behind] = cutText(text, a, b);
        const { flow, layout } = set([before, [stretch, looks], behind], isVertical ? vertical : frame);
        expect(flow.overset).toBeNull();
        expect(lineTexts(flow).join("")).toBe(text);
        expect(printedText(layout)).toBe(withoutSpaces(text));
      }),
      { numRuns: 80 },
    );
  });
});
