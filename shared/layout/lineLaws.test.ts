import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompositionSettings } from "../model/document";
import { houseComposition } from "../model/houseComposition";
import { Break, breakOpportunities } from "../text/breakOpportunities";
import { BreakKind } from "../text/breakKind";
import { CharacterClass } from "../text/characterClass";
import { classAt, readClusters } from "../text/clusters";
import { mayEndLine, mayStartLine } from "../text/prohibition";
import { breakLine } from "./breakParagraph";
import { justifyLine, penOf, type JustifiedLine } from "./justify";
import type { LineRange } from "./nextLine";
import { Place, type PreparedParagraph } from "./preparedParagraph";
import { squeezeMarks } from "./squeeze";
import { storyTexts } from "./testing/layoutBuilders";
import { rangesFrom, unitParagraph } from "./testing/unitParagraph";

const settings: fc.Arbitrary<CompositionSettings> = fc
  .record({
    prohibition: fc.constantFrom("none", "basic", "gb", "strict"),
    lineEndTrim: fc.constantFrom("off", "ifNeeded", "always"),
    lineStartTrim: fc.constantFrom("off", "trim", "trimExceptFirst"),
    adjacentTrim: fc.constantFrom("off", "half", "tight"),
    squeeze: fc.constantFrom("off", "mild", "full"),
    autospace: fc.constantFrom(0, 0.125, 0.25),
    orphan: fc.constantFrom(0, 1, 2, 3),
    lineBreaking: fc.constantFrom("firstFit", "paragraph"),
    numberHanGlue: fc.constantFrom("off", "prefer", "always"),
    hanging: fc.constantFrom("off", "on"),
    hyphenation: fc.constantFrom("off", "on"),
    grid: fc.constantFrom("none", "lines", "characters"),
  } as const)
  .map((some) => ({ ...houseComposition, ...some }));

/** Newspaper text with words to divide, soft hyphens, rare and joined characters, spaces and chosen line breaks in it. */
const texts = fc
  .tuple(storyTexts, fc.array(fc.constantFrom("international", "communication network", "co\u00adop", "𠮷𰻞", "🇨🇳", "\u200b", "\u2060", "\n", "第3届", "2021—2025年", "〇"), { maxLength: 6 }))
  .map(([[text = ""], more]) => more.reduce((whole, piece, index) => whole.slice(0, index * 7) + piece + whole.slice(index * 7), text));

function paragraphOf(text: string, composition: CompositionSettings): PreparedParagraph {
  return unitParagraph(text, composition, { firstLineIndentEm: 2 });
}

function rangesOf(paragraph: PreparedParagraph, width: number): readonly LineRange[] {
  return rangesFrom((from) => breakLine(paragraph, from, width, squeezeMarks));
}

/** Runs a law over the lines of random texts in random settings and measures. */
function everyLine(law: (paragraph: PreparedParagraph, range: LineRange, line: JustifiedLine, width: number, composition: CompositionSettings) => void): void {
  fc.assert(
    fc.property(texts, settings, fc.integer({ min: 16, max: 80 }), (text, composition, quarters) => {
      const width = quarters / 4;
      const paragraph = paragraphOf(text, composition);
      for (const range of rangesOf(paragraph, width)) law(paragraph, range, justifyLine(paragraph, range, width, "justify"), width, composition);
    }),
    { numRuns: 400 },
  );
}

