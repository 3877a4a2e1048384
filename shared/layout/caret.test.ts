import { describe, expect, it } from "vitest";
import type { BoxId, StoryId } from "../model/ids";
import { caretStrip, comparePlaces, directionAt, placeAtPoint, placeInNextLine, selectionStrips, type FlowPlace } from "./caret";
import { createComposer } from "./composer";
import { countableFonts, documentOf, frameOf } from "./testing/layoutBuilders";

/** Two columns of 11 characters of 9 pt; the first line is indented by two. */
const document = documentOf(["一二三四五六七八九十一二三四五六七八", "第二段"], [frameOf("a", 2, 2)]);
const layout = createComposer(countableFonts).layout(document);
const boxId = "a" as BoxId;
const [storyId] = Object.keys(document.stories) as StoryId[];
const place = (paragraph: number, offset: number, atLineEnd = false): FlowPlace => ({ flow: `story:${storyId!}`, paragraph, offset, atLineEnd });

describe("the caret", () => {
  it("stands between the two characters nearest to the pointer", () => {
    expect(placeAtPoint(layout, boxId, { x: 60 + 18 + 9 * 3 + 2, y: 64 })).toEqual(place(0, 3));
    expect(placeAtPoint(layout, boxId, { x: 60 + 18 + 9 * 3 + 6, y: 64 })).toEqual(place(0, 4));
  });

  it("stays in the column under the pointer, above, below and between its lines", () => {
    expect(placeAtPoint(layout, boxId, { x: 60 + 108 + 18, y: 500 })).toMatchObject({ paragraph: 1, offset: 0 });
    expect(placeAtPoint(layout, boxId, { x: 60, y: 0 })).toEqual(place(0, 0));
  });

  it("goes to the end of the line the pointer is behind, not to the start of the next", () => {
    const end = placeAtPoint(layout, boxId, { x: 60 + 101, y: 64 })!;
    expect(end.atLineEnd).toBe(true);
    expect(caretStrip(layout, end)?.rect).toMatchObject({ y: 60, width: 0, height: 9 });
    expect(caretStrip(layout, { ...end, atLineEnd: false })?.rect).toMatchObject({ x: 60, y: 71.25 });
  });

  it("is found again where every place is drawn", () => {
    for (const [paragraph, set] of layout.flows.get(`story:${storyId!}`)!.paragraphs.entries()) {
      for (let offset = 0; offset <= set.text.length; offset++) {
        const strip = caretStrip(layout, place(paragraph, offset))!;
        const found = placeAtPoint(layout, boxId, { x: strip.rect.x + 0.01, y: strip.rect.y + 1 })!;
        expect([found.paragraph, found.offset]).toEqual([paragraph, offset]);
      }
    }
  });

  it("is found again in vertical lines", () => {
    const tall = { ...frameOf("a", 2, 2), direction: "vertical" as const, rect: { x: 60, y: 60, width: 20.25, height: 207 } };
    const turned = createComposer(countableFonts).layout(documentOf(["一二三四五六七八九十一二三四五六七八", "第二段"], [tall]));
    const set = turned.flows.get(`story:${storyId!}`)!.paragraphs;
    for (const [paragraph, { text }] of set.entries()) {
      for (let offset = 0; offset <= text.length; offset++) {
        expect(directionAt(turned, place(paragraph, offset))).toBe("vertical");
        const { rect } = caretStrip(turned, place(paragraph, offset))!;
        expect([rect.height, rect.width]).toEqual([0, 9]);
        const found = placeAtPoint(turned, boxId, { x: rect.x + 1, y: rect.y + 0.01 })!;
        expect([found.paragraph, found.offset]).toEqual([paragraph, offset]);
      }
    }
  });

  it("has no place in a box without text and no strip in text that is gone", () => {
    expect(placeAtPoint(layout, "none" as BoxId, { x: 0, y: 0 })).toBeNull();
    expect(caretStrip(layout, place(5, 0))).toBeNull();
  });

  it("moves to the nearest place of the line above or below", () => {
    const below = placeInNextLine(layout, place(0, 1), 1)!;
    expect(caretStrip(layout, below)?.rect.y).toBe(71.25);
    expect(placeInNextLine(layout, below, -1)).toEqual(place(0, 1));
    expect(placeInNextLine(layout, place(0, 0), -1)).toBeNull();
  });
});

describe("a selection", () => {
  it("is one strip a line, whichever end comes first", () => {
    const strips = selectionStrips(layout, place(0, 2), place(1, 2));
    expect(strips).toEqual(selectionStrips(layout, place(1, 2), place(0, 2)));
    expect(strips[0]?.rect.x).toBe(60 + 18 + 18);
    expect(strips.at(-1)?.rect).toMatchObject({ x: 60 + 108 + 18, width: 18 });
    expect(strips).toHaveLength(3);
  });

  it("is empty between a place and itself", () => {
    expect(selectionStrips(layout, place(0, 3), place(0, 3))).toEqual([]);
    expect(comparePlaces(place(0, 3), place(1, 0))).toBeLessThan(0);
  });
});
