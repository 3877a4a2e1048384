import { describe, expect, it } from "vitest";
import type { GlyphRun } from "../display/displayList";
import type { IssueDocument, ParagraphStyle, TextFrame } from "../model/document";
import { houseCharacterStyleIds, houseCharacterStyles, houseFontIds, houseParagraphStyles, houseStyleIds } from "../model/houseStyles";
import type { ParagraphStyleId } from "../model/ids";
import { tableOf } from "../model/newDocument";
import type { FlowLayout } from "./issueLayout";
import { documentOf, frameOf } from "./testing/layoutBuilders";
import { lineTexts, printedItems, setStory } from "./testing/styledStory";

const frame = frameOf("a", 1, 20);
const vertical: TextFrame = { ...frame, direction: "vertical", rect: { x: 60, y: 60, width: 20 * 11.25 - 2.25, height: 99 } };
const directions = [["horizontal", frame], ["vertical", vertical]] as const;

/** A story of one paragraph in a house style with some changes. */
function styled(text: string, styleId: ParagraphStyleId, inFrame: TextFrame, changes: Partial<ParagraphStyle> = {}): IssueDocument {
  const base = documentOf([text], [inFrame]);
  const [story] = Object.values(base.stories);
  const styles = tableOf(houseParagraphStyles.map((style) => (style.id === styleId ? { ...style, ...changes } : style)));
  return {
    ...base,
    paragraphStyles: styles,
    characterStyles: tableOf(houseCharacterStyles),
    stories: { [story!.id]: { ...story!, paragraphs: [{ text, styleId, marks: [] }] } },
  };
}

const runsOf = (document: IssueDocument): readonly GlyphRun[] =>
  printedItems(setStory(document).layout).filter((item): item is GlyphRun => item.kind === "glyphs");
/** Where the first character of each line begins along it. */
const starts = ({ lines }: FlowLayout): readonly number[] => lines.map((line) => line.positions[0]!);

describe.each(directions)("the house's styles in %s setting", (_, own) => {
  it("begin body text two characters in, and one where the style says so", () => {
    const text = "一二三四五六七八九十一二三四";
    expect(starts(setStory(styled(text, houseStyleIds.body, own)).flow)).toEqual([18, 0]);
    expect(starts(setStory(styled(text, houseStyleIds.body, own, { firstLineIndentEm: 1 })).flow)).toEqual([9, 0]);
  });

  it("set 本报讯 run-in and bold before the first paragraph, the byline with it", () => {
    const document = styled("一二", houseStyleIds.body, own);
    const [story] = Object.values(document.stories);
    const runs = runsOf({ ...document, stories: { [story!.id]: { ...story!, dateline: "本报讯", byline: "甲" } } });
    const textIn = (fontId: string) => runs.filter((run) => run.fontId === fontId).map(({ text }) => text).join("");
    expect(textIn(houseFontIds.sansBold)).toMatch(/^本报讯.*甲/);
    expect(textIn(houseFontIds.serif)).toBe("一二");
  });

  it("set quotations and single words in Kai", () => {
    expect(runsOf(styled("一二三", houseStyleIds.quotation, own)).map(({ fontId }) => fontId)).toEqual([houseFontIds.kai]);
    const document = styled("一二三四", houseStyleIds.body, own);
    const [story] = Object.values(document.stories);
    const marked = [{ ...story!.paragraphs[0]!, marks: [{ from: 1, to: 3, styleId: houseCharacterStyleIds.kai }] }];
    const runs = runsOf({ ...document, stories: { [story!.id]: { ...story!, paragraphs: marked } } });
    expect(runs.map(({ text, fontId }) => [text, fontId])).toEqual([["一", houseFontIds.serif], ["二三", houseFontIds.kai], ["四", houseFontIds.serif]]);
  });

  it("hang the lines of an item behind its ●, which is no text of the story", () => {
    const { flow } = setStory(styled("一二三四五六七八九十一二三四五", houseStyleIds.listItem, own));
    expect(lineTexts(flow)).toEqual(["●一二三四五六七八九十", "一二三四五"]);
    expect(starts(flow)).toEqual([0, 9]);
    expect(flow.paragraphs[0]!.prefixLength).toBe(1);
  });

  it("add tracking behind each character", () => {
    const { flow } = setStory(styled("一二三", houseStyleIds.body, own, { firstLineIndentEm: 0, trackingEm: 0.1, align: "start" }));
    expect([...flow.lines[0]!.positions].slice(0, 3).map((at) => Math.round(at * 100) / 100)).toEqual([0, 9.9, 19.8]);
  });

  it("narrow and widen letters: along horizontal lines, across vertical ones", () => {
    for (const horizontalScale of [0.8, 1.2]) {
      const document = styled("一二三", houseStyleIds.body, own, { firstLineIndentEm: 0, horizontalScale, align: "start" });
      const [run] = runsOf(document);
      const advance = own.direction === "vertical" ? 9 : 9 * horizontalScale;
      expect(run!.horizontalScale).toBe(horizontalScale);
      expect(setStory(document).flow.lines[0]!.positions[1]).toBeCloseTo(advance);
    }
  });
});
