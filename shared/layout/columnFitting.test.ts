import { describe, expect, it } from "vitest";
import type { CompositionSettings, IssueDocument, ParagraphStyle, Story, TextFrame } from "../model/document";
import { houseStyleIds } from "../model/houseStyles";
import { createComposer } from "./composer";
import type { FlowLayout } from "./issueLayout";
import { countableFonts, documentOf, frameOf, obstacleOf } from "./testing/layoutBuilders";

const PITCH = 11.25;

function flowOf(document: IssueDocument): FlowLayout {
  const [story] = Object.values<Story>(document.stories);
  return createComposer(countableFonts).layout(document).flows.get(`story:${story!.id}`)!;
}

/** The number of the grid's line that each line stands on, by column. */
function rowsOf(flow: FlowLayout): readonly (readonly number[])[] {
  const columns: number[][] = [];
  for (const { column, rect } of flow.lines) (columns[column] ??= []).push(Math.round(((rect.y - 60) / PITCH) * 100) / 100);
  return columns;
}

/** A paragraph that fills so many lines of eleven characters, two less in the first. */
const paragraphOf = (lines: number): string => "字".repeat(lines * 11 - 2);

function withHeads(document: IssueDocument, heads: readonly number[], change: Partial<ParagraphStyle> = {}): IssueDocument {
  const [story] = Object.values<Story>(document.stories);
  const paragraphs = story!.paragraphs.map((paragraph, index) => (heads.includes(index) ? { ...paragraph, styleId: houseStyleIds.subhead } : paragraph));
  const style = { ...document.paragraphStyles[houseStyleIds.subhead]!, spaceBefore: 0, ...change };
  return { ...document, stories: { [story!.id]: { ...story!, paragraphs } }, paragraphStyles: { ...document.paragraphStyles, [style.id]: style } };
}

const withSettings = (document: IssueDocument, change: Partial<CompositionSettings>): IssueDocument => ({
  ...document, composition: { ...document.composition, ...change },
});

describe("the legs of a column", () => {
  const texts = [paragraphOf(20)];
  /** A picture across the column that leaves so many lines above it. */
  const across = (above: number) => obstacleOf("o", { x: 60, y: 60 + above * PITCH, width: 99, height: 4 * PITCH - 2.25 });
  const rows = (above: number, least: number, lines = 14) =>
    rowsOf(flowOf(withSettings(documentOf(texts, [frameOf("a", 1, lines)], [across(above)]), { leastLegLines: least })))[0] ?? [];

  it("stay empty above and below what pushes them where they have too few lines", () => {
    expect(rows(3, 4)).toEqual([7, 8, 9, 10, 11, 12, 13]);
    expect(rows(3, 3)).toEqual([0, 1, 2, 7, 8, 9, 10, 11, 12, 13]);
    expect(rows(8, 3)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(rows(8, 1)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 12, 13]);
  });

  it("are not looked at in a column that has too few lines as a whole", () => {
    expect(rows(1, 8, 6)).toEqual([0, 5]);
  });

  it("stay empty beside what pushes them, and hang together with the lines above and below", () => {
    const wide = { ...frameOf("a", 1, 6), rect: { x: 60, y: 60, width: 180, height: 6 * PITCH } };
    const beside = obstacleOf("o", { x: 150, y: 60 + PITCH, width: 200, height: 2 * PITCH - 2 });
    expect(rowsOf(flowOf(withSettings(documentOf(texts, [wide], [beside]), { leastLegLines: 4 })))[0]).toEqual([0, 1, 2, 3, 4, 5]);
    const [left, far] = [obstacleOf("o", { x: 60, y: 60, width: 180, height: PITCH }), obstacleOf("p", { x: 60, y: 60 + 3 * PITCH, width: 180, height: 3 * PITCH })];
    const between = documentOf(texts, [{ ...wide, rect: { ...wide.rect, height: 12 * PITCH } }], [left, far]);
    expect(rowsOf(flowOf(withSettings(between, { leastLegLines: 3 })))[0]![0]).toBe(6);
  });

  it("need a place as wide as the house says", () => {
    const beside = obstacleOf("o", { x: 60 + 50, y: 60, width: 60, height: PITCH * 3 - 3 });
    const first = (leastSlotEm: number) => rowsOf(flowOf(withSettings(documentOf(texts, [frameOf("a", 1, 9)], [beside]), { leastSlotEm })))[0]![0];
    expect([first(5), first(6)]).toEqual([0, 3]);
  });
});

