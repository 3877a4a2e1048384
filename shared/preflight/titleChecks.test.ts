import { describe, expect, it } from "vitest";
import { createComposer } from "../layout/composer";
import { countableFonts } from "../layout/testing/layoutBuilders";
import type { IssueDocument, Story, TitleFrame } from "../model/document";
import type { BoxId, StoryId } from "../model/ids";
import { sampleDocument } from "../model/testing/sampleDocument";
import { preflightIssue } from "./preflightIssue";

const boxId = "lead-title" as BoxId; // an id of the sample
const storyId = "lead-story" as StoryId; // an id of the sample

/** The sample with a lead title of 30 pt letters in a frame so many of them wide. */
function withTitle(main: string, letters: number, change: Partial<Story> = {}): IssueDocument {
  const base = sampleDocument();
  const box = base.boxes[boxId] as TitleFrame; // the sample's title
  const frame: TitleFrame = { ...box, direction: "horizontal", sizes: { kicker: 10, main: 30, sub: 10 }, rect: { ...box.rect, width: letters * 30, height: 400 } };
  const story = { ...base.stories[storyId]!, title: { kicker: "", main, sub: "" }, ...change };
  return { ...base, boxes: { ...base.boxes, [boxId]: frame }, stories: { ...base.stories, [storyId]: story } };
}

function found(document: IssueDocument, code: string) {
  return preflightIssue(document, createComposer(countableFonts).layout(document), { assetFiles: null }).filter((problem) => problem.code === code);
}

describe("preflight of titles", () => {
  it("tells a headline that is broken inside words or a named work, and no other", () => {
    expect(found(withTitle("人工智能\u200b赋能\u200b制造业", 6), "headline-broken")).toEqual([]);
    expect(found(withTitle("促进 人工智能赋能", 7), "headline-broken")).toEqual([]);
    expect(found(withTitle("人\u200b工智能赋能制造业", 5), "headline-broken")).toMatchObject([{ place: { boxId, range: { part: "main" } } }]);
    expect(found(withTitle("《人工智能赋能制造业》", 6), "headline-broken")).toHaveLength(1);
    expect(found(withTitle("解读《深圳方案》", 6), "headline-broken")).toEqual([]);
  });

  it("tells a story that was fitted beyond what the house allows now", () => {
    const fitting = { squeeze: null, trackingEm: 0.01, titleSize: 1, titleLines: 0 };
    const document = withTitle("标题", 8, { fitting });
    expect(found(document, "fitted-beyond-limits")).toEqual([]);
    const fitLimits = { ...document.composition.fitLimits, trackingEm: 0.005 };
    expect(found({ ...document, composition: { ...document.composition, fitLimits } }, "fitted-beyond-limits")).toHaveLength(1);
  });
});
