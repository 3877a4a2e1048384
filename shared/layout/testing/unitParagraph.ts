import { expect } from "vitest";
import type { CompositionSettings } from "../../model/document";
import { blackInk } from "../../model/ink";
import { Break } from "../../text/breakOpportunities";
import { bodyRules } from "../lineRules";
import type { LineRange } from "../nextLine";
import { prepareParagraph } from "../prepare";
import type { PreparedParagraph } from "../preparedParagraph";
import { countableFonts } from "./layoutBuilders";

/** A paragraph of 1 pt characters, so that lengths count characters. */
export function unitParagraph(
  text: string,
  composition: CompositionSettings,
  { firstLineIndentEm = 0, hangingIndentEm = 0 }: { readonly firstLineIndentEm?: number; readonly hangingIndentEm?: number } = {},
): PreparedParagraph {
  return prepareParagraph(countableFonts, {
    text, runs: [{ from: 0, to: text.length, fontId: "stand-in", ink: blackInk }], direction: "horizontal", size: 1,
    horizontalScale: 1, trackingEm: 0, firstLineIndentEm, hangingIndentEm, rules: bodyRules(composition),
  });
}

/** All lines of a paragraph, one after the other, as `next` finds each from where the one before it ends. */
export function rangesFrom(next: (from: number) => LineRange | null): readonly LineRange[] {
  const ranges: LineRange[] = [];
  for (let range = next(0); range !== null; range = next(range.to)) ranges.push(range);
  return ranges;
}

/** Expects that lines hold all of a paragraph once and in order, and end where a line may end or say that they could not. */
export function expectWholeAndLegal(paragraph: PreparedParagraph, ranges: readonly LineRange[]): void {
  let at = 0;
  for (const range of ranges) {
    expect(range.from).toBe(at);
    at = range.to;
    if (!range.isForced) expect(paragraph.breaks[range.to - 1]).toBeGreaterThanOrEqual(Break.allowed);
  }
  expect(at).toBe(paragraph.count);
}