describe("a head that occupies lines", () => {
  const texts = [paragraphOf(2), "小题", paragraphOf(3)];
  const style = (change: Partial<ParagraphStyle>) => withHeads(documentOf(texts, [frameOf("a", 1, 20)]), [1], { size: 12, pitch: 15, linesOccupied: 3, ...change });

  it("stands in the middle of them, and the text behind it on the grid", () => {
    const flow = flowOf(style({}));
    const head = flow.lines[2]!.rect;
    expect(head.y - 60 - 2 * PITCH).toBeCloseTo((2 * PITCH + 9 - 12) / 2);
    expect(rowsOf(flow)[0]!.slice(3)).toEqual([5, 6, 7]);
  });

  it("takes as many as it needs where they are more", () => {
    const flow = flowOf(withHeads(documentOf([paragraphOf(2), "小".repeat(20), paragraphOf(3)], [frameOf("a", 1, 20)]), [1], { size: 12, pitch: 15, linesOccupied: 1, firstLineIndentEm: 0 }));
    const heads = flow.lines.filter((line) => line.paragraph === 1);
    expect(heads).toHaveLength(3);
    expect(rowsOf(flow)[0]!.slice(5)).toEqual([6, 7, 8]);
    expect(heads[0]!.rect.y - 60 - 2 * PITCH).toBeCloseTo((3 * PITCH + 9 - 42) / 2);
  });

  it("has no whole line above it at a column's head", () => {
    const head = (linesOccupied: number) => rowsOf(flowOf(withHeads(documentOf(["小题", paragraphOf(2)], [frameOf("a", 1, 9)]), [0], { linesOccupied })))[0];
    expect([head(2), head(3), head(5)]).toEqual([[0.5, 2, 3], [0, 2, 3], [0, 3, 4]]);
  });

  it("goes over to the next column where they have no room, and is overset where no column has", () => {
    const over = flowOf(withHeads(documentOf([paragraphOf(4), "小题", paragraphOf(2)], [frameOf("a", 2, 6)]), [1], { linesOccupied: 3 }));
    expect(rowsOf(over)).toEqual([[0, 1, 2, 3], [0, 2, 3]]);
    const gone = flowOf(withHeads(documentOf([paragraphOf(4), "小题", paragraphOf(2)], [frameOf("a", 1, 6)]), [1], { linesOccupied: 3 }));
    expect(gone.overset).toMatchObject({ paragraph: 1, offset: 0, lines: 5 });
  });

  it("stands in a frame that is too low for it", () => {
    const flow = flowOf(withHeads(documentOf(["小题", paragraphOf(1)], [frameOf("a", 1, 2)]), [0], { linesOccupied: 5 }));
    expect(rowsOf(flow)).toEqual([[0, 1]]);
  });
});

describe("text spread down to its frame's foot", () => {
  const frame = (columns: number, lines: number): TextFrame => ({ ...frameOf("a", columns, lines), blockAlign: "justify" });
  const spread = (texts: readonly string[], lines: number, heads: readonly number[] = []) =>
    rowsOf(flowOf(withHeads(documentOf(texts, [frame(1, lines)]), heads)))[0]!;

  it("has a line before heads, then before other paragraphs, until the last one stands on the last line", () => {
    const texts = [paragraphOf(2), "小题", paragraphOf(2), paragraphOf(2)];
    expect(spread(texts, 7, [1])).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(spread(texts, 8, [1])).toEqual([0, 1, 3, 4, 5, 6, 7]);
    expect(spread(texts, 10, [1])).toEqual([0, 1, 3, 5, 6, 8, 9]);
  });

  it("stays at the top where more than two lines would stand before one paragraph", () => {
    expect(spread([paragraphOf(2), paragraphOf(2)], 6)).toEqual([0, 1, 4, 5]);
    expect(spread([paragraphOf(2), paragraphOf(2)], 7)).toEqual([0, 1, 2, 3]);
    expect(spread([paragraphOf(4)], 5)).toEqual([0, 1, 2, 3]);
  });

  it("stays where it is where it would come into a picture's way", () => {
    const picture = obstacleOf("o", { x: 60, y: 60 + 4 * PITCH, width: 99, height: 3 * PITCH });
    const flow = flowOf(documentOf([paragraphOf(2), paragraphOf(2)], [frame(1, 9)], [picture]));
    expect(rowsOf(flow)[0]).toEqual([0, 1, 2, 3]);
  });

  it("fills up columns that end early", () => {
    const flow = flowOf(documentOf([paragraphOf(3), paragraphOf(2), paragraphOf(3), paragraphOf(2)], [{ ...frame(2, 6) }]));
    expect(rowsOf(flow).map((rows) => rows.at(-1))).toEqual([5, 5]);
    expect(flow.overset).toBeNull();
  });
});
