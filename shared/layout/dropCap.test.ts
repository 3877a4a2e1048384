import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logicalRect } from "../geometry/logicalRect";
import { bottom, intersects, outset, right } from "../geometry/rect";
import type { TextFrame } from "../model/document";
import { houseStyleIds } from "../model/houseStyles";
import { createComposer } from "./composer";
import { caretStrip, placeAtPoint } from "./caret";
import type { FlowLayout } from "./issueLayout";
import { frameOf, countableFonts, documentOf, obstacleOf, storyTexts } from "./testing/layoutBuilders";
import { lineTexts, setStory, styledDocument } from "./testing/styledStory";

const two = { dropCap: { lines: 2, characters: 1 }, runInStyleId: null };
const three = { dropCap: { lines: 3, characters: 1 }, runInStyleId: null };
const text = "全国两会召开前夕记者在广东采访时看到一批制造业企业正把人工智能用到生产线上工人们说这是看得见的变化";

function flowOf(paragraphs: readonly string[], style: Parameters<typeof styledDocument>[1] = two, frame: TextFrame = frameOf("a", 1, 20)): FlowLayout {
  return setStory(styledDocument(paragraphs.map((own) => [own]), style, [frame])).flow;
}

describe("a drop cap", () => {
  it("stands from the top of the first line to the foot of the last one beside it, which are shorter by whole and half characters", () => {
    const { lines } = flowOf([text]);
    expect(lines[0]!.rect).toEqual({ x: 60, y: 60, width: 22.5, height: 20.25 });
    expect(lines.slice(1, 4).map(({ rect }) => [rect.x, rect.y, rect.width])).toEqual([[82.5, 60, 76.5], [82.5, 71.25, 76.5], [60, 82.5, 99]]);
  });

  it("is printed at its own size, on the baseline of an em box as tall", () => {
    const { layout } = setStory(styledDocument([[text]], three, [frameOf("a", 1, 20)]));
    const [cap, next] = [...layout.pages.values()][0]!.boxes[0]!.items;
    expect(cap).toMatchObject({ kind: "glyphs", text: "全", size: 31.5, xs: Float64Array.of(60) });
    expect(cap?.kind === "glyphs" && cap.ys[0]).toBeCloseTo(60 + 0.88 * 31.5);
    expect(next).toMatchObject({ kind: "glyphs", size: 9 });
  });

  it("takes an opening quote with it, without the blank half of it, and as many characters as the style says", () => {
    expect(lineTexts(flowOf([`“${text}`]))[0]).toBe("“全");
    expect(flowOf([`“${text}`]).lines[0]!.rect.width).toBe(36);
    expect(lineTexts(flowOf([text], { ...two, dropCap: { lines: 2, characters: 2 } }))[0]).toBe("全国");
  });

  it("is the first character that is printed, of a run-in head too; a marker takes its place", () => {
    const document = styledDocument([[text]], two, [frameOf("a", 1, 20)]);
    const [story] = Object.values(document.stories);
    const withHead = { ...document, stories: { [story!.id]: { ...story!, dateline: "本报讯" } } };
    expect(lineTexts(setStory(withHead).flow)[0]).toBe("本");
    expect(flowOf([text], { ...two, marker: "●" }).lines[0]!.rect.height).toBe(9);
  });

  it("goes to the next column where its lines do not fit", () => {
    const lead = { ...two, dropCap: { lines: 3, characters: 1 } };
    const { lines } = flowOf([text], lead, frameOf("a", 2, 8));
    expect(lines[0]!.column).toBe(0);
    const second = flowOf([text, text], lead, { ...frameOf("a", 2, 8), balance: false });
    const cap = second.lines.filter(({ rect }) => rect.height > 9)[1]!;
    expect([cap.column, cap.rect.y]).toEqual([1, 60]);
  });

  it("keeps the lines beside it with it where one of them should go over to the next column", () => {
    // Three lines of seven characters stand beside the cap; the fourth is alone at the next column's head.
    const { lines } = flowOf(["一二三四五六七八九十".repeat(2) + "甲乙丙丁"], three, { ...frameOf("a", 2, 3), balance: false });
    expect(lines.filter(({ column }) => column === 0)).toHaveLength(4);
  });

  it("takes as many places on a grid of characters, and stands on them", () => {
    const document = styledDocument([[text]], two, [frameOf("a", 1, 20)]);
    const { lines } = setStory({ ...document, composition: { ...document.composition, grid: "characters" } }).flow;
    expect([lines[0]!.rect.width, lines[1]!.rect.x, lines[1]!.rect.width]).toEqual([27, 87, 72]);
  });

  it("keeps the next paragraph below it where its own is shorter", () => {
    const { lines } = flowOf(["全国两会", "人工智能"], { ...three, dropCap: { lines: 3, characters: 1 } });
    const caps = lines.filter(({ rect }) => rect.height > 9);
    expect(caps.map(({ rect }) => rect.y)).toEqual([60, 60 + 3 * 11.25]);
  });

  it("has its lines beside it and not under it in vertical setting", () => {
    const frame: TextFrame = { ...frameOf("a", 1, 20), direction: "vertical", rect: { x: 60, y: 60, width: 213.75, height: 198 } };
    const { lines } = flowOf([text], two, frame);
    expect(lines[0]!.rect).toEqual({ x: 60 + 213.75 - 20.25, y: 60, width: 20.25, height: 22.5 });
    expect(lines[1]!.rect).toMatchObject({ x: 60 + 213.75 - 9, y: 82.5 });
  });

  it("loses and repeats nothing, and lies on no other line and no obstacle", () => {
    fc.assert(
      fc.property(storyTexts, fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 12 }), fc.boolean(), (texts, lines, characters, height, isVertical) => {
        const horizontal = frameOf("a", 3, height);
        const frame: TextFrame = isVertical ? { ...horizontal, direction: "vertical" } : horizontal;
        const obstacle = obstacleOf("o", { x: 100, y: 80, width: 30, height: 40 });
        const base = documentOf(texts, [frame], [obstacle]);
        const body = base.paragraphStyles[houseStyleIds.body]!;
        const document = { ...base, paragraphStyles: { ...base.paragraphStyles, [body.id]: { ...body, dropCap: { lines, characters } } } };
        const { flow } = setStory(document);
        const printed = texts.filter((own) => own !== "").join("");
        const over = flow.overset === null ? "" : flow.paragraphs.map((own) => own.text).slice(flow.overset.paragraph).join("").slice(flow.overset.offset);
        expect(lineTexts(flow).join("") + over).toBe(printed);
        for (const [index, line] of flow.lines.entries()) {
          expect(intersects(outset(line.rect, -0.05), obstacle.rect)).toBe(false);
          for (const other of flow.lines.slice(index + 1)) expect(intersects(outset(line.rect, -0.05), outset(other.rect, -0.05))).toBe(false);
          const end = logicalRect(line.direction, line.rect);
          const box = logicalRect(line.direction, frame.rect);
          expect(bottom(end)).toBeLessThanOrEqual(bottom(box) + 0.05);
          expect(right(end)).toBeLessThanOrEqual(right(box) + 0.05);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("gives the caret its place before it, behind it and in the lines beside it", () => {
    const document = styledDocument([[text]], two, [frameOf("a", 1, 20)]);
    const { layout, flow } = setStory(document);
    for (let offset = 0; offset <= text.length; offset++) {
      const strip = caretStrip(layout, { flow: flow.key, paragraph: 0, offset, atLineEnd: false })!;
      const found = placeAtPoint(layout, strip.boxId, { x: strip.rect.x + 0.01, y: strip.rect.y + 1 })!;
      expect(found.offset).toBe(offset);
    }
    expect(caretStrip(layout, { flow: flow.key, paragraph: 0, offset: 0, atLineEnd: false })!.rect).toMatchObject({ x: 60, height: 20.25 });
  });

  it("comes out of a composer that knew the text without it as from scratch", () => {
    const plain = styledDocument([[text]], { runInStyleId: null }, [frameOf("a", 1, 20)]);
    const capped = styledDocument([[text]], two, [frameOf("a", 1, 20)]);
    const composer = createComposer(countableFonts);
    composer.layout(plain);
    const flow = [...composer.layout(capped).flows.values()][0]!;
    expect(flow.lines.map(({ rect, from, to }) => [rect, from, to])).toEqual(setStory(capped).flow.lines.map(({ rect, from, to }) => [rect, from, to]));
  });
});
