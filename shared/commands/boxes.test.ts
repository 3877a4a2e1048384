import { describe, expect, it } from "vitest";
import { idFrom } from "../model/idFrom";
import type { BoxId } from "../model/ids";
import { pageOfBox } from "../model/indexes";
import { newRule, newTextFrame } from "../model/newBoxes";
import { sampleDocument } from "../model/testing/sampleDocument";
import { addBox, moveBoxes, reorderBox, resizeBox, setBoxPlacement, setPushesText, setStandoff } from "./boxes";
import { setFurnitureLines } from "./furniture";
import { setIssueFields } from "./issue";
import { addPage, movePage, removePage } from "./pages";
import { addAsset, addPicture, setPicture } from "./pictures";
import { editParagraphStyle } from "./styles";
import { addTextFrame, linkFrame, setColumns, setSpans, unlinkFrame } from "./textFrames";

const document = sampleDocument();
const [first, second] = document.pages;
if (first === undefined || second === undefined) throw new Error("The sample has two pages");
const box = (id: string): BoxId => idFrom(id);
const rect = { x: 10, y: 10, width: 100, height: 50 };
const leadStory = idFrom<"story">("lead-story");

describe("boxes", () => {
  it("move by a vector, stored to a thousandth of a point", () => {
    const result = moveBoxes(document, { boxIds: [box("rule")], by: { x: 1 / 3, y: 0 } });
    const before = document.boxes[box("rule")]?.rect.x ?? 0;
    expect(result.ok && result.value.boxes[box("rule")]?.rect.x).toBe(Math.round((before + 1 / 3) * 1000) / 1000);
  });

  it("that do not move leave the very document", () => {
    const result = moveBoxes(document, { boxIds: [box("rule"), box("lead-body")], by: { x: 0, y: 0.0001 } });
    expect(result.ok && result.value).toBe(document);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e9])("do not move by %f", (x) => {
    expect(moveBoxes(document, { boxIds: [box("rule")], by: { x, y: 0 } })).toEqual({ ok: false, problem: { code: "value-out-of-range", field: "rect/x" } });
  });

  it("are not made too small for a character in each column", () => {
    expect(resizeBox(document, { boxId: box("lead-body"), rect: { ...rect, width: 30 } })).toEqual({ ok: false, problem: { code: "box-too-small", boxId: "lead-body" } });
    expect(resizeBox(document, { boxId: box("rule"), rect: { ...rect, height: 0 } }).ok).toBe(true);
    expect(resizeBox(document, { boxId: box("rule"), rect: { ...rect, width: 0, height: 0 } })).toMatchObject({ problem: { code: "box-too-small" } });
  });

  it("come to stand in front on the page they are put on", () => {
    const result = setBoxPlacement(document, { boxId: box("rule"), pageId: second.id, rect });
    expect(result.ok && result.value.pages.map((page) => page.boxIds.includes(box("rule")))).toEqual([false, true]);
    expect(result.ok && result.value.pages[1]?.boxIds.at(-1)).toBe("rule");
    expect(result.ok && pageOfBox(result.value, box("rule"))?.index).toBe(1);
  });

  it("change places in the page's order", () => {
    const order = (to: "front" | "back" | "forward" | "backward") => {
      const result = reorderBox(document, { boxId: box("lead-title"), to });
      return result.ok ? result.value.pages[0]?.boxIds.indexOf(box("lead-title")) : null;
    };
    expect([order("back"), order("backward"), order("forward"), order("front")]).toEqual([0, 0, 2, first.boxIds.length - 1]);
    expect(reorderBox(document, { boxId: box("rule"), to: "forward" })).toEqual({ ok: true, value: document });
  });

  it("push text, or do not, from a distance that is no less than nothing", () => {
    expect(setPushesText(document, { boxIds: [box("rule"), box("lead-body")], pushesText: true }).ok).toBe(true);
    expect(setStandoff(document, { boxIds: [box("rule")], standoff: -1 })).toEqual({ ok: false, problem: { code: "value-out-of-range", field: "standoff" } });
  });

  it("are added under a name that is free and none that every object has", () => {
    const added = addBox(document, { pageId: first.id, box: newRule(box("new"), rect, "single", 1), at: 0 });
    expect(added.ok && added.value.pages[0]?.boxIds[0]).toBe("new");
    for (const id of ["rule", "__proto__", "constructor", "a/b", ""]) {
      expect(addBox(document, { pageId: first.id, box: newRule(box(id), rect, "single", 1) })).toEqual({ ok: false, problem: { code: "id-taken", id } });
    }
  });
});

