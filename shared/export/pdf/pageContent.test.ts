import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BoxDisplay, DisplayItem, DisplayLine } from "../../display/displayList";
import { rectPath } from "../../display/rectPath";
import { blackInk } from "../../model/ink";
import { createColourSpaces } from "./colourSpaces";
import type { ContentResources } from "./contentResources";
import { pageBoxes } from "./pageBoxes";
import { pageContent, type ContentTags } from "./pageContent";
import { plainPreset } from "./plainPreset";

const size = { width: 300, height: 400 };
const resources: ContentResources = {
  fontName: () => "F1",
  codeOf: () => ({ cid: 1, glyphId: 0, text: "", layer: 0 }),
  advance: () => 1,
  picture: (assetId) => ({ name: "P1", upright: null, isPage: assetId === "page" }),
  hiddenTextFontId: "Test-Regular",
};

const glyphs: DisplayItem = {
  kind: "glyphs", fontId: "Test-Regular", size: 10, horizontalScale: 1, ink: blackInk, glyphIds: Uint16Array.of(1, 2), xs: Float64Array.of(20, 30),
  ys: Float64Array.of(50, 50), rotation: 0, text: "文字", textOffsets: Uint32Array.of(0, 1),
};
const tint: DisplayItem = {
  kind: "path", segments: rectPath({ x: 1, y: 2, width: 30, height: 40 }), fill: { ...blackInk, black: 0.2 }, stroke: null, strokeWidth: 0, dash: null, missing: null,
};
const missing: DisplayItem = { ...tint, fill: null, stroke: blackInk, strokeWidth: 1, missing: "𠮷" };
const picture: DisplayItem = { kind: "picture", assetId: "a", rect: { x: 5, y: 5, width: 50, height: 40 }, clip: { x: 5, y: 5, width: 50, height: 30 } };

const item = fc.constantFrom(glyphs, tint, missing, picture);

/** Boxes of any items before any lines; each line belongs to one of three elements or to none. */
const box = fc.record({ before: fc.array(item, { maxLength: 2 }), own: fc.integer({ min: 0, max: 3 }), lines: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.array(item, { maxLength: 3 })), { maxLength: 4 }) });

const elements: readonly object[] = [{ of: "one" }, { of: "two" }, { of: "three" }];

function built(boxes: readonly { readonly before: readonly DisplayItem[]; readonly own: number; readonly lines: readonly (readonly [number, readonly DisplayItem[]])[] }[]) {
  const elementOf = new Map<object, object | undefined>();
  const displays = boxes.map(({ before, own, lines }, index): BoxDisplay => {
    const items = [...before];
    const made = lines.map(([element, lineItems]): DisplayLine => {
      const line = {};
      elementOf.set(line, elements[element]);
      items.push(...lineItems);
      return { line, from: items.length - lineItems.length, to: items.length };
    });
    const display = { boxId: `b${index}`, bounds: { x: 0, y: 0, ...size }, items, lines: made };
    elementOf.set(display, elements[own]);
    return display;
  });
  return { displays, elementOf };
}

type SheetState = Readonly<Record<"gs" | "fill" | "stroke" | "w" | "d", string>>;

