import { houseComposition } from "../model/houseComposition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DisplayItem, GlyphRun } from "../display/displayList";
import { blackInk } from "../model/ink";
import type { BoxId } from "../model/ids";
import { bodyRules } from "./lineRules";
import { nextLine } from "./nextLine";
import { paintLine } from "./paintLine";
import { placeLine } from "./placeLine";
import { prepareParagraph } from "./prepare";
import type { Direction, StyledRun } from "./preparedParagraph";
import { countableFonts, MISSING_CHARACTER, storyTexts } from "./testing/layoutBuilders";

const rules = bodyRules({
  ...houseComposition, lineBreaking: "firstFit", numberHanGlue: "off", prohibition: "gb", lineEndTrim: "always", lineStartTrim: "trim", adjacentTrim: "half", squeeze: "full", autospace: 0.125, orphan: 2,
});

/** The marks of a text's lines of 100 pt in 10 pt type, set from the corner (20, 50) of a page, all in one place. */
function painted(text: string, direction: Direction = "horizontal", runs?: readonly StyledRun[]): readonly (readonly DisplayItem[])[] {
  const prepared = prepareParagraph(countableFonts, {
    text, runs: runs ?? [{ from: 0, to: text.length, fontId: "stand-in", ink: blackInk }], direction, size: 10, horizontalScale: 1,
    trackingEm: 0, firstLineIndentEm: 0, hangingIndentEm: 0, rules,
  });
  const paragraph = {
    set: { text, prefixLength: 0, part: "" }, prepared, align: "start" as const, pitch: 12, spaceBefore: 0, leastSpread: 0, isHead: false, linesOccupied: 0,
  };
  const rect = direction === "horizontal" ? { x: 20, y: 50, width: 100, height: 10 } : { x: 20, y: 50, width: 10, height: 100 };
  const lines: (readonly DisplayItem[])[] = [];
  for (let range = nextLine(prepared, 0, 100); range !== null; range = nextLine(prepared, range.to, 100)) {
    lines.push(paintLine(placeLine(paragraph, 0, range, { boxId: "box" as BoxId, column: 0, row: lines.length, rect })));
  }
  return lines;
}

const runsOf = (text: string, direction?: Direction) => painted(text, direction).flat().filter((item): item is GlyphRun => item.kind === "glyphs");

describe("a painted line", () => {
  it("has its glyphs on the baseline, 0.88 em below the top of its strip", () => {
    expect(runsOf("中文")).toMatchObject([{ text: "中文", size: 10, rotation: 0, xs: Float64Array.of(20, 30), ys: Float64Array.of(58.8, 58.8) }]);
  });

  it("draws an opening mark at its start half an em to the left, so that its ink stands flush", () => {
    expect([...runsOf("（晴）")[0]!.xs]).toEqual([15, 25, 35]);
  });

  it("starts a run where font or ink changes", () => {
    const red = { ...blackInk, magenta: 1 };
    const runs = [{ from: 0, to: 1, fontId: "stand-in", ink: red }, { from: 1, to: 3, fontId: "stand-in", ink: blackInk }];
    expect(painted("甲乙丙", "horizontal", runs).flat()).toMatchObject([{ text: "甲", ink: red }, { text: "乙丙", ink: blackInk }]);
  });

  it("draws a box for a character that no font has, in its frame", () => {
    const [box] = painted(`甲${MISSING_CHARACTER}`).flat().filter((item) => item.kind === "path");
    expect(box).toMatchObject({ missing: MISSING_CHARACTER, fill: null });
    const xs = box?.kind === "path" ? box.segments.flatMap((segment) => (segment.kind === "close" ? [] : [segment.x])) : [];
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([30.8, 39.2]);
  });

  it("runs down the middle of its strip in vertical setting, words turned", () => {
    const [han, word] = runsOf("看Hello", "vertical");
    expect(han).toMatchObject({ text: "看", rotation: 0, xs: Float64Array.of(20), ys: Float64Array.of(58.8) });
    expect(word).toMatchObject({ text: "Hello", rotation: 90 });
    expect(word!.xs[0]).toBeCloseTo(25 - 3.8);
    expect(word!.ys[0]).toBeCloseTo(61.25);
  });

  it("shows every character of its text once, in order", () => {
    fc.assert(
      fc.property(storyTexts, fc.constantFrom<Direction>("horizontal", "vertical"), ([text = ""], direction) => {
        const shown = painted(text, direction).flat().map((item) => (item.kind === "glyphs" ? item.text : item.kind === "path" ? item.missing : ""));
        expect(shown.join("").replaceAll(/[ \u3000]/g, "")).toBe(text.replaceAll(/[ \u3000]/g, ""));
      }),
    );
  });

  it("says for each glyph which characters it stands for", () => {
    fc.assert(
      fc.property(storyTexts, ([text = ""]) => {
        for (const run of runsOf(text)) {
          expect(new Set([run.xs.length, run.ys.length, run.textOffsets.length])).toEqual(new Set([run.glyphIds.length]));
          expect(run.textOffsets[0]).toBe(0);
          for (let glyph = 1; glyph < run.textOffsets.length; glyph++) {
            expect(run.textOffsets[glyph]).toBeGreaterThanOrEqual(run.textOffsets[glyph - 1]!);
            expect(run.textOffsets[glyph]).toBeLessThan(run.text.length);
          }
        }
      }),
    );
  });
});
