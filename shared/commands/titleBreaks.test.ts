import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleText } from "../model/articleText";
import type { IssueDocument } from "../model/document";
import { idFrom } from "../model/idFrom";
import type { StoryId } from "../model/ids";
import { articleOfStory } from "../model/indexes";
import { sampleDocument } from "../model/testing/sampleDocument";
import { printedOffset, printedTitle, storedOffset, titleText } from "../model/titleText";
import { setTitlePart } from "./stories";
import { setTitleBreaks } from "./titleBreaks";

const storyId: StoryId = idFrom("lead-story");
const words = fc.string({ unit: fc.constantFrom("促", "进", "𠮷", " ", "2", "《", "》"), minLength: 2, maxLength: 20 });

function withTitle(text: string): IssueDocument {
  const changed = setTitlePart(sampleDocument(), { storyId, role: "main", text });
  if (!changed.ok) throw new Error(changed.problem.code);
  return changed.value;
}

describe("choosing a title's breaks", () => {
  it("keeps its words, replaces the breaks chosen before, and is undone by choosing those again", () => {
    fc.assert(
      fc.property(words, fc.array(fc.nat(), { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 6 }), (text, some, others) => {
        const characters = Array.from(text);
        const ends = characters.map((_, index) => characters.slice(0, index + 1).join("").length).filter((end) => end < text.length);
        const inside = (numbers: readonly number[]) => (ends.length === 0 ? [] : [...new Set(numbers.map((number) => ends[number % ends.length]!))]);
        const [first, second] = [inside(some), inside(others)];
        const before = setTitleBreaks(withTitle(text), { storyId, role: "main", offsets: first });
        if (!before.ok) throw new Error(before.problem.code);
        const after = setTitleBreaks(before.value, { storyId, role: "main", offsets: second });
        if (!after.ok) throw new Error(after.problem.code);
        const stored = after.value.stories[storyId]!.title.main;
        expect(printedTitle(stored)).toBe(text);
        expect([...titleText(stored).allowed]).toEqual(second.toSorted((a, b) => a - b));
        expect(setTitleBreaks(after.value, { storyId, role: "main", offsets: first })).toEqual(before);
      }),
    );
  });

  it("refuses places outside the words and inside a character", () => {
    for (const offset of [0, 4, 1.5, -1, 2]) {
      expect(setTitleBreaks(withTitle("大𠮷样"), { storyId, role: "main", offsets: [offset] })).toMatchObject({ ok: false, problem: { code: "range-outside-text" } });
    }
  });

  it("leaves no soft point in what is read outside, and keeps places in step on both sides", () => {
    const document = withTitle("促进\u200b发\u2060展");
    const article = articleOfStory(document, storyId)!;
    expect(articleText(document, article).text).toContain("促进发展");
    const { main } = document.stories[storyId]!.title;
    for (let offset = 0; offset <= 4; offset++) expect(printedOffset(main, storedOffset(main, offset))).toBe(offset);
  });
});
