import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IssueDocument } from "../model/document";
import type { BoxId, PageId, StoryId } from "../model/ids";
import { sampleDocument } from "../model/testing/sampleDocument";
import { createComposer } from "./composer";
import type { IssueLayout } from "./issueLayout";
import { countableFonts } from "./testing/layoutBuilders";
import { changedBox, documentEdits, movedBox } from "./testing/documentEdits";
import { printedLayout } from "./testing/printedLayout";

/** The sample with its picture standing in the lead's text and pushing it; the lead goes on on the next page, or does not. */
function pushedDocument(jumps = true): IssueDocument {
  const document = sampleDocument();
  const { rect } = document.boxes["lead-body" as BoxId]!;
  const story = document.stories["lead-story" as StoryId]!;
  const long = story.paragraphs.map((paragraph) => ({ ...paragraph, text: paragraph.text.repeat(4) }));
  const pushed = changedBox(document, "photo-picture", (box) => ({
    ...box, pushesText: true, rect: { x: rect.x + 30, y: rect.y + 20, width: 60, height: 50 },
  }));
  return { ...pushed, stories: { ...pushed.stories, [story.id]: { ...story, paragraphs: long, frameIds: jumps ? story.frameIds : story.frameIds.slice(0, 1) } } };
}

describe("the composer", () => {
  it("gives the same layout as from scratch after any edits", () => {
    fc.assert(
      fc.property(fc.array(documentEdits, { maxLength: 8 }), fc.boolean(), (changes, jumps) => {
        const composer = createComposer(countableFonts);
        const documents = [pushedDocument(jumps)];
        for (const change of changes) documents.push(change(documents.at(-1)!));
        // Taken back one after the other, too, as undoing does.
        for (const document of [...documents, ...documents.toReversed()]) {
          expect(printedLayout(composer.layout(document))).toBe(printedLayout(createComposer(countableFonts).layout(document)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("sets a caption anew when its picture on another page has other words", () => {
    const document = pushedDocument(false);
    const [first, second, ...others] = document.pages;
    const captionId = "photo-caption" as BoxId;
    const apart = {
      ...document,
      pages: [{ ...first!, boxIds: first!.boxIds.filter((id) => id !== captionId) }, { ...second!, boxIds: [...second!.boxIds, captionId] }, ...others],
    };
    const composer = createComposer(countableFonts);
    composer.layout(apart);
    const renamed = changedBox(apart, "photo-picture", (box) => (box.kind === "picture" ? { ...box, caption: "另一句说明" } : box));
    expect(composer.layout(renamed).flows.get(`caption:${captionId}`)!.paragraphs[0]!.text).toContain("另一句说明");
  });

  it("hands out the very same parts for what did not change", () => {
    const composer = createComposer(countableFonts);
    const document = sampleDocument();
    const before = composer.layout(document);
    const after = composer.layout(movedBox(document, "photo-body", 20));
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
