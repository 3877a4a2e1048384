import { describe, expect, it } from "vitest";
import type { FlowLayout, IssueLayout } from "../../shared/layout/issueLayout";
import { idFrom } from "../../shared/model/idFrom";
import type { PageId } from "../../shared/model/ids";
import { sampleDocument } from "../../shared/model/testing/sampleDocument";
import { noFeedback } from "../editor/gesture";
import { emptySelection, initialView, type Selection } from "../editor/session";
import type { CanvasTranslate } from "./canvasText";
import { overlayMarks, type OverlayInput } from "./overlayMarks";

const document = sampleDocument();
const [first, second] = document.pages;
const pageId = first?.id as PageId;
const translate: CanvasTranslate = (key, values) => `${key} ${Object.values(values).join(" ")}`.trim();
const lead: Selection = { articleIds: [idFrom("lead")], boxIds: [] };

function layoutWith(flows: readonly Partial<FlowLayout>[]): IssueLayout {
  // The overlay reads the key and what is over; the rest of a flow is not its business.
  return { pages: new Map(), flows: new Map(flows.map((flow) => [flow.key, flow])) as unknown as IssueLayout["flows"] };
}

function marks(more: Partial<OverlayInput>) {
  return overlayMarks({
    document,
    layout: layoutWith([]),
    pageId,
    selection: emptySelection,
    view: { ...initialView, frames: false },
    hovered: null,
    feedback: null,
    withHandles: true,
    typing: null,
    translate,
    ...more,
  });
}
const kinds = (more: Partial<OverlayInput>) => marks(more).map((mark) => (mark.kind === "outline" ? mark.tone : mark.kind));

describe("overlay marks", () => {
  it("are none on a page where nothing is going on", () => {
    expect(marks({})).toEqual([]);
  });

  it("put eight handles round an article with all its boxes, and none round two", () => {
    expect(kinds({ selection: lead }).filter((kind) => kind === "handle")).toHaveLength(8);
    expect(kinds({ selection: { ...lead, boxIds: [idFrom("rule")] } })).not.toContain("handle");
    expect(kinds({ selection: lead, withHandles: false })).not.toContain("handle");
  });

  it("show the article around a box selected in it", () => {
    expect(kinds({ selection: { articleIds: [], boxIds: [idFrom("lead-title")] } })).toContain("article");
    expect(kinds({ selection: { articleIds: [], boxIds: [idFrom("rule")] } })).not.toContain("article");
  });

  it("outline the article under the pointer unless it is selected or a drag is on", () => {
    expect(kinds({ hovered: idFrom("lead-body") })).toEqual(["hovered"]);
    expect(kinds({ hovered: idFrom("lead-body"), selection: lead })).not.toContain("hovered");
    expect(kinds({ hovered: idFrom("lead-body"), feedback: noFeedback })).toEqual([]);
  });

  it("say at the last frame of a story how much is over, on the page where that is", () => {
    const overset = { lines: 2, characters: 31, paragraph: 1, offset: 3 };
    const layout = layoutWith([{ key: "story:lead-story" as FlowLayout["key"], overset }]);
    expect(marks({ layout })).toEqual([]);
    expect(marks({ layout, pageId: second?.id as PageId })).toMatchObject([
      { kind: "overset", text: "overset 2 31", isFull: false },
    ]);
    const title = layoutWith([{ key: "title:lead-title" as FlowLayout["key"], overset }]);
    expect(marks({ layout: title })).toMatchObject([{ kind: "overset", isFull: false }]);
    expect(marks({ layout: title, selection: lead })).toContainEqual(expect.objectContaining({ kind: "overset", isFull: true }));
    expect(marks({ layout: title, hovered: idFrom("lead-body") })).toContainEqual(expect.objectContaining({ kind: "overset", isFull: true }));
  });

  it("point to the page where a story runs on, and back", () => {
    expect(marks({ selection: lead })).toContainEqual(expect.objectContaining({ kind: "badge", tone: "thread", text: "→ 2" }));
    expect(marks({ selection: lead, pageId: second?.id as PageId })).toContainEqual(
      expect.objectContaining({ kind: "badge", tone: "thread", text: "1 →" }),
    );
  });

  it("show what a marquee would select in place of what is selected", () => {
    const feedback = { ...noFeedback, area: { x: 0, y: 0, width: 9, height: 9 }, selection: lead };
    expect(kinds({ feedback })).toEqual(expect.arrayContaining(["selected", "area"]));
  });

  it("measure an area in characters and lines", () => {
    const { bodySize, pitch } = document.grid;
    const area = { x: 0, y: 0, width: 13 * bodySize, height: 19 * pitch + bodySize };
    expect(marks({ feedback: { ...noFeedback, area, measured: true } })).toMatchObject([
      { kind: "badge", tone: "measure", text: "measure 13 20" },
    ]);
  });
});
