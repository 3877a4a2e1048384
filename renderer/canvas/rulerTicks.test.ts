import { describe, expect, it } from "vitest";
import { mm } from "../../shared/geometry/units";
import type { NewspaperGrid, Page } from "../../shared/model/document";
import type { PageId } from "../../shared/model/ids";
import { columnTicks, lineTicks, millimetreTicks } from "./rulerTicks";

const grid: NewspaperGrid = { bodySize: 9, pitch: 11.25, columns: 6, charactersPerColumn: 11, gutterCharacters: 1, lines: 92 };
const page: Page = {
  id: "page-1" as PageId,
  name: "",
  size: { width: 800, height: 1100 },
  gridOrigin: { x: 40, y: 50 },
  boxIds: [],
  note: "",
};

describe("ruler ticks", () => {
  it("label whole millimetres at their places, whatever the zoom", () => {
    for (const scale of [0.1, 0.5, 1.3, 4, 20]) {
      const labelled = millimetreTicks(0, 400, scale).filter((tick) => tick.label !== null);
      for (const tick of labelled) expect(tick.at).toBeCloseTo(mm(Number(tick.label)), 9);
      for (const [index, tick] of labelled.entries()) {
        const next = labelled[index + 1];
        if (next !== undefined) expect((next.at - tick.at) * scale).toBeGreaterThanOrEqual(45);
      }
    }
  });

  it("number the basic columns at their left edges", () => {
    const labelled = columnTicks(grid, page, 1).filter((tick) => tick.label !== null);
    expect(labelled.map((tick) => tick.label)).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(labelled.map((tick) => tick.at)).toEqual([40, 148, 256, 364, 472, 580]);
  });

  it("count lines from the first of the type area", () => {
    const labelled = lineTicks(grid, page, 1).filter((tick) => tick.label !== null);
    expect(labelled.slice(0, 3)).toEqual([
      { at: 50, rank: 1, label: "1" },
      { at: 50 + 4 * 11.25, rank: 1, label: "5" },
      { at: 50 + 9 * 11.25, rank: 1, label: "10" },
    ]);
  });
});
