import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setTitleFit } from "../../commands/titleFit";
import type { IssueDocument, TitleFrame } from "../../model/document";
import type { BoxId, StoryId } from "../../model/ids";
import { linesForTitle } from "../../model/linesForTitle";
import { sampleDocument } from "../../model/testing/sampleDocument";
import { createComposer } from "../composer";
import { countableFonts } from "../testing/layoutBuilders";
import { fitTitle } from "./fitTitle";

const boxId = "lead-title" as BoxId; // an id of the sample
const storyId = "lead-story" as StoryId; // an id of the sample
const sizes = { kicker: 16, main: 30, sub: 20 };
const plain = { kicker: 1, main: 1, sub: 1 };
const none = { kicker: 0, main: 0, sub: 0 };

function titled(main: string, length: number, direction: TitleFrame["direction"] = "horizontal") {
  const base = sampleDocument();
  const rect = direction === "vertical" ? { x: 100, y: 100, width: 200, height: length } : { x: 100, y: 100, width: length, height: 200 };
  const frame: TitleFrame = { ...(base.boxes[boxId] as TitleFrame), rect, direction, sizes, scales: plain, trackings: none }; // the sample's title
  const story = { ...base.stories[storyId]!, title: { kicker: "", main, sub: "" } };
  const document: IssueDocument = { ...base, boxes: { ...base.boxes, [boxId]: frame }, stories: { ...base.stories, [storyId]: story } };
  return { document, frame };
}

describe("fitting a title to its frame", () => {
  it("stays within the house's limits, and sets the very lines it told", () => {
    const letters = fc.array(fc.constantFrom("人工智能", "赋能", "《大样》", " ", "\n", "2026年"), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(letters, fc.integer({ min: 60, max: 500 }), fc.constantFrom("horizontal", "vertical"), (main, length, direction) => {
        const { document, frame } = titled(main, length, direction);
        const { headlineScale, headlineTrackingEm } = document.composition.fitLimits;
        const fit = fitTitle(document, frame, countableFonts)!.main!;
        expect(Math.abs(fit.scale - 1)).toBeLessThanOrEqual(headlineScale + 1e-9);
        expect(fit.tracking).toBeGreaterThanOrEqual(-headlineTrackingEm - 1e-9);
        const deep = { ...frame, rect: direction === "vertical" ? { ...frame.rect, width: 9000 } : { ...frame.rect, height: 9000 } };
        const applied = setTitleFit({ ...document, boxes: { ...document.boxes, [boxId]: deep } }, { boxId, letters: { main: fit } });
        if (!applied.ok) throw new Error(applied.problem.code);
        expect(createComposer(countableFonts).layout(applied.value).flows.get(`title:${boxId}`)!.lines.length).toBe(fit.lines);
      }),
      { numRuns: 60 },
    );
  });

  it("tracks, then narrows letters so that one line stays one, widens one that is a little short, and leaves a short one alone", () => {
    const fitOf = (length: number) => {
      const { document, frame } = titled("人工智能赋能制造业吗", length);
      return fitTitle(document, frame, countableFonts)!.main!;
    };
    const { headlineTrackingEm } = sampleDocument().composition.fitLimits;
    expect(fitOf(300 - 300 * headlineTrackingEm * 0.5)).toMatchObject({ lines: 1, scale: 1, isExact: true });
    expect(fitOf(260)).toMatchObject({ lines: 1, isExact: true, tracking: -headlineTrackingEm });
    expect(fitOf(320)).toMatchObject({ lines: 1, isExact: true, tracking: 0 });
    expect(fitOf(320).scale).toBeGreaterThan(1);
    expect(fitOf(600)).toMatchObject({ lines: 1, scale: 1, tracking: 0, isExact: false });
  });

  it("says so where no allowed letters make the chosen lines", () => {
    const { document, frame } = titled("人工智能赋能制造业吗", 200);
    expect(fitTitle(document, frame, countableFonts)!.main!.lines).toBe(2);
  });

  it("takes the lines of the grid that the newsroom counts", () => {
    expect(linesForTitle([30, 21], { pitch: 11.25 }, 3)).toBe(8);
    expect(linesForTitle([11.25], { pitch: 11.25 }, 0)).toBe(1);
  });
});
