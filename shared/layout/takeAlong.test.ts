import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IssueDocument, Story } from "../model/document";
import { houseStyleIds } from "../model/houseStyles";
import { createComposer } from "./composer";
import type { FlowLayout } from "./issueLayout";
import { countableFonts, documentOf, frameOf, storyTexts } from "./testing/layoutBuilders";

function flowOf(document: IssueDocument): FlowLayout {
  const [story] = Object.values<Story>(document.stories);
  return createComposer(countableFonts).layout(document).flows.get(`story:${story!.id}`)!;
}

/** A paragraph that fills so many lines of eleven characters, two less in the first. */
const paragraphOf = (lines: number): string => "字".repeat(lines * 11 - 2);

/** Which paragraph each line of each column is of. */
function columnsOf(flow: FlowLayout): readonly (readonly number[])[] {
  const columns: number[][] = [];
  for (const { column, paragraph } of flow.lines) (columns[column] ??= []).push(paragraph);
  return columns;
}

const columns = (paragraphs: readonly number[], count: number, lines: number) =>
  columnsOf(flowOf(documentOf(paragraphs.map(paragraphOf), [frameOf("a", count, lines)])));

/** The document with one paragraph set as a head. */
function withHead(document: IssueDocument, head: number): IssueDocument {
  const [story] = Object.values<Story>(document.stories);
  const paragraphs = story!.paragraphs.map((paragraph, index) => (index === head ? { ...paragraph, styleId: houseStyleIds.subhead } : paragraph));
  return { ...document, stories: { [story!.id]: { ...story!, paragraphs } } };
}

describe("the foot of a column", () => {
  it("does not hold the first line of a paragraph alone where the last column has room", () => {
    expect(columns([3, 2], 2, 4)).toEqual([[0, 0, 0], [1, 1]]);
    expect(columns([3, 5], 2, 4)).toEqual([[0, 0, 0, 1], [1, 1, 1, 1]]);
  });

  it("gives a line along where a last line would stand alone at the next head, or all of a short paragraph", () => {
    expect(columns([5], 2, 4)).toEqual([[0, 0, 0], [0, 0]]);
    expect(columns([2, 3], 2, 4)).toEqual([[0, 0], [1, 1, 1]]);
    expect(columns([5, 3], 2, 4)).toEqual([[0, 0, 0, 0], [0, 1, 1, 1]]);
  });

  it("keeps heads with what they head", () => {
    const document = withHead(documentOf([paragraphOf(3), "小题", paragraphOf(2)], [frameOf("a", 2, 5)]), 1);
    expect(columnsOf(flowOf(document))).toEqual([[0, 0, 0], [1, 2, 2]]);
    const alone = withHead(documentOf([paragraphOf(3), "小题", paragraphOf(2)], [frameOf("a", 2, 4)]), 1);
    expect(columnsOf(flowOf(alone))).toEqual([[0, 0, 0], [1, 2, 2]]);
  });

  it("stays as it is where moving lines would cure nothing in the end", () => {
    // The line taken along would leave the next paragraph's last line alone one column further.
    expect(columns([3, 2, 3, 3], 3, 4)).toEqual([[0, 0, 0, 1], [1, 2, 2, 2], [3, 3, 3]]);
  });

  it("never loses a line, nor makes text overset that fits", () => {
    fc.assert(
      fc.property(storyTexts, fc.integer({ min: 2, max: 12 }), fc.nat(4), (texts, lines, head) => {
        const document = withHead(documentOf(texts, [frameOf("a", 3, lines)]), head);
        const flow = flowOf(document);
        const inOneColumn = flowOf(withHead(documentOf(texts, [frameOf("a", 1, 200)]), head));
        if (flow.overset !== null) return;
        const textOf = (each: FlowLayout) => each.lines.map((line) => each.paragraphs[line.paragraph]!.text.slice(line.from, line.to));
        expect(textOf(flow)).toEqual(textOf(inOneColumn));
      }),
      { numRuns: 200 },
    );
  });
});
