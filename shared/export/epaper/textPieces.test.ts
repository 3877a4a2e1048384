import { describe, expect, it } from "vitest";
import { polygonRects } from "../../geometry/polygonRects";
import { contains, type Rect, type Size } from "../../geometry/rect";
import type { TextFrame } from "../../model/document";
import { createComposer } from "../../layout/composer";
import { countableFonts, documentOf, frameOf } from "../../layout/testing/layoutBuilders";
import { pageUnits } from "./pageUnits";
import { textPieces } from "./textPieces";

function piecesOf(frame: TextFrame, texts: readonly string[]) {
  const document = documentOf(texts, [frame]);
  const [flow] = createComposer(countableFonts).layout(document).flows.values();
  const lines = flow!.lines;
  return { lines, page: document.pages[0]!.size, pieces: textPieces(lines, { page: document.pages[0]!.size, obstacles: [] }) };
}

/** The middle of a rectangle in steps of the page, as outlines are. */
function middle(rect: Rect, page: Size) {
  const { x, y } = pageUnits({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, width: 0, height: 0 }, page);
  return { x, y };
}

describe("the outline of a text", () => {
  const texts = ["一二三四五六七八九十".repeat(9)];

  it("is one piece around the tiers of vertical text, the gutter between them included", () => {
    const tall: TextFrame = { ...frameOf("a", 1, 1), columns: 2, direction: "vertical", rect: { x: 60, y: 60, width: 65.25, height: 207 } };
    const { lines, page, pieces } = piecesOf(tall, texts);
    expect(pieces).toHaveLength(1);
    const rects = polygonRects(pieces[0]!.polygon);
    for (const line of lines) expect(rects.some((rect) => contains(rect, middle(line.rect, page)))).toBe(true);
    expect(rects.some((rect) => contains(rect, middle({ x: 116, y: 159, width: 9, height: 9 }, page)))).toBe(true);
  });

  it("is one piece where paragraphs are spread down to the frame's foot", () => {
    const spread: TextFrame = { ...frameOf("a", 1, 7), blockAlign: "justify" };
    const { lines, pieces } = piecesOf(spread, ["一二三四五六七八九十".repeat(3), "一二三四五六七八九十".repeat(2)]);
    expect(lines.at(-1)!.rect.y).toBe(60 + 6 * 11.25);
    expect(pieces).toHaveLength(1);
  });
});