describe("pageContent", () => {
  it("paints everything inside one marked sequence of its element or as an artifact, with sequences that never nest or cross text and states", () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 5 }), fc.constantFrom(0, 3), fc.array(item, { maxLength: 2 }), (boxes, bleedMm, marks) => {
        const { displays, elementOf } = built(boxes);
        const opened: object[] = [];
        const tags: ContentTags = {
          tagOf: (display, line) => {
            const element = elementOf.get(line ?? display);
            if (element === undefined) return null;
            return { element, open: () => `/P<</MCID ${opened.push(element) - 1}>>` };
          },
        };
        const preset = { ...plainPreset, bleedMm };
        const content = pageContent(
          { page: { pageId: "p", size, boxes: displays }, marks, boxes: pageBoxes(size, preset) },
          { resources, spaces: { colour: "press", spaces: createColourSpaces() }, tags, outlines: null },
        );
        let inside: string | null = null;
        let isText = false;
        let depth = 0;
        let depthAtOpening = 0;
        for (const token of content.split(/\s+|(?<=\])/)) {
          if (token === "BT" || token === "ET") isText = token === "BT";
          if (token === "q") depth++;
          if (token === "Q") depth--;
          if (token === "BDC" || token === "BMC") {
            expect([inside, isText]).toEqual([null, false]);
            inside = token;
            depthAtOpening = depth;
          } else if (token === "EMC") {
            expect([inside === null, isText, depth]).toEqual([false, false, depthAtOpening]);
            inside = null;
          } else if (/^(TJ|Tj|f|S|B|Do)\*?$/.test(token)) expect(inside).not.toBeNull();
        }
        expect([inside, depth]).toEqual([null, 0]);
        // Sequences are numbered as they come, and what follows one another in one element is one sequence.
        expect([...content.matchAll(/MCID (\d+)/g)].map(([, number]) => Number(number))).toEqual(opened.map((_, index) => index));
        const painted = boxes.flatMap(({ before, own, lines }) => [...(before.length > 0 ? [elements[own]] : []), ...lines.flatMap(([element, items]) => (items.length > 0 ? [elements[element]] : []))]);
        expect(opened).toEqual(painted.filter((element, index) => element !== undefined && element !== painted[index - 1]));
      }),
    );
  });

  /** The graphics states, colours, widths and dashes in force at each `Do`. */
  function statesAtPictures(items: readonly DisplayItem[]): readonly SheetState[] {
    const display: BoxDisplay = { boxId: "b", bounds: { x: 0, y: 0, ...size }, items };
    const content = pageContent(
      { page: { pageId: "p", size, boxes: [display] }, marks: [], boxes: pageBoxes(size, plainPreset) },
      { resources, spaces: { colour: "press", spaces: createColourSpaces() }, tags: null, outlines: null },
    );
    let state: SheetState = { gs: "GI", fill: "0 g", stroke: "0 G", w: "1", d: "[] 0" };
    const saved: SheetState[] = [];
    const found: SheetState[] = [];
    for (const [, operands = "", operator = ""] of content.matchAll(/((?:\[[^\]]*\]|[^\sA-Za-z]\S*)?(?:\s+[^\sA-Za-z]\S*)*)\s*\b(q|Q|gs|k|K|g|G|w|d|Do|cm|re|W|n|f|S|m|l|h|BT|ET|Tf|Tm|TJ|Tr)\b\s*/g)) {
      if (operator === "q") saved.push(state);
      if (operator === "Q") state = saved.pop()!;
      if (operator === "gs") state = { ...state, gs: operands.replace("/", "") };
      if (operator === "k" || operator === "g") state = { ...state, fill: `${operands} ${operator}` };
      if (operator === "K" || operator === "G") state = { ...state, stroke: `${operands} ${operator}` };
      if (operator === "w" || operator === "d") state = { ...state, [operator]: operands };
      if (operator === "Do") found.push(state);
    }
    return found;
  }

  it("draws pages of other files from the state that pages begin with, and pictures without overprinting, whatever stands before them", () => {
    const advertisement: DisplayItem = { ...picture, assetId: "page" };
    const dashed: DisplayItem = { ...tint, fill: null, stroke: { ...blackInk, black: 0.5 }, strokeWidth: 0.25, dash: [2, 1], missing: null };
    fc.assert(
      fc.property(fc.array(fc.constantFrom<DisplayItem>(glyphs, tint, missing, dashed, picture, advertisement), { maxLength: 6 }), (items) => {
        const pictures = items.filter((each) => each.kind === "picture");
        statesAtPictures(items).forEach((state, index) => {
          if (pictures[index] === advertisement) expect(state).toEqual({ gs: "GI", fill: "0 g", stroke: "0 G", w: "1", d: "[] 0" });
          else expect(state.gs).toBe("GK");
        });
        expect(statesAtPictures(items)).toHaveLength(pictures.length);
      }),
    );
  });
});
