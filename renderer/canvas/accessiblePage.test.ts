import { describe, expect, it } from "vitest";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { PageId } from "../../shared/model/ids";
import { sampleDocument } from "../../shared/model/testing/sampleDocument";
import { itemLabel, placeLabel } from "./accessibleLabel";
import { accessiblePage } from "./accessiblePage";
import type { CanvasTranslate } from "./canvasText";

const document = sampleDocument();
const pageId = document.pages[0]?.id as PageId;
const nothingSet: IssueLayout = { flows: new Map(), pages: new Map() };
const translate: CanvasTranslate = (key, values) => [key, ...Object.values(values)].join(" ");

describe("the page for screen readers", () => {
  it("goes from the top, each article with its boxes, boxes of none by themselves", () => {
    const items = accessiblePage(document, nothingSet, pageId);
    expect(items.map((item) => item.article?.id ?? item.boxes[0]?.id)).toEqual(["lead", "rule", "photo"]);
    expect(items[0]?.boxes.map((box) => box.id)).toEqual(["lead-title", "lead-body"]);
    expect(items[2]?.boxes.map((box) => box.id)).toEqual(["photo-picture", "photo-caption", "photo-body", "folio"]);
  });

  it("names an article by kind, title, columns and length", () => {
    const [lead] = accessiblePage(document, nothingSet, pageId);
    if (lead === undefined) throw new Error("The lead is on the page");
    expect(itemLabel(lead, translate)).toBe("article kindNews 促进双向赋能 八部门推进专项行动 4 42");
    expect(itemLabel({ ...lead, oversetLines: 2 }, translate)).toContain("oversetLines 2");
  });

  it("says places in millimetres", () => {
    expect(placeLabel({ x: 72, y: 0, width: 720, height: 36 }, translate)).toBe("place 25.4 0 254 12.7");
  });
});
