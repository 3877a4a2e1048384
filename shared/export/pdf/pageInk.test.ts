import { describe, expect, it } from "vitest";
import type { DisplayInk, DisplayItem, PageDisplay } from "../../display/displayList";
import { blackInk } from "../../model/ink";
import { pageInk, type CoarsePicture } from "./pageInk";

const none: DisplayInk = { cyan: 0, magenta: 0, yellow: 0, black: 0 };

function page(...items: readonly DisplayItem[]): PageDisplay {
  return { pageId: "p", size: { width: 200, height: 100 }, boxes: [{ boxId: "b", bounds: { x: 0, y: 0, width: 200, height: 100 }, items }] };
}

function area(x: number, y: number, width: number, height: number, fill: DisplayInk): DisplayItem {
  const segments = [{ kind: "move", x, y }, { kind: "line", x: x + width, y }, { kind: "line", x: x + width, y: y + height }, { kind: "line", x, y: y + height }, { kind: "close" }] as const;
  return { kind: "path", segments, fill, stroke: null, strokeWidth: 0, dash: null, missing: null };
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
});