describe("the lines of any text, by either breaker, in all settings", () => {
  it("hold all of it once and in order, and come out of the same text alike", () => {
    fc.assert(
      fc.property(texts, settings, fc.integer({ min: 1, max: 30 }), (text, composition, width) => {
        const paragraph = paragraphOf(text, composition);
        const ranges = rangesOf(paragraph, width);
        const joined = ranges.map(({ from, to }) => text.slice(paragraph.offsets[from], paragraph.offsets[to])).join("");
        expect(joined).toBe(text);
        expect(ranges.every(({ from, to }) => to > from)).toBe(true);
        expect(rangesOf(paragraphOf(text, composition), width)).toEqual(ranges);
        // Lines of other lengths were asked for in between.
        for (const other of [width + 1, width + 2, width + 3, width + 4]) rangesOf(paragraph, other);
        expect(rangesOf(paragraph, width)).toEqual(ranges);
      }),
      { numRuns: 400 },
    );
  });

  it("end only where the text may be broken at its level, and inside words only behind a hyphen", () => {
    everyLine((paragraph, range, _line, _width, composition) => {
      if (range.isForced) return;
      const { text, offsets } = paragraph;
      const offset = offsets[range.to]!;
      const isDivided = paragraph.breakKinds[range.to - 1] === BreakKind.hyphen;
      if (isDivided) expect(composition.hyphenation).toBe("on");
      else expect(breakOpportunities(text, composition.prohibition)[offset]).toBeGreaterThanOrEqual(Break.allowed);
      expect(range.hyphen > 0).toBe(isDivided && range.visibleTo === range.to);
    });
  });

  it("neither start nor end with a character that may not stand there", () => {
    everyLine((paragraph, range, _line, _width, { prohibition }) => {
      const { breaks, breakKinds, classes } = paragraph;
      const clusters = readClusters(paragraph.text);
      // A place that someone chose, or that belongs to an address or a word, is legal whatever stands beside it.
      const isOwnChoice = (at: number) =>
        [CharacterClass.breakPoint, CharacterClass.lineFeed].some((chosen) => classes[at - 1] === chosen) || breakKinds[at - 1] === BreakKind.hyphen || isSoftPoint(paragraph, at);
      const startsLegally = range.from > 0 && breaks[range.from - 1] === Break.allowed && range.visibleTo > range.from;
      if (startsLegally && !isOwnChoice(range.from)) expect(mayStartLine(classAt(clusters, range.from), prohibition)).toBe(true);
      if (range.endsParagraph || range.isForced || isOwnChoice(range.to)) return;
      expect(mayEndLine(classAt(clusters, range.visibleTo - 1), prohibition)).toBe(true);
    });
  });

  it("are flush to 0.01 pt where they fill their measure, a hung mark and nothing else past it", () => {
    everyLine((paragraph, range, { positions }, width) => {
      const last = range.hangs ? range.visibleTo - 1 : range.visibleTo;
      const end = positions[last - range.from]! + range.hyphen;
      let places = 0;
      for (let index = range.from; index < last - 1; index++) if (paragraph.places[index] !== Place.none) places++;
      if (!range.isForced) expect(end).toBeLessThan(width + 0.01);
      const isFilled = !range.endsParagraph && paragraph.rules.grid !== "characters" && places > 0 && !range.isForced;
      if (isFilled) expect(Math.abs(end - width)).toBeLessThan(0.01);
    });
  });

  it("give every full-width mark at least half an em, every Han character its own, and no character a place before another", () => {
    everyLine((paragraph, range, line) => {
      const { positions, bracketShare } = line;
      for (let index = range.from; index < range.visibleTo; index++) {
        const frame = positions[index + 1 - range.from]! - positions[index - range.from]!;
        const { classes, advances } = paragraph;
        if (classes[index] === CharacterClass.han) expect(frame).toBeGreaterThan(advances[index]! - 1e-6);
        else if (classes[index] !== CharacterClass.space) expect(frame).toBeGreaterThan(Math.min(0.5, advances[index]!) - 1e-6);
        const blank = positions[index - range.from]! - penOf({ prepared: paragraph, range, bracketShare }, positions, index);
        expect(blank).toBeLessThan(0.5 + 1e-6);
      }
    });
  });
});

/** Inside an address, or behind the hyphen of a compound, where the unit and not the level decides. */
function isSoftPoint({ classes }: PreparedParagraph, at: number): boolean {
  return classes[at - 1] === CharacterClass.westernSign || classes[at - 1] === CharacterClass.westernStop || classes[at - 1] === CharacterClass.solidus || classes[at - 1] === CharacterClass.hyphen;
}
