import { describe, expect, it } from "vitest";
import type { IssueDocument, Story } from "../model/document";
import { idFrom } from "../model/idFrom";
import { sampleDocument } from "../model/testing/sampleDocument";
import { movedBox } from "./testing/documentEdits";
import { touchedPages } from "./touchedPages";

const document = sampleDocument();
const [first, second] = document.pages;
const storyId = idFrom<"story">("lead-story");

function withStory(change: Partial<Story>): IssueDocument {
  return { ...document, stories: { ...document.stories, [storyId]: { ...document.stories[storyId]!, ...change } } };
}

describe("the touched pages", () => {
  it("are those of moved boxes, and none where nothing has changed", () => {
    expect([...touchedPages(document, { ...document })!]).toEqual([]);
    expect([...touchedPages(document, movedBox(document, "lead-title", 5))!]).toEqual([first]);
    expect([...touchedPages(document, movedBox(document, "lead-jump", 5))!]).toEqual([second]);
  });

  it("are all that a changed story stands on", () => {
    expect(touchedPages(document, withStory({ byline: "记者" }))).toEqual(new Set([first, second]));
  });

  it("are not known where a story flows through other frames, or anything else of the document has changed", () => {
    expect(touchedPages(document, withStory({ frameIds: [] }))).toBeNull();
    expect(touchedPages(document, { ...document, stories: {} })).toBeNull();
    expect(touchedPages(document, { ...document, composition: { ...document.composition } })).toBeNull();
    expect(touchedPages(document, { ...document, pages: document.pages.toReversed() })).toBeNull();
  });
});
