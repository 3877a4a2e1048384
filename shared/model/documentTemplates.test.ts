import { describe, expect, it } from "vitest";
import { bottom, contains, intersects, right } from "../geometry/rect";
import type { Box } from "./document";
import { documentTemplates, isTemplateName } from "./documentTemplates";
import { furnitureLines, unknownFields } from "./furnitureFields";

function made(name: keyof typeof documentTemplates) {
  let count = 0;
  return documentTemplates[name]({ newId: () => `id-${(count += 1)}`, date: "2026-01-12" });
}

describe("document templates", () => {
  it("are known by their names only", () => {
    expect(isTemplateName("front-page-tabloid")).toBe(true);
    expect(isTemplateName("constructor")).toBe(false);
  });

  it("start blank issues without boxes, of the sheet they are named after", () => {
    expect(made("blank-broadsheet").grid.columns).toBe(8);
    expect(made("blank-tabloid").grid.columns).toBe(6);
    expect(Object.keys(made("blank-broadsheet").boxes)).toEqual([]);
  });

  it("lay the front page out inside the page, with every field known", () => {
    const document = made("front-page-tabloid");
    const page = document.pages[0];
    const boxes = Object.values<Box>(document.boxes);
    expect(new Set(Object.values(document.articles).map((article) => article.kind))).toEqual(
      new Set(["masthead", "news", "briefs", "pointer", "furniture"]),
    );
    for (const box of boxes) {
      const size = { x: 0, y: 0, width: page?.size.width ?? 0, height: page?.size.height ?? 0 };
      expect(contains(size, box.rect) && contains(size, { x: right(box.rect), y: bottom(box.rect) })).toBe(true);
      if (box.kind === "furniture") expect(box.lines.flatMap((line) => unknownFields(line.template))).toEqual([]);
    }
  });

  it("let no two articles of the front page overlap", () => {
    const document = made("front-page-tabloid");
    const areas = Object.values(document.articles).map((article) => {
      const ids = [...article.titleFrameIds, ...article.furnitureIds, ...(article.storyId === null ? [] : (document.stories[article.storyId]?.frameIds ?? []))];
      return ids.filter((id) => document.pages[0]?.boxIds.includes(id)).flatMap((id) => document.boxes[id]?.rect ?? []);
    });
    areas.forEach((rects, index) => {
      for (const others of areas.slice(index + 1)) {
        expect(rects.some((rect) => others.some((other) => intersects(rect, other)))).toBe(false);
      }
    });
  });

  it("point to the last page and number the pages behind the first", () => {
    const document = made("front-page-tabloid");
    const lines = Object.values<Box>(document.boxes).flatMap((box) => (box.kind === "furniture" ? furnitureLines(document, box) : []));
    expect(lines).toContain("8 ");
    expect(lines).toContain("2 ");
    expect(lines).toContain("报纸名称 2026年1月12日 星期一");
  });
});
