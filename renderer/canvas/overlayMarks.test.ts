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
  return { pages: new Map(), flows: new Map(flows.map((flow) => [flow.key, { lines: [], ...flow }])) as unknown as IssueLayout["flows"] };
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

  it("draw a line behind the last line that fits, and none where all fits", () => {
    const overset = { lines: 2, characters: 31, paragraph: 1, offset: 3 };
    const rect = { x: 60, y: 100, width: 99, height: 9 };
    const flow = (direction: "horizontal" | "vertical") => ({ key: "story:photo-story" as FlowLayout["key"], lines: [{ rect, direction } as FlowLayout["lines"][number]] }); // a cut reads no more of a line
    expect(kinds({ layout: layoutWith([{ ...flow("horizontal"), overset: null }]) })).not.toContain("cut");
    expect(marks({ layout: layoutWith([{ ...flow("horizontal"), overset }]) })).toContainEqual(
      { kind: "cut", from: { x: 60, y: expect.closeTo(110.125) }, to: { x: 159, y: expect.closeTo(110.125) } },
    );
    expect(marks({ layout: layoutWith([{ ...flow("vertical"), overset }]) })).toContainEqual(
      { kind: "cut", from: { x: expect.closeTo(58.875), y: 100 }, to: { x: expect.closeTo(58.875), y: 109 } },
    );
  });

  it("say while an edge is dragged how the story fits, and mark the edge that stands where it just does", () => {
    const area = { x: 0, y: 0, width: 99, height: 99 };
    const feedback = { ...noFeedback, area, measured: true, fitStop: { axis: "y" as const, at: 99, from: 0, to: 99 } };
    const flow = (more: Partial<FlowLayout>) => layoutWith([{ key: "story:lead-story" as FlowLayout["key"], lines: [{} as FlowLayout["lines"][number]], overset: null, spareLines: 0, ...more }]); // only counted
    const badge = (layout: IssueLayout) => marks({ layout, feedback, selection: lead }).find((mark) => mark.kind === "badge" && mark.tone !== "thread");
    expect(badge(flow({ spareLines: 3 }))).toMatchObject({ tone: "fits", text: expect.stringContaining("spare 3") });
    expect(badge(flow({}))).toMatchObject({ tone: "fits", text: expect.stringContaining("exact") });
    expect(badge(flow({ lines: [], overset: { lines: 2, characters: 31, paragraph: 0, offset: 0 } }))).toMatchObject({ tone: "over", text: expect.stringContaining("overset 2 31") });
    expect(marks({ layout: flow({}), feedback, selection: lead })).toContainEqual({ kind: "fitStop", from: { x: 0, y: 99 }, to: { x: 99, y: 99 } });
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
