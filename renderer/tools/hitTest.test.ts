import { describe, expect, it } from "vitest";
import { blackInk } from "../../shared/model/ink";
import type { Box, IssueDocument, Panel } from "../../shared/model/document";
import { idFrom } from "../../shared/model/idFrom";
import type { PageId } from "../../shared/model/ids";
import { sampleDocument } from "../../shared/model/testing/sampleDocument";
import { boxAt, isSibling, selectionIn } from "./hitTest";

const document = sampleDocument();
const pageId = document.pages[0]?.id as PageId;
const rectOf = (id: string) => (document.boxes[idFrom<"box">(id)] as Box).rect;
const centre = (id: string) => ({ x: rectOf(id).x + rectOf(id).width / 2, y: rectOf(id).y + rectOf(id).height / 2 });

function withPanel(fill: Panel["fill"]): IssueDocument {
  const { x, y, width, height } = rectOf("lead-body");
  const panel: Panel = {
    id: idFrom("panel"), kind: "panel", rect: { x: x - 10, y: y - 10, width: width + 20, height: height + 20 },
    pushesText: false, standoff: 0, fill, stroke: blackInk, strokeWidth: 0.5,
  };
  const [first, ...others] = document.pages;
  if (first === undefined) throw new Error("The sample has pages");
  return {
    ...document,
    boxes: { ...document.boxes, [panel.id]: panel },
    pages: [{ ...first, boxIds: [...first.boxIds, panel.id] }, ...others],
  };
}

describe("what a point means", () => {
  it("is the box under it, or nothing on empty paper", () => {
    expect(boxAt(document, pageId, centre("lead-body"), 4)?.id).toBe("lead-body");
    expect(boxAt(document, pageId, { x: 1, y: 1 }, 4)).toBeNull();
  });

  it("reaches a hairline from a few pixels away", () => {
    const rule = rectOf("rule");
    expect(boxAt(document, pageId, { x: rule.x + 20, y: rule.y + 2 }, 6)?.id).toBe("rule");
  });

  it("lets a panel yield to the boxes it stands behind or around", () => {
    const tinted = withPanel({ cyan: 0, magenta: 0, yellow: 0, black: 0.1 });
    expect(boxAt(tinted, pageId, centre("lead-body"), 4)?.id).toBe("lead-body");
    const { x, y } = rectOf("lead-body");
    expect(boxAt(tinted, pageId, { x: x - 8, y: y + 150 }, 1)?.id).toBe("panel");
    expect(boxAt(withPanel(null), pageId, { x: x - 5, y: y + 150 }, 2)).toBeNull();
    expect(boxAt(withPanel(null), pageId, { x: x - 10, y: y + 150 }, 2)?.id).toBe("panel");
  });
});

describe("what a marquee means", () => {
  it("is the articles it touches and the boxes of none", () => {
    const all = { x: 0, y: 0, width: 2000, height: 2000 };
    expect(selectionIn(document, pageId, all, false)).toEqual({ articleIds: ["lead", "photo"], boxIds: ["rule"] });
  });

  it("is single boxes when asked for", () => {
    const { x, y } = rectOf("lead-title");
    expect(selectionIn(document, pageId, { x, y, width: 5, height: 5 }, true)).toEqual({ articleIds: [], boxIds: ["lead-title"] });
  });

  it("is nothing inside a frame around it", () => {
    const { x, y } = rectOf("lead-body");
    const area = { x: x - 8, y: y + 100, width: 4, height: 4 };
    expect(selectionIn(withPanel(null), pageId, area, true).boxIds).toEqual([]);
    expect(selectionIn(withPanel(null), pageId, { ...area, x: x - 15, width: 10 }, true).boxIds).toEqual(["panel"]);
  });
});

describe("boxes", () => {
  it("are siblings within one article only", () => {
    expect(isSibling(document, idFrom("lead-body"), idFrom("lead-jump"))).toBe(true);
    expect(isSibling(document, idFrom("lead-body"), idFrom("photo-body"))).toBe(false);
    expect(isSibling(document, idFrom("rule"), idFrom("rule"))).toBe(false);
  });
});
