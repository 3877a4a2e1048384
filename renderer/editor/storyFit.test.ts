import { describe, expect, it } from "vitest";
import type { FlowLayout, IssueLayout } from "../../shared/layout/issueLayout";
import { idFrom } from "../../shared/model/idFrom";
import { sampleDocument } from "../../shared/model/testing/sampleDocument";
import { fitOfArticle, fitSentence } from "./storyFit";

const article = sampleDocument().articles[idFrom<"article">("photo")]!;
const over = { lines: 2, characters: 31, paragraph: 0, offset: 3 };
const line = {} as FlowLayout["lines"][number]; // only counted

function fitWith(flows: readonly Partial<FlowLayout>[]) {
  // A fit reads the key, the number of lines, what is over and what is spare.
  const layout = { pages: new Map(), flows: new Map(flows.map((flow) => [flow.key, { lines: [line], overset: null, spareLines: 0, ...flow }])) } as unknown as IssueLayout;
  return fitOfArticle(layout, article);
}

const body = (more: Partial<FlowLayout>) => ({ key: "story:photo-story" as FlowLayout["key"], ...more });
const caption = (more: Partial<FlowLayout>) => ({ key: "caption:photo-caption" as FlowLayout["key"], ...more });

describe("the fit of an article", () => {
  it("is its body's: over, spare, exact or empty", () => {
    expect(fitWith([body({ overset: over })])).toEqual({ part: "body", state: "over", lines: 2, characters: 31 });
    expect(fitWith([body({ spareLines: 3 })])).toMatchObject({ state: "spare", lines: 3 });
    expect(fitWith([body({})])).toMatchObject({ state: "exact" });
    expect(fitWith([body({ lines: [], spareLines: 5 })])).toMatchObject({ state: "empty" });
    expect(fitWith([])).toBeNull();
  });

  it("says that it is a caption that is over, not the body, and only where the body is not", () => {
    const fit = fitWith([body({ spareLines: 3 }), caption({ overset: over })]);
    expect(fit).toMatchObject({ part: "caption", state: "over" });
    expect(fit === null ? null : fitSentence(fit).key).toBe("fitting.captionOver");
    expect(fitWith([body({ overset: { ...over, lines: 9 } }), caption({ overset: over })])).toMatchObject({ part: "body", lines: 9 });
  });
});
