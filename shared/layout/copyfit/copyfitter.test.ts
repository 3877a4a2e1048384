import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitStory } from "../../commands/fitting";
import type { Article, IssueDocument, Story, TextFrame } from "../../model/document";
import { idFrom } from "../../model/idFrom";
import { newTitleFrame } from "../../model/newBoxes";
import { createComposer } from "../composer";
import { countableFonts, documentOf, frameOf } from "../testing/layoutBuilders";
import { createCopyfitter, fitsExactly } from "./copyfitter";

const title = newTitleFrame(idFrom("head"), { x: 60, y: 60, width: 207, height: 56.25 }, { kicker: 9, main: 21, sub: 9 });
const body: TextFrame = frameOf("body", 2, 30, { x: 60, y: 116.25 });

/** A story under a title of five lines, whose one line needs two and a half of them, in two columns. */
function storyOf(texts: readonly string[], columns = 2): IssueDocument {
  const base = documentOf(texts, [{ ...body, columns }], [title]);
  const story = Object.values<Story>(base.stories)[0]!;
  const article: Article = { id: idFrom("a"), kind: "news", digital: "published", storyId: story.id, titleFrameIds: [title.id], pictures: [], furnitureIds: [] };
  return { ...base, stories: { [story.id]: { ...story, title: { kicker: "", main: "大样", sub: "" } } }, articles: { [article.id]: article } };
}

const storyIdOf = (document: IssueDocument) => Object.values<Story>(document.stories)[0]!.id;
const sentence = "人工智能与制造业深度融合，“双向赋能”提出新目标；到二〇二七年，广东将建成《意见》所列的示范工厂，";

describe("a copyfitter", () => {
  const fitter = createCopyfitter(countableFonts);

  it("predicts what applying a rung does, each rung brings the story nearer, and undoing one is taking the old fitting back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 22 }), fc.integer({ min: 0, max: 45 }), (sentences, rest) => {
        const document = storyOf([sentence.repeat(sentences) + sentence.slice(0, rest)]);
        const storyId = storyIdOf(document);
        const ladder = fitter.ladder(document, storyId)!;
        let before = ladder.fit;
        for (const rung of ladder.rungs) {
          expect(rung.before).toEqual(before);
          before = rung.after;
          if (rung.fitting === null) {
            expect(rung.after).toEqual(rung.before);
            continue;
          }
          expect(rung.after.overLines <= rung.before.overLines && (rung.before.overLines > 0 || rung.after.spareLines < rung.before.spareLines)).toBe(true);
          const applied = fitStory(document, { storyId, fitting: rung.fitting });
          if (!applied.ok) throw new Error(applied.problem.code);
          const flow = createComposer(countableFonts).layout(applied.value).flows.get(`story:${storyId}`)!;
          expect({ over: flow.overset?.lines ?? 0, spare: flow.spareLines }).toEqual({ over: rung.after.overLines, spare: rung.after.spareLines });
          const back = fitStory(applied.value, { storyId, fitting: document.stories[storyId]!.fitting });
          expect(back.ok && back.value).toEqual(document);
        }
        expect(ladder.rest).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it("never goes beyond the house's limits, however long or short the story is", () => {
    const document = storyOf([sentence.repeat(40)]);
    const ladder = fitter.ladder(document, storyIdOf(document))!;
    const { trackingEm, headlineShrink } = document.composition.fitLimits;
    for (const { fitting } of ladder.rungs) {
      if (fitting === null) continue;
      expect(Math.abs(fitting.trackingEm)).toBeLessThanOrEqual(trackingEm);
      expect(fitting.titleSize).toBeGreaterThanOrEqual(1 - headlineShrink);
      expect(Math.abs(fitting.titleLines)).toBeLessThanOrEqual(3);
    }
    expect(ladder.rest.overLines).toBeGreaterThan(0);
    const beyond = fitStory(document, { storyId: storyIdOf(document), fitting: { squeeze: null, trackingEm: 0.1, titleSize: 1, titleLines: 0 } });
    expect(beyond).toMatchObject({ ok: false, problem: { code: "value-out-of-range", field: "trackingEm" } });
  });

  it("makes a story that is a line over fit, and stops at the rung that does", () => {
    let length = sentence.length * 12;
    const at = (characters: number) => storyOf([sentence.repeat(30).slice(0, characters)]);
    while (fitter.fit(at(length), storyIdOf(at(length)))!.overLines === 0) length += 3;
    const document = at(length);
    const ladder = fitter.ladder(document, storyIdOf(document))!;
    expect(ladder.fit.overLines).toBe(1);
    expect(ladder.rest.overLines).toBe(0);
    expect(ladder.rungs.at(-1)?.after.overLines).toBe(0);
    expect(ladder.rungs.slice(0, -1).every(({ after }) => after.overLines > 0)).toBe(true);
  });

  it("offers nothing where the story fits to the line, and none for a story without a frame", () => {
    let document = storyOf([sentence]);
    for (let length = 600; !fitsExactly(fitter.fit(document, storyIdOf(document))!); length++) document = storyOf([sentence.repeat(30).slice(0, length)]);
    expect(fitter.ladder(document, storyIdOf(document))?.rungs).toEqual([]);
    const story = Object.values<Story>(document.stories)[0]!;
    expect(fitter.ladder({ ...document, stories: { [story.id]: { ...story, frameIds: [] } } }, story.id)).toBeNull();
  });
});
