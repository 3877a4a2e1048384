import { describe, expect, it } from "vitest";
import { createComposer } from "../shared/layout/composer";
import { countableFonts } from "../shared/layout/testing/layoutBuilders";
import { fullPageFixture } from "./fullPageFixture";
import { measureLayout } from "./layoutBench";

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
  it("counts by the clock it is given", () => {
    let ticks = 0;
    const measures = measureLayout(countableFonts, () => ticks++, 4);
    expect(measures.characters).toBeGreaterThan(9_600);
    expect(measures.warmPageMilliseconds).toBe(1);
    expect(measures.editMilliseconds).toBe(1);
    expect(measures.coldMilliseconds).toBe(1);
  });
});
