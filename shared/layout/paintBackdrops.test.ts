import { describe, expect, it } from "vitest";
import type { DisplayItem, PathItem } from "../display/displayList";
import type { Rect } from "../geometry/rect";
import type { ParagraphStyle, Rule, TextFrame } from "../model/document";
import { blackInk, greyInk } from "../model/ink";
import { frameOf, obstacleOf } from "./testing/layoutBuilders";
import { setStory, styledDocument } from "./testing/styledStory";

const tint = greyInk(0.1);
const tinted: Partial<ParagraphStyle> = { fill: tint, ruleAbove: 0.5, ruleBelow: 0.5, runInStyleId: null };
/** Six lines of 11 characters. */
const text = "一二三四五六七八九十".repeat(6) + "终于";

function itemsOf(paragraphs: readonly string[], frame: TextFrame, style: Partial<ParagraphStyle> = tinted, obstacle: Rule | null = null): readonly DisplayItem[] {
  const document = styledDocument(paragraphs.map((own) => [own]), style, [frame]);
  const page = document.pages[0]!;
  const withObstacle = obstacle === null ? document : {
    ...document, boxes: { ...document.boxes, [obstacle.id]: obstacle }, pages: [{ ...page, boxIds: [...page.boxIds, obstacle.id] }],
  };
  return [...setStory(withObstacle).layout.pages.values()][0]!.boxes.find(({ boxId }) => boxId === frame.id)!.items;
}

function rectOf({ segments }: PathItem): Rect {
  const places = segments.filter((segment) => segment.kind !== "close");
  const [x, y] = [Math.min(...places.map((place) => place.x)), Math.min(...places.map((place) => place.y))];
  return { x, y, width: Math.max(...places.map((place) => place.x)) - x, height: Math.max(...places.map((place) => place.y)) - y };
}

const paths = (items: readonly DisplayItem[]) => items.filter((item): item is PathItem => item.kind === "path");
const tintsOf = (items: readonly DisplayItem[]) => paths(items).filter(({ fill }) => fill === tint).map(rectOf);
const rulesOf = (items: readonly DisplayItem[]) => paths(items).filter(({ fill }) => fill !== tint).map(rectOf);

describe("a tint behind a paragraph", () => {
  it("reaches from above its first line to below its last, a little over the column, and is drawn before all glyphs", () => {
    const items = itemsOf([text], frameOf("a", 1, 20));
    expect(tintsOf(items)).toEqual([{ x: 60 - 2.25, y: 60 - 1.125, width: 99 + 4.5, height: 6 * 11.25 }]);
    expect(items.findIndex(({ kind }) => kind === "glyphs")).toBe(paths(items).length);
  });

  it("is one in each column the paragraph stands in, with the rules at its first and last line only", () => {
    const items = itemsOf([text], { ...frameOf("a", 2, 4), balance: false });
    expect(tintsOf(items).map(({ x, height }) => [x, height])).toEqual([[57.75, 45], [165.75, 22.5]]);
    const rules = rulesOf(items);
    expect(rules).toHaveLength(2);
    expect(rules[0]).toEqual({ x: 57.75, y: 58.875, width: 103.5, height: 0.5 });
    expect(rules[1]!.x).toBe(165.75);
    expect(rules[1]!.y + 0.5).toBeCloseTo(60 + 2 * 11.25 - 1.125);
  });

  it("leaves a third of a narrow gutter white beside it, whatever the type size", () => {
    for (const gutter of [0, 3, 6]) {
      const columns = tintsOf(itemsOf([text], { ...frameOf("a", 2, 4), gutter }));
      expect(columns).toHaveLength(2);
      const [left, right] = columns;
      expect(right!.x - left!.x - left!.width).toBeCloseTo(gutter / 3);
    }
  });

  it("touches that of the next paragraph without lying on it", () => {
    const [one, other] = tintsOf(itemsOf(["一二三", "四五六"], frameOf("a", 1, 20)));
    expect(one!.y + one!.height).toBeCloseTo(other!.y);
  });

  it("keeps to the lines beside an obstacle", () => {
    const obstacle = obstacleOf("o", { x: 60 + 54, y: 60 + 11.25, width: 45, height: 40 });
    const frame = { ...frameOf("a", 1, 20) };
    const widths = tintsOf(itemsOf([text], frame, tinted, obstacle)).map(({ width }) => width);
    expect(widths.length).toBeGreaterThan(1);
    expect(Math.min(...widths)).toBeLessThan(99);
  });

  it("stands around a drop cap and the lines beside it as one", () => {
    expect(tintsOf(itemsOf([text], frameOf("a", 1, 20), { ...tinted, dropCap: { lines: 2, characters: 1 } }))).toHaveLength(1);
  });

  it("lies across vertical lines, the rule above at their right", () => {
    const frame: TextFrame = { ...frameOf("a", 1, 20), direction: "vertical", rect: { x: 60, y: 60, width: 20 * 11.25 - 2.25, height: 99 } };
    const items = itemsOf([text], frame);
    const right = 60 + 20 * 11.25 - 2.25;
    const [strip] = tintsOf(items);
    expect(strip).toMatchObject({ y: 60 - 2.25, height: 99 + 4.5 });
    expect(strip!.x + strip!.width).toBeCloseTo(right + 1.125);
    expect(strip!.width).toBeCloseTo(6 * 11.25);
    expect(rulesOf(items)[0]!.x + 0.5).toBeCloseTo(right + 1.125);
  });

  it("is not there where the style has none", () => {
    expect(paths(itemsOf([text], frameOf("a", 1, 20), { runInStyleId: null }))).toEqual([]);
  });

  it("leaves rules without a tint their style's ink", () => {
    const red = { ...blackInk, magenta: 1 };
    const items = itemsOf([text], frameOf("a", 1, 20), { ruleAbove: 1, ink: red, runInStyleId: null });
    expect(paths(items)).toMatchObject([{ fill: red, stroke: null }]);
    expect(rectOf(paths(items)[0]!).height).toBe(1);
  });
});
