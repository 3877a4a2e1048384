import { describe, expect, it } from "vitest";
import type { DisplayInk, DisplayItem, PageDisplay, PathSegment } from "../../display/displayList";
import { blackInk } from "../../model/ink";
import { pageInk, type CoarsePicture } from "./pageInk";

const none: DisplayInk = { cyan: 0, magenta: 0, yellow: 0, black: 0 };

function page(...items: readonly DisplayItem[]): PageDisplay {
  return { pageId: "p", size: { width: 200, height: 100 }, boxes: [{ boxId: "b", bounds: { x: 0, y: 0, width: 200, height: 100 }, items }] };
}

function outline(segments: readonly PathSegment[], fill: DisplayInk | null, stroke: DisplayInk | null, strokeWidth: number): DisplayItem {
  return { kind: "path", segments, fill, stroke, strokeWidth, dash: null, missing: null };
}

function area(x: number, y: number, width: number, height: number, fill: DisplayInk): DisplayItem {
  const segments = [{ kind: "move", x, y }, { kind: "line", x: x + width, y }, { kind: "line", x: x + width, y: y + height }, { kind: "line", x, y: y + height }, { kind: "close" }] as const;
  return outline(segments, fill, null, 0);
}

const picture: DisplayItem = { kind: "picture", assetId: "a", rect: { x: 100, y: 0, width: 100, height: 100 }, clip: { x: 100, y: 0, width: 100, height: 50 } };
/** Half of it dark, half of it paper. */
const pixels: CoarsePicture = { width: 2, height: 1, inks: Uint8Array.of(255, 255, 0, 51, 0, 0, 0, 0) };

const letter = (x: number, y: number, ink: DisplayInk): DisplayItem => ({
  kind: "glyphs", fontId: "F", size: 20, horizontalScale: 1, ink, glyphIds: Uint16Array.of(1), xs: Float64Array.of(x), ys: Float64Array.of(y), rotation: 0, text: "字", textOffsets: Uint32Array.of(0),
});

describe("pageInk", () => {
  it("is nothing on an empty page", () => {
    expect(pageInk(page(), new Map(), 240)).toMatchObject({ most: 0, shareOver: 0 });
  });

  it("adds the inks of one fill, and lets a fill knock out what is below it", () => {
    const red = { ...none, magenta: 1, yellow: 1 };
    expect(pageInk(page(area(0, 0, 50, 50, red)), new Map(), 240).most).toBe(200);
    expect(pageInk(page(area(0, 0, 50, 50, red), area(0, 0, 50, 50, { ...none, cyan: 1 })), new Map(), 240).most).toBe(100);
  });

  it("prints solid black text and rules over what is below, and lets broad black areas knock out", () => {
    const red = area(0, 0, 100, 100, { ...none, magenta: 1, yellow: 1 });
    expect(pageInk(page(red, letter(20, 60, blackInk)), new Map(), 240)).toMatchObject({ most: 300 });
    expect(pageInk(page(red, area(0, 10, 100, 4, blackInk)), new Map(), 240).most).toBe(300);
    expect(pageInk(page(red, area(0, 10, 100, 60, blackInk)), new Map(), 240).most).toBe(200);
    expect(pageInk(page(red, letter(20, 60, none)), new Map(), 240).most).toBe(200);
  });

  it("takes the inks of a picture inside its frame, and says where the most lies and how much of the page is over", () => {
    const ink = pageInk(page(picture), new Map([["a", pixels]]), 210);
    expect(ink.most).toBe(220);
    expect(ink.at.x).toBeGreaterThan(100);
    expect(ink.at.x).toBeLessThan(150);
    // A quarter of the page's width, half of its height.
    expect(ink.shareOver).toBeCloseTo(0.125, 2);
    expect(pageInk(page(picture), new Map(), 210).most).toBe(0);
  });

  it("counts a spot colour by its tint, not by the inks that stand in for it", () => {
    const solid = { ...none, magenta: 1, yellow: 0.8 };
    expect(pageInk(page(area(0, 0, 50, 50, { ...solid, spot: { name: "S", tint: 0.6, solid } })), new Map(), 240).most).toBe(60);
  });

  it("fills several outlines by the nonzero winding rule, as the file does", () => {
    const dark = { ...none, cyan: 1, magenta: 1, yellow: 0.5 };
    const square = (x: number, y: number, side: number, isClockwise: boolean): readonly PathSegment[] => {
      const corners = [{ x, y }, { x: x + side, y }, { x: x + side, y: y + side }, { x, y: y + side }];
      const [first, ...others] = isClockwise ? corners : corners.toReversed();
      return [{ kind: "move", ...first! }, ...others.map((corner) => ({ kind: "line" as const, ...corner })), { kind: "close" }];
    };
    const shareOf = (...segments: readonly PathSegment[]): number => pageInk(page(outline(segments, dark, null, 0)), new Map(), 240).shareOver;
    expect(shareOf(...square(0, 0, 20, true), ...square(100, 60, 20, true))).toBeCloseTo((2 * 400) / 20000, 6);
    expect(shareOf(...square(0, 0, 80, true), ...square(20, 20, 40, false))).toBeCloseTo((6400 - 1600) / 20000, 6);
    expect(shareOf(...square(0, 0, 80, true), ...square(20, 20, 40, true))).toBeCloseTo(6400 / 20000, 6);
  });

  it("follows curves", () => {
    const k = 40 * 0.5523;
    const circle: readonly PathSegment[] = [
      { kind: "move", x: 90, y: 50 },
      { kind: "curve", x1: 90, y1: 50 + k, x2: 50 + k, y2: 90, x: 50, y: 90 },
      { kind: "curve", x1: 50 - k, y1: 90, x2: 10, y2: 50 + k, x: 10, y: 50 },
      { kind: "curve", x1: 10, y1: 50 - k, x2: 50 - k, y2: 10, x: 50, y: 10 },
      { kind: "curve", x1: 50 + k, y1: 10, x2: 90, y2: 50 - k, x: 90, y: 50 },
      { kind: "close" },
    ];
    const { shareOver } = pageInk(page(outline(circle, { ...none, cyan: 1, magenta: 1, yellow: 0.5 }, null, 0)), new Map(), 240);
    expect(shareOver * 20000).toBeGreaterThan(Math.PI * 1600 * 0.98);
    expect(shareOver * 20000).toBeLessThan(Math.PI * 1600 * 1.01);
  });

  it("sees rules and strokes finer than a place, wherever they lie", () => {
    const red = area(0, 0, 200, 100, { ...none, magenta: 1, yellow: 1 });
    const line: readonly PathSegment[] = [{ kind: "move", x: 10, y: 20 }, { kind: "line", x: 190, y: 20 }];
    for (const shift of [0, 0.3, 0.5, 1, 1.7]) {
      expect(pageInk(page(red, area(10, 20 + shift, 180, 0.25, blackInk)), new Map(), 240).most).toBe(300);
      expect(pageInk(page(red, area(20 + shift, 10, 0.25, 80, blackInk)), new Map(), 240).most).toBe(300);
    }
    expect(pageInk(page(red, outline(line, null, blackInk, 0.25)), new Map(), 240).most).toBe(300);
    expect(pageInk(page(outline(line, null, { ...none, cyan: 1, magenta: 1, yellow: 1 }, 4)), new Map(), 240)).toMatchObject({ most: 300, shareOver: (180 * 4) / 20000 });
  });
});
