import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoryId } from "../model/ids";
import { Break, breakOpportunities } from "../text/breakOpportunities";
import { classAt, readClusters } from "../text/clusters";
import { mayEndLine, mayStartLine } from "../text/prohibition";
import { createComposer } from "./composer";
import type { FlowLayout } from "./issueLayout";
import { countableFonts, documentOf, frameOf, MISSING_CHARACTER, obstacleOf, storyTexts } from "./testing/layoutBuilders";

function flowOf(document: ReturnType<typeof documentOf>): FlowLayout {
  const [storyId] = Object.keys(document.stories) as StoryId[];
  return createComposer(countableFonts).layout(document).flows.get(`story:${storyId!}`)!;
}

const linesOf = (flow: FlowLayout) => flow.lines.map((line) => flow.paragraphs[line.paragraph]!.text.slice(line.from, line.to));

describe("flowing a story", () => {
  it("fills columns in reading order and counts what is over in lines and characters", () => {
    const flow = flowOf(documentOf(["一二三四五六七八九十".repeat(6)], [frameOf("a", 2, 2)]));
    expect(linesOf(flow)).toEqual(["一二三四五六七八九", "十一二三四五六七八九十", "一二三四五六七八九十一", "二三四五六七八九十一二"]);
    expect(flow.lines.map((line) => [line.column, line.row])).toEqual([[0, 0], [0, 1], [1, 0], [1, 1]]);
    expect(flow.overset).toEqual({ lines: 2, characters: 18, paragraph: 0, offset: 42 });
  });

  it("runs on through linked frames", () => {
    const flow = flowOf(documentOf(["一二三四五六七八九十".repeat(2)], [frameOf("a", 1, 1), frameOf("b", 1, 3, { x: 300, y: 60 })]));
    expect(flow.lines.map((line) => line.boxId)).toEqual(["a", "b"]);
    expect(flow.overset).toBeNull();
    expect(flow.spareLines).toBe(2);
  });

  it("splits lines into slots on both sides of a box in mid-column", () => {
    const frame = { ...frameOf("a", 1, 3), rect: { x: 60, y: 60, width: 180, height: 31.5 } };
    const obstacle = obstacleOf("o", { x: 60 + 81, y: 60 + 11, width: 27, height: 10 });
    const flow = flowOf(documentOf(["一二三四五六七八九十".repeat(6)], [frame], [obstacle]));
    expect(flow.lines.map((line) => [line.row, line.rect.x, line.rect.width])).toEqual([
      [0, 60, 180], [1, 60, 81], [1, 168, 72], [2, 60, 180],
    ]);
  });

  it("leaves a slot empty that is too narrow for four characters", () => {
    const obstacle = obstacleOf("o", { x: 60, y: 60, width: 70, height: 5 });
    const flow = flowOf(documentOf(["一二三四五六七八九十"], [frameOf("a", 1, 3)], [obstacle]));
    expect(flow.lines[0]?.rect.y).toBe(71.25);
  });

  it("uses only the parts of the columns that spans name, in their order", () => {
    const spans = [
      { fromColumn: 1, toColumn: 2, fromLine: 0, toLine: 1 },
      { fromColumn: 0, toColumn: 1, fromLine: 1, toLine: 3 },
    ];
    const flow = flowOf(documentOf(["一二三四五六七八九十".repeat(6)], [{ ...frameOf("a", 2, 3), spans }]));
    expect(flow.lines.map((line) => [line.column, line.rect.y])).toEqual([[1, 60], [0, 71.25], [0, 82.5]]);
  });

  it("reports a character that no font has and keeps its place", () => {
    const flow = flowOf(documentOf([`一${MISSING_CHARACTER}二`], [frameOf("a", 1, 1)]));
    expect(flow.missing).toEqual([{ character: MISSING_CHARACTER, paragraph: 0, offset: 1 }]);
    expect([...flow.lines[0]!.positions]).toEqual([18, 27, 36, 45]);
  });

  it("loses and repeats nothing", () => {
    fc.assert(
      fc.property(storyTexts, fc.integer({ min: 1, max: 30 }), (texts, lines) => {
        const flow = flowOf(documentOf(texts, [frameOf("a", 2, lines)]));
        let paragraph = texts.findIndex((text) => text !== "");
        let offset = 0;
        for (const line of flow.lines) {
          expect([line.paragraph, line.from]).toEqual([paragraph, offset]);
          offset = line.to;
          if (offset === texts[paragraph]!.length) {
            paragraph += 1;
            offset = 0;
          }
        }
        if (flow.overset === null) expect(paragraph).toBe(texts.length);
        else expect([flow.overset.paragraph, flow.overset.offset]).toEqual([paragraph, offset]);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps prohibited marks off both edges of every line that had a legal break", () => {
    fc.assert(
      fc.property(storyTexts, (texts) => {
        // Addresses break behind their own marks, which are no Chinese ones.
        const plain = texts.map((text) => text.replaceAll("https://epaper.nfgb.cn/a?b=1", "网址"));
        const flow = flowOf(documentOf(plain, [frameOf("a", 2, 60)]));
        for (const line of flow.lines) {
          const { text } = flow.paragraphs[line.paragraph]!;
          const word = text.slice(line.from, line.to).trimEnd();
          const { count } = readClusters(word);
          const hadLegalBreak = breakOpportunities(text, "gb").subarray(line.from + 1, line.to + 1).some((flag) => flag >= Break.allowed);
          if (count === 0 || !hadLegalBreak) continue;
          const before = flow.lines[flow.lines.indexOf(line) - 1];
          const startedByChoice = line.from > 0 && before !== undefined && breakOpportunities(text, "gb")[line.from]! >= Break.allowed;
          if (startedByChoice) expect(mayStartLine(classAt(readClusters(word), 0), "gb"), word).toBe(true);
          if (line.to < text.length) expect(mayEndLine(classAt(readClusters(word), count - 1), "gb"), word).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("sets full lines flush and none wider than its measure, on the grid", () => {
    fc.assert(
      fc.property(storyTexts, (texts) => {
        const flow = flowOf(documentOf(texts, [frameOf("a", 3, 40)]));
        for (const line of flow.lines) {
          const end = line.positions.at(-1)!;
          expect(end).toBeLessThanOrEqual(line.rect.width + 0.01);
          if (line.stretchEm < 0) expect(end).toBeCloseTo(line.rect.width, 2);
          const isLast = line.to === flow.paragraphs[line.paragraph]!.text.length;
          if (!isLast && line.positions.length > 3 && line.stretchEm !== 0) expect(end).toBeCloseTo(line.rect.width, 2);
          const steps = (line.rect.y - 60) / 11.25;
          expect(Math.abs(steps - Math.round(steps)) * 11.25).toBeLessThan(0.01);
        }
      }),
      { numRuns: 200 },
    );
  });
});