describe("text frames", () => {
  it("cut spans to the columns that are left", () => {
    const spans = [{ fromColumn: 0, toColumn: 4, fromLine: 0, toLine: 3 }, { fromColumn: 3, toColumn: 4, fromLine: 3, toLine: 9 }];
    const shaped = setSpans(document, { boxId: box("lead-body"), spans });
    const narrowed = shaped.ok ? setColumns(shaped.value, { boxId: box("lead-body"), columns: 2 }) : shaped;
    expect(narrowed.ok && narrowed.value.boxes[box("lead-body")]).toMatchObject({ columns: 2, spans: [{ fromColumn: 0, toColumn: 2, fromLine: 0, toLine: 3 }] });
  });

  it("belong to one story at most", () => {
    expect(linkFrame(document, { storyId: idFrom("photo-story"), boxId: box("lead-jump") })).toEqual({ ok: false, problem: { code: "frame-already-linked", boxId: "lead-jump" } });
    const free = unlinkFrame(document, { boxId: box("lead-jump") });
    const linked = free.ok ? linkFrame(free.value, { storyId: idFrom("photo-story"), boxId: box("lead-jump"), at: 0 }) : free;
    expect(linked.ok && linked.value.stories[idFrom<"story">("photo-story")]?.frameIds).toEqual(["lead-jump", "photo-body"]);
  });

  it("that are linked must be text frames", () => {
    expect(linkFrame(document, { storyId: leadStory, boxId: box("rule") })).toEqual({ ok: false, problem: { code: "wrong-box-kind", boxId: "rule" } });
    const loose = addBox(document, { pageId: second.id, box: newTextFrame(box("new"), rect, document.grid, 1) });
    expect(loose.ok && linkFrame(loose.value, { storyId: leadStory, boxId: box("new") }).ok).toBe(true);
  });

  it("are drawn into a story on any page", () => {
    const result = addTextFrame(document, { storyId: leadStory, boxId: box("new"), pageId: second.id, rect, columns: 1, at: 1 });
    expect(result.ok && result.value.stories[leadStory]?.frameIds).toEqual(["lead-body", "new", "lead-jump"]);
  });
});

describe("pages", () => {
  it("are added in the size of the one before", () => {
    const result = addPage(document, { pageId: idFrom("new"), at: 1, name: "体育" });
    expect(result.ok && result.value.pages.map((page) => page.id)).toEqual([first.id, "new", second.id]);
    expect(result.ok && result.value.pages[1]).toMatchObject({ name: "体育", size: first.size, boxIds: [] });
  });

  it("go with their boxes, and pointers to them point nowhere", () => {
    const result = removePage(document, { pageId: second.id });
    expect(result.ok && result.value.boxes[box("lead-jump")]).toBeUndefined();
    expect(result.ok && result.value.stories[leadStory]?.frameIds).toEqual(["lead-body"]);
    expect(result.ok && result.value.boxes[box("folio")]).toMatchObject({ targetPageId: null });
  });

  it("never go altogether", () => {
    const one = removePage(document, { pageId: second.id });
    expect(one.ok && removePage(one.value, { pageId: first.id }).ok).toBe(false);
  });

  it("move without changing", () => {
    const result = movePage(document, { pageId: second.id, to: 0 });
    expect(result.ok && result.value.pages[0]).toBe(second);
    expect(movePage(document, { pageId: first.id, to: 0 })).toEqual({ ok: true, value: document });
  });
});

describe("pictures, standing matter, styles and fields", () => {
  it("give the masthead the paper's new name where it wrote the old one, and leave other forms alone", () => {
    const renamed = setIssueFields(document, { publication: { name: "中山日报" } });
    expect(renamed.ok && renamed.value.publication.mastheadName).toBe("中山日报");
    const traditional = setIssueFields(document, { publication: { mastheadName: "大樣日報" } });
    const again = traditional.ok ? setIssueFields(traditional.value, { publication: { name: "中山日报" } }) : traditional;
    expect(again.ok && again.value.publication.mastheadName).toBe("大樣日報");
  });

  it("take only what the issue has", () => {
    expect(setPicture(document, { boxId: box("photo-picture"), change: { assetId: idFrom("ab".repeat(32)) } })).toMatchObject({ problem: { code: "asset-missing" } });
    expect(setFurnitureLines(document, { boxId: box("folio"), lines: [{ template: "", styleId: idFrom("ghost") }] })).toMatchObject({ problem: { code: "style-missing" } });
    expect(editParagraphStyle(document, { styleId: idFrom("body"), change: { runInStyleId: idFrom("ghost") } })).toMatchObject({ problem: { code: "character-style-missing" } });
    expect(setIssueFields(document, { issue: { date: "2026-02-30" } })).toEqual({ ok: false, problem: { code: "value-out-of-range", field: "date" } });
  });

  it("keep a picture file that is known already as it is", () => {
    const [asset] = Object.values(document.assets);
    expect(asset && addAsset(document, { asset: { ...asset, fileName: "other.jpg" } })).toEqual({ ok: true, value: document });
  });

  it("add a picture with its caption to an article", () => {
    const result = addPicture(document, { articleId: idFrom("lead"), pageId: first.id, pictureFrameId: box("p"), rect, caption: { boxId: box("c"), rect } });
    expect(result.ok && result.value.articles[idFrom<"article">("lead")]?.pictures).toEqual([{ pictureFrameId: "p", captionFrameId: "c" }]);
  });
});
