import { describe, expect, it } from "vitest";
import { createComposer } from "../shared/layout/composer";
import { countableFonts } from "../shared/layout/testing/layoutBuilders";
import { fullPageFixture } from "./fullPageFixture";
import { measureLayout } from "./layoutBench";
import { COLUMNS_CHARACTERS, columnsFixture, widenedColumns } from "./columnsFixture";

describe("the full page fixture", () => {
  const document = fullPageFixture();
  const layout = createComposer(countableFonts).layout(document);

  it("is the same page every time, made of new records", () => {
    expect(fullPageFixture()).toEqual(document);
    expect(fullPageFixture().stories).not.toBe(document.stories);
  });

  it("holds 24 articles, six pushing pictures and two vertical titles", () => {
    const boxes = Object.values(document.boxes);
    expect(Object.keys(document.articles)).toHaveLength(24);
    expect(boxes.filter((box) => box.kind === "picture" && box.pushesText)).toHaveLength(6);
    expect(boxes.filter((box) => box.kind === "title" && box.direction === "vertical")).toHaveLength(2);
  });

  it("shows at least 9,600 characters of body text, and every title whole", () => {
    let characters = 0;
    for (const flow of layout.flows.values()) {
      if (flow.key.startsWith("story:")) for (const line of flow.lines) characters += line.offsets.length;
      else expect(flow.overset).toBeNull();
    }
    expect(characters).toBeGreaterThanOrEqual(9_600);
  });

  it("pushes text aside beside its pictures", () => {
    const rows = new Map<string, number>();
    for (const flow of layout.flows.values()) {
      for (const line of flow.lines) {
        const row = `${line.boxId} ${line.column} ${line.row}`;
        rows.set(row, (rows.get(row) ?? 0) + 1);
      }
    }
    const narrowed = [...layout.flows.values()].flatMap((flow) => flow.lines).filter((line) => line.boxId === "body-7" && line.rect.width < 119);
    expect(narrowed.length).toBeGreaterThan(10);
    expect(rows.size).toBeGreaterThan(800);
  });
});

describe("the layout bench", () => {
  it("counts by the instruments it is given", () => {
    let ticks = 0;
    let bytes = 0;
    const measures = measureLayout(countableFonts, { now: () => ticks++, usedBytes: () => (bytes += 100) }, 4);
    expect(measures.characters).toBeGreaterThan(9_600);
    expect(measures.coldMilliseconds).toBe(1);
    for (const step of [measures.movedPage, measures.typedCharacter, measures.movedArticle, measures.draggedEdge]) {
      expect(step).toEqual({ milliseconds: 1, p95Milliseconds: 1, paintedMilliseconds: 2, bytes: 100 });
    }
  });

  it("sets 50,000 characters in five columns, all of them at every width", () => {
    const document = columnsFixture("firstFit");
    const composer = createComposer(countableFonts);
    const widths = [0, 3].map((by) => {
      const [flow] = composer.layout(widenedColumns(document, by)).flows.values();
      expect(new Set(flow!.lines.map((line) => line.column))).toEqual(new Set([0, 1, 2, 3, 4]));
      expect(flow!.overset).toBeNull();
      expect(flow!.paragraphs.reduce((sum, { text }) => sum + text.length, 0)).toBe(COLUMNS_CHARACTERS);
      return flow!.lines[0]!.rect.width;
    });
    expect(widths[1]! - widths[0]!).toBeCloseTo(3 / 5);
  });
});
