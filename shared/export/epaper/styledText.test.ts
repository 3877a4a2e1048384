import { describe, expect, it } from "vitest";
import { createComposer } from "../../layout/composer";
import { countableFonts } from "../../layout/testing/layoutBuilders";
import type { IssueDocument, Paragraph, Story } from "../../model/document";
import { houseCharacterStyleIds, houseCharacterStyles, houseParagraphStyles, houseStyleIds } from "../../model/houseStyles";
import { idFrom } from "../../model/idFrom";
import { tableOf } from "../../model/newDocument";
import { buildEpaper } from "./buildEpaper";
import type { EpaperIssue } from "./epaperIssue";
import { epaperDocument } from "./testing/epaperDocument";
import { uncoveredParts } from "./uncoveredParts";

const words = "鲁迅原名周树人著有呐喊会议强调必须坚持以人民为中心面积为二十平方米".repeat(9);
const looks = Object.values(houseCharacterStyleIds);

/** The test issue with a lead in the house's styles: a drop cap, a tinted note, and every character style in turn. */
function styledIssue(isStyled: boolean): IssueDocument {
  const base = epaperDocument();
  const story = base.stories[idFrom<"story">("lead-story")]!;
  const paragraphs = [houseStyleIds.dropCapBody, houseStyleIds.tintedNote, houseStyleIds.body].map((styleId): Paragraph => ({
    text: words,
    styleId: isStyled ? styleId : houseStyleIds.body,
    marks: isStyled ? looks.map((look, index) => ({ from: 20 * index + 3, to: 20 * index + 6, styleId: look })) : [],
  }));
  const lead: Story = { ...story, paragraphs };
  return {
    ...base,
    paragraphStyles: tableOf(houseParagraphStyles),
    characterStyles: tableOf(houseCharacterStyles),
    stories: { ...base.stories, [lead.id]: lead },
  };
}

function made(document: IssueDocument) {
  const layout = createComposer(countableFonts).layout(document);
  return { layout, epaper: buildEpaper(document, layout, { generator: { name: "Broadsheet", version: "0.0.0" } }) };
}

const bodyRegions = ({ pages }: EpaperIssue) => pages.flatMap(({ regions }) => regions.filter(({ role, article }) => role === "body" && article?.includes("lead") === true));

describe("an e-paper of styled text", () => {
  it("covers a drop cap, notes in a tint and adorned names as it covers plain text", () => {
    const document = styledIssue(true);
    const { layout, epaper } = made(document);
    expect(uncoveredParts(document, layout, epaper)).toEqual([]);
  });

  it("has one region a frame, the drop cap in it, and the text in it in reading order", () => {
    const regions = bodyRegions(made(styledIssue(true)).epaper);
    expect(regions.length).toBe(bodyRegions(made(styledIssue(false)).epaper).length);
    regions.slice(1).forEach(({ textRange }, index) => expect(textRange![0]).toBeGreaterThanOrEqual(regions[index]!.textRange![1]));
  });
});
