import { describe, expect, it } from "vitest";
import { bottom, right } from "../geometry/rect";
import { snapDraggedEdges, snapMovingRect } from "../geometry/snap";
import { columnLeft, gridRect, lineBottom } from "./gridGeometry";
import { idFrom } from "./idFrom";
import { snapTargets } from "./snapTargets";
import { sampleDocument } from "./testing/sampleDocument";

const document = sampleDocument();
const [page] = document.pages;
if (page === undefined) throw new Error("The sample has a page");
const rule = idFrom<"box">("rule");

describe("the lines of a page that edges settle on", () => {
  it("bring a drawn rectangle onto columns and lines", () => {
    const aimed = gridRect(document.grid, page, { fromColumn: 2, toColumn: 4, fromLine: 71, toLine: 80 });
    const targets = snapTargets(document, page.id, new Set());
    const { by } = snapMovingRect({ ...aimed, x: aimed.x + 3, y: aimed.y - 4 }, targets, 5);
    expect(by.x).toBeCloseTo(-3, 9);
    expect(by.y).toBeCloseTo(4, 9);
  });

  it("end a text frame with a line, not with its leading", () => {
    const drawn = gridRect(document.grid, page, { fromColumn: 0, toColumn: 1, fromLine: 72, toLine: 80 });
    const targets = snapTargets(document, page.id, new Set());
    const { by } = snapDraggedEdges({ ...drawn, height: drawn.height + 2 }, { x: null, y: "bottom" }, targets, 5);
    expect(bottom(drawn) + 2 + by.y).toBeCloseTo(lineBottom(document.grid, page, 79), 9);
  });

  it("hold the page's edges and the neighbours', but not those of what is dragged", () => {
    const neighbours = snapTargets(document, page.id, new Set());
    const own = snapTargets(document, page.id, new Set([rule]));
    const rect = document.boxes[rule]?.rect;
    if (rect === undefined) throw new Error("The sample has a rule");
    const rules = (targets: typeof own) => targets.bottoms.filter((target) => target.at === bottom(rect)).length;
    expect(rules(neighbours)).toBe(1);
    expect(rules(own)).toBe(0);
    expect(own.rights.map((target) => target.at)).toContain(page.size.width);
    expect(own.lefts.map((target) => target.at)).toContain(columnLeft(document.grid, page, 5));
    expect(neighbours.lefts.map((target) => target.at)).toContain(right(rect));
  });

  it("are none on a page that does not exist", () => {
    expect(snapTargets(document, idFrom("ghost"), new Set()).lefts).toEqual([]);
  });
});
