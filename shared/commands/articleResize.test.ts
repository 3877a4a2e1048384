import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bottom, right, union, type Rect } from "../geometry/rect";
import type { IssueDocument, Rule } from "../model/document";
import { columnsWidth, gridRect } from "../model/gridGeometry";
import { idFrom } from "../model/idFrom";
import type { ArticleId, PageId } from "../model/ids";
import { boxesOfArticle, pageOfBox } from "../model/indexes";
import { newRule } from "../model/newBoxes";
import { sampleDocument } from "../model/testing/sampleDocument";
import { resizeArticle } from "./articleResize";

const document = sampleDocument();
const pageId = document.pages[0]?.id as PageId;
const lead: ArticleId = idFrom("lead");
const photo: ArticleId = idFrom("photo");
const rectOf = (issue: IssueDocument, id: string): Rect => issue.boxes[idFrom<"box">(id)]?.rect as Rect;

function boundsOf(issue: IssueDocument, articleId: ArticleId): Rect {
  const boxes = boxesOfArticle(issue, articleId).filter((box) => pageOfBox(issue, box.id)?.page.id === pageId);
  return union(boxes.map((box) => box.rect)) as Rect;
}

function resized(articleId: ArticleId, rect: Rect): IssueDocument {
  const result = resizeArticle(document, { articleId, pageId, rect });
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe("resizing an article", () => {
  it("gives added lines to the body and leaves the title as it is", () => {
    const before = boundsOf(document, lead);
    const after = resized(lead, { ...before, height: before.height + 112.5 });
    expect(rectOf(after, "lead-title")).toEqual(rectOf(document, "lead-title"));
    expect(rectOf(after, "lead-body").y).toBe(rectOf(document, "lead-body").y);
    expect(rectOf(after, "lead-body").height).toBeCloseTo(rectOf(document, "lead-body").height + 112.5, 3);
  });

  it("never makes a rule thicker, pulled from above or below", () => {
    const bounds = boundsOf(document, lead);
    const rule: Rule = newRule(idFrom("lead-rule"), { x: bounds.x, y: bounds.y, width: bounds.width, height: 0.5 }, "single", 0.5);
    const article = document.articles[lead]!;
    const ruled: IssueDocument = {
      ...document,
      boxes: { ...document.boxes, [rule.id]: rule },
      pages: document.pages.map((page, index) => (index === 0 ? { ...page, boxIds: [...page.boxIds, rule.id] } : page)),
      articles: { ...document.articles, [lead]: { ...article, furnitureIds: [...article.furnitureIds, rule.id] } },
    };
    for (const [above, below] of [[67.5, 0], [-33.75, 0], [0, 67.5], [0, -33.75]] as const) {
      const rect = { ...bounds, y: bounds.y - above, height: bounds.height + above + below };
      const result = resizeArticle(ruled, { articleId: lead, pageId, rect });
      if (!result.ok) throw new Error(result.problem.code);
      expect(rectOf(result.value, "lead-rule").height).toBe(0.5);
      expect(rectOf(result.value, "lead-rule").y).toBeCloseTo(bounds.y - above, 2);
      expect(rectOf(result.value, "lead-title").y).toBeCloseTo(rectOf(document, "lead-title").y - above, 2);
    }
  });

  it("sets the body in whole basic columns of the same measure", () => {
    const before = boundsOf(document, lead);
    const after = resized(lead, { ...before, width: columnsWidth(document.grid, 6) });
    expect(after.boxes[idFrom<"box">("lead-body")]).toMatchObject({ columns: 6 });
    expect(rectOf(after, "lead-title").width).toBeCloseTo(columnsWidth(document.grid, 6), 3);
  });

  it("keeps a title and the frames of other pages out of it when pulled by its upper edge", () => {
    const before = boundsOf(document, lead);
    const after = resized(lead, { ...before, y: before.y + 45, height: before.height - 45 });
    expect(rectOf(after, "lead-title").height).toBe(rectOf(document, "lead-title").height);
    expect(rectOf(after, "lead-title").y).toBeCloseTo(rectOf(document, "lead-title").y + 45, 3);
    expect(bottom(rectOf(after, "lead-body"))).toBeCloseTo(bottom(rectOf(document, "lead-body")), 2);
    expect(after.boxes[idFrom<"box">("lead-jump")]).toBe(document.boxes[idFrom<"box">("lead-jump")]);
  });

  it("fills the asked rectangle and keeps captions under their pictures", () => {
    const before = boundsOf(document, photo);
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 300 }), fc.integer({ min: -60, max: 300 }), (wider, higher) => {
        const rect = { ...before, width: before.width + wider, height: before.height + higher };
        const result = resizeArticle(document, { articleId: photo, pageId, rect });
        if (!result.ok) return;
        const after = boundsOf(result.value, photo);
        expect(after.x).toBeCloseTo(rect.x, 2);
        expect(right(after)).toBeCloseTo(right(rect), 2);
        expect(bottom(after)).toBeCloseTo(bottom(rect), 2);
        expect(rectOf(result.value, "photo-caption").y).toBeCloseTo(bottom(rectOf(result.value, "photo-picture")) + gap(), 2);
      }),
    );
  });

  it("returns the very document where nothing changes", () => {
    expect(resized(lead, boundsOf(document, lead))).toBe(document);
  });

  it("refuses a rectangle too small for its titles", () => {
    const result = resizeArticle(document, { articleId: lead, pageId, rect: { ...boundsOf(document, lead), height: 3 } });
    expect(result).toMatchObject({ ok: false, problem: { code: "box-too-small" } });
  });

  it("says which article or page is missing", () => {
    const rect = gridRect(document.grid, document.pages[0] ?? { gridOrigin: { x: 0, y: 0 } }, {
      fromColumn: 0, toColumn: 1, fromLine: 0, toLine: 1,
    });
    expect(resizeArticle(document, { articleId: idFrom("nobody"), pageId, rect })).toMatchObject({ ok: false });
    expect(resizeArticle(document, { articleId: lead, pageId: idFrom("no-page"), rect })).toMatchObject({ ok: false });
  });
});

function gap(): number {
  return rectOf(document, "photo-caption").y - bottom(rectOf(document, "photo-picture"));
}
