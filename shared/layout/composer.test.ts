import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Box, IssueDocument, Story } from "../model/document";
import type { BoxId, PageId, StoryId } from "../model/ids";
import { sampleDocument } from "../model/testing/sampleDocument";
import { createComposer } from "./composer";
import type { IssueLayout } from "./issueLayout";
import { countableFonts } from "./testing/layoutBuilders";
import { printedLayout } from "./testing/printedLayout";

function moved(document: IssueDocument, boxId: string, by: number): IssueDocument {
  const box = document.boxes[boxId as BoxId]!;
  const now: Box = { ...box, rect: { ...box.rect, y: box.rect.y + by } };
  return { ...document, boxes: { ...document.boxes, [boxId]: now } };
}

function typed(document: IssueDocument, storyId: string, text: string): IssueDocument {
  const story = document.stories[storyId as StoryId]!;
  const [first, ...rest] = story.paragraphs;
  const now: Story = first === undefined
    ? story
    : { ...story, paragraphs: [{ ...first, text: text + first.text, marks: [] }, ...rest] };
  return { ...document, stories: { ...document.stories, [storyId]: now } };
}

const boxIds = ["lead-body", "lead-title", "photo-picture", "photo-caption", "photo-body", "lead-jump", "folio", "rule"];
const boxOf = fc.constantFrom(...boxIds);
const wordsOf = fc.constantFrom("今天，", "《意见》", "A", "𠮷", "\n");

/** One edit of any kind that a layout depends on; some leave a document that has no such box any more as it is. */
const edits: fc.Arbitrary<(document: IssueDocument) => IssueDocument> = fc.oneof(
  // The picture stands in the text, so that nudging it sets lines anew.
  fc.integer({ min: -30, max: 30 }).map((by) => (document: IssueDocument) => moved(document, "photo-picture", by)),
  fc.tuple(boxOf, fc.integer({ min: -60, max: 60 })).map(([boxId, by]) => (document: IssueDocument) => moved(document, boxId, by)),
  wordsOf.map((text) => (document: IssueDocument) => typed(document, "lead-story", text)),
  fc.tuple(boxOf, fc.boolean(), fc.nat(9)).map(([boxId, pushesText, standoff]) => (document: IssueDocument) =>
    changed(document, boxId, (box) => ({ ...box, pushesText, standoff }))),
  fc.tuple(boxOf, fc.integer({ min: 20, max: 300 })).map(([boxId, width]) => (document: IssueDocument) =>
    changed(document, boxId, (box) => ({ ...box, rect: { ...box.rect, width } }))),
  fc.integer({ min: 1, max: 4 }).map((columns) => (document: IssueDocument) =>
    changed(document, "lead-body", (box) => (box.kind === "text" ? { ...box, columns } : box))),
  wordsOf.map((credit) => (document: IssueDocument) => changed(document, "photo-picture", (box) => (box.kind === "picture" ? { ...box, credit } : box))),
  fc.constantFrom("basic", "strict").map((prohibition) => (document: IssueDocument) => ({
    ...document, composition: { ...document.composition, prohibition },
  })),
  fc.boolean().map((isReversed) => (document: IssueDocument) => {
    const [first, ...rest] = document.pages;
    return isReversed ? { ...document, pages: [{ ...first!, boxIds: first!.boxIds.toReversed() }, ...rest] } : { ...document, pages: document.pages.toReversed() };
  }),
  fc.constant((document: IssueDocument) => {
    const story = document.stories["lead-story" as StoryId]!;
    return { ...document, stories: { ...document.stories, [story.id]: { ...story, frameIds: story.frameIds.toReversed(), dateline: `${story.dateline}讯` } } };
  }),
);

/** The sample with its picture standing in the lead's text and pushing it. */
function pushedDocument(): IssueDocument {
  const document = sampleDocument();
  const { rect } = document.boxes["lead-body" as BoxId]!;
  const story = document.stories["lead-story" as StoryId]!;
  const long = story.paragraphs.map((paragraph) => ({ ...paragraph, text: paragraph.text.repeat(4) }));
  const pushed = changed(document, "photo-picture", (box) => ({
    ...box, pushesText: true, rect: { x: rect.x + 30, y: rect.y + 20, width: 60, height: 50 },
  }));
  return { ...pushed, stories: { ...pushed.stories, [story.id]: { ...story, paragraphs: long } } };
}

function changed(document: IssueDocument, boxId: string, change: (box: Box) => Box): IssueDocument {
  const box = document.boxes[boxId as BoxId]!;
  return { ...document, boxes: { ...document.boxes, [box.id]: change(box) } };
}

describe("the composer", () => {
  it("gives the same layout as from scratch after any edits", () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 8 }), (changes) => {
        const composer = createComposer(countableFonts);
        let document = pushedDocument();
        composer.layout(document);
        for (const change of changes) {
          document = change(document);
          expect(printedLayout(composer.layout(document))).toBe(printedLayout(createComposer(countableFonts).layout(document)));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("hands out the very same parts for what did not change", () => {
    const composer = createComposer(countableFonts);
    const document = sampleDocument();
    const before = composer.layout(document);
    const after = composer.layout(moved(document, "photo-body", 20));
    expect(after.flows.get("story:lead-story" as never)).toBe(before.flows.get("story:lead-story" as never));
    expect(after.pages.get(document.pages[1]!.id)).toBe(before.pages.get(document.pages[1]!.id));
    const display = (layout: IssueLayout, boxId: string) =>
      layout.pages.get(document.pages[0]!.id as PageId)!.boxes.find((box) => box.boxId === boxId);
    expect(display(after, "lead-title")).toBe(display(before, "lead-title"));
    expect(display(after, "photo-body")).not.toBe(display(before, "photo-body"));
  });

  it("sets a story that runs on to another page, its run-in head before the first paragraph", () => {
    const flow = createComposer(countableFonts).layout(sampleDocument()).flows.get("story:lead-story" as never)!;
    expect(flow.paragraphs[0]).toMatchObject({ text: "据证券时报消息　近日，八部门联合印发《意见》。", prefixLength: 8, part: "paragraph:0" });
  });

  it("writes each line's characters exactly once into its glyph runs", () => {
    const layout = createComposer(countableFonts).layout(sampleDocument());
    const printed = [...layout.pages.values()].flatMap((page) => page.boxes).flatMap((box) =>
      box.items.flatMap((item) => (item.kind === "glyphs" ? [item.text] : [])),
    );
    expect(printed.join("").replace(/\s/g, "")).toContain("据证券时报消息近日，八部门联合印发《意见》。具体来看，𠮷字也在其中。");
  });
});
