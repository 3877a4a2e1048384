import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Break } from "../text/breakOpportunities";
import { houseComposition } from "../model/houseComposition";
import { blackInk } from "../model/ink";
import { FORCED_COST, lineCost, newLineStart, startLine, TOO_LONG } from "./lineCost";
import { lineEndsOf } from "./lineEndTable";
import { bodyRules } from "./lineRules";
import { nextLine } from "./nextLine";
import { plannedLines } from "./plannedLines";
import { prepareParagraph } from "./prepare";
import type { PreparedParagraph } from "./preparedParagraph";
import { squeezeMarks } from "./squeeze";
import { countableFonts, storyTexts } from "./testing/layoutBuilders";

/** What the best lines from each cluster on cost, every legal end looked at that leaves its line half full. */
function leastCosts(paragraph: PreparedParagraph, available: number): Float64Array {
  const { count, pens, breaks } = paragraph;
  const table = lineEndsOf(paragraph);
  const { ends, trimmedRights } = table;
  const costs = new Float64Array(count + 1);
  const start = newLineStart();
  for (let from = count - 1; from >= 0; from--) {
    startLine(start, paragraph, from, available);
    const own = [...ends.keys()].filter((entry) => ends[entry]! > from);
    const feed = own.findIndex((entry) => breaks[ends[entry]! - 1] === Break.mandatory) + 1;
    const reachable = feed > 0 ? own.slice(0, feed) : own;
    const half = Math.max(0, reachable.findIndex((entry) => pens[ends[entry]!]! - pens[from]! >= start.measure / 2 || entry === reachable.at(-1)));
    const isHalfFitting = trimmedRights[reachable[half]!]! - start.left <= start.measure;
    const tried = reachable.slice(isHalfFitting ? half : Math.max(0, half - 1));
    const settings = tried.map((entry) => lineCost(table, start, entry) + costs[ends[entry]!]!);
    const least = Math.min(...settings);
    costs[from] = least === TOO_LONG ? FORCED_COST + costs[nextLine(paragraph, from, available, squeezeMarks)!.to]! : least;
  }
  return costs;
}

describe("planned lines", () => {
  it("cost as little as any, from whatever place they begin at, and the rest of them is planned alike from there", () => {
    fc.assert(
      fc.property(
        storyTexts, fc.integer({ min: 4, max: 60 }), fc.constantFrom("off", "on"), fc.constantFrom("off", "on"), fc.constantFrom(0, 1, 2), fc.constantFrom(0, 1), fc.nat(),
        ([text = ""], halves, hanging, hyphenation, firstLineIndentEm, hangingIndentEm, skipped) => {
          const paragraph = prepareParagraph(countableFonts, {
            text, runs: [{ from: 0, to: text.length, fontId: "stand-in", ink: blackInk }], direction: "horizontal", size: 1,
            horizontalScale: 1, trackingEm: 0, firstLineIndentEm, hangingIndentEm, rules: bodyRules({ ...houseComposition, hanging, hyphenation }),
          });
          if (paragraph.count === 0) return;
          const available = halves / 2;
          const costs = leastCosts(paragraph, available);
          const table = lineEndsOf(paragraph);
          const start = newLineStart();
          const lines = plannedLines(paragraph, 0, available);
          let sum = 0;
          for (const { from, to, isForced } of lines) {
            startLine(start, paragraph, from, available);
            // A line of spaces alone is first fit's, as a forced one is.
            const cost = isForced ? TOO_LONG : lineCost(table, start, table.ends.indexOf(to));
            sum += cost === TOO_LONG ? FORCED_COST : cost;
          }
          expect(Math.abs(sum - costs[0]!)).toBeLessThan(1e-3);
          const later = skipped % lines.length;
          expect(plannedLines(paragraph, lines[later]!.from, available)).toEqual(lines.slice(later));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
