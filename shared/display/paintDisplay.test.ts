import { describe, expect, it } from "vitest";
import type { Font } from "../fonts/fontSource";
import { blackInk, paperInk } from "../model/ink";
import type { BoxDisplay, DisplayItem, GlyphRun, PathItem } from "./displayList";
import { inkToScreen } from "./inkToScreen";
import type { PaintContext, PaintResources } from "./paintContext";
import { paintBox } from "./paintDisplay";

const font: Font = {
  id: "test",
  unitsPerEm: 1000,
  nominalGlyph: (codePoint) => codePoint,
  advance: () => 1,
  outline: () => "M0 0L1 1Z",
  shape: () => {
    throw new Error("a painter shapes nothing");
  },
};

/** A context that writes down what is drawn, under a page transform of two pixels a point, moved by (100, 50). */
function recordingContext() {
  const log: string[] = [];
  const base = { a: 2, b: 0, c: 0, d: 2, e: 100, f: 50 };
  let now = Object.values(base);
  const say = (name: string) => (...operands: readonly unknown[]) => void log.push(`${name} ${operands.join(" ")}`.trim());
  const context: PaintContext<string, string> = {
    fillStyle: "", strokeStyle: "", lineWidth: 1, font: "", textBaseline: "", textAlign: "", direction: "", fontKerning: "",
    letterSpacing: "", textRendering: "",
    save: say("save"), restore: say("restore"), beginPath: say("begin"), moveTo: say("move"), lineTo: say("line"), bezierCurveTo: say("curve"),
    closePath: say("close"), rect: say("rect"), clip: say("clip"), setLineDash: say("dash"), drawImage: say("picture"),
    getTransform: () => base,
    setTransform: (...numbers) => void (now = numbers),
    fill: (path) => void log.push(`fill ${String(context.fillStyle)}${path === undefined ? "" : ` ${path} at ${now.join(" ")}`}`),
    stroke: () => void log.push(`stroke ${String(context.strokeStyle)} ${context.lineWidth}`),
    fillRect: say("fillRect"),
    fillText: (text, x, y) => void log.push(`text ${text} ${x} ${y} ${context.font} ${context.letterSpacing}`),
  };
  return { context, log, transform: () => now };
}

function paint(item: DisplayItem, changes: Partial<PaintResources<string, string>> = {}) {
  const recording = recordingContext();
  const box: BoxDisplay = { boxId: "b1", bounds: { x: 0, y: 0, width: 10, height: 10 }, items: [item] };
  paintBox(recording.context, box, {
    font: () => font,
    canvasFamily: () => "family",
    glyphPath: (_, glyphId) => `glyph${glyphId}`,
    picture: () => null,
    ...changes,
  });
  expect(recording.transform()).toEqual([2, 0, 0, 2, 100, 50]);
  return recording.log;
}

const run: GlyphRun = {
  kind: "glyphs", fontId: "test", size: 10, horizontalScale: 1, ink: blackInk, rotation: 0,
  glyphIds: Uint16Array.of(0x5927, 0x6837), xs: Float64Array.of(20, 30.5), ys: Float64Array.of(40, 40),
  text: "大样", textOffsets: Uint32Array.of(0, 1),
};

const box: PathItem = {
  kind: "path", fill: null, stroke: blackInk, strokeWidth: 0.2, dash: null, missing: null,
  segments: [{ kind: "move", x: 1, y: 1 }, { kind: "line", x: 5, y: 1 }, { kind: "close" }],
};

describe("the painter", () => {
  it("sets plain glyphs as text, in points, under the name of the font's content", () => {
    expect(paint(run)).toEqual(['text 大样 20 40 10px "family" 0.5px']);
  });

  it("fills outlines in the same places while the canvas has no such font", () => {
    expect(paint(run, { canvasFamily: () => null })).toEqual([
      `fill ${inkToScreen(blackInk)} glyph22823 at 0.02 0 0 -0.02 140 130`,
      `fill ${inkToScreen(blackInk)} glyph26679 at 0.02 0 0 -0.02 161 130`,
    ]);
  });

  it("turns letters of a vertical line clockwise about their pen", () => {
    const turned = { ...run, rotation: 90 as const, glyphIds: Uint16Array.of(65), xs: Float64Array.of(20), ys: Float64Array.of(40), text: "A", textOffsets: Uint32Array.of(0) };
    expect(paint(turned)).toEqual([`fill ${inkToScreen(blackInk)} glyph65 at 0 0.02 0.02 0 140 130`]);
  });

  it("shows a missing character as a red box that can be seen", () => {
    expect(paint({ ...box, missing: "𪚥" }).at(-1)).toMatch(/^stroke #d5001c 0\.5$/);
    expect(paint(box).at(-1)).toBe(`stroke ${inkToScreen(blackInk)} 0.2`);
  });

  it("draws curves by their control points", () => {
    const segments = [{ kind: "move", x: 1, y: 1 }, { kind: "curve", x1: 2, y1: 0, x2: 3, y2: 4, x: 5, y: 1 }] as const;
    expect(paint({ ...box, segments })).toContain("curve 2 0 3 4 5 1");
  });

  it("crops a picture to its clip, and marks the place of one that is not there", () => {
    const rect = { x: 1, y: 2, width: 30, height: 20 };
    const item: DisplayItem = { kind: "picture", assetId: "a", rect, clip: { x: 1, y: 2, width: 10, height: 10 } };
    expect(paint(item, { picture: () => "photo" })).toEqual(["save", "begin", "rect 1 2 10 10", "clip", "picture photo 1 2 30 20", "restore"]);
    expect(paint(item)).toContain("line 11 12");
  });

  it("shows paper as white and black ink as the soft black of print", () => {
    expect([inkToScreen(paperInk), inkToScreen(blackInk)]).toEqual(["rgb(255,255,255)", "rgb(35,31,32)"]);
  });
});
