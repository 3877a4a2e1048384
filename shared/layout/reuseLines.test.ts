import { describe, expect, it } from "vitest";
import type { IssueDocument, Story } from "../model/document";
import type { StoryId } from "../model/ids";
import { createComposer } from "./composer";
import { countableFonts, documentOf, frameOf, obstacleOf } from "./testing/layoutBuilders";

const texts = ["一二三四五六七八九十".repeat(3), "第二段的文字也要足够长才能折行。", "末段。"];
const document = documentOf(texts, [frameOf("a", 1, 4), frameOf("b", 1, 8, { x: 300, y: 60 })]);
const [storyId] = Object.keys(document.stories) as StoryId[];
const displays = (layout: ReturnType<ReturnType<typeof createComposer>["layout"]>) =>
  Object.fromEntries([...layout.pages.values()][0]!.boxes.map((box) => [box.boxId, box]));

function withLastParagraph(text: string): IssueDocument {
  const story = document.stories[storyId!]!;
  const last = { ...story.paragraphs[2]!, text };
  const edited: Story = { ...story, paragraphs: [...story.paragraphs.slice(0, 2), last] };
  return { ...document, stories: { [storyId!]: edited } };
}

describe("an edit", () => {
  it("leaves the lines before it, and the frames that hold only those, the same objects", () => {
    const composer = createComposer(countableFonts);
    const before = composer.layout(document);
    const after = composer.layout(withLastParagraph("末段改了。"));
    const [old, now] = [before, after].map((layout) => layout.flows.get(`story:${storyId!}`)!);
    expect(now!.lines.slice(0, -1).every((line, index) => line === old!.lines[index])).toBe(true);
    expect(now!.lines.at(-1)).not.toBe(old!.lines.at(-1));
    expect(displays(after)["a"]).toBe(displays(before)["a"]);
    expect(displays(after)["b"]).not.toBe(displays(before)["b"]);
  });

  it("keeps the whole flow where nothing came out differently", () => {
    const obstacle = obstacleOf("o", { x: 310, y: 140, width: 20, height: 8 });
    const beside = documentOf(texts, [frameOf("a", 1, 4), frameOf("b", 1, 8, { x: 300, y: 60 })], [obstacle]);
    const nudged = { ...beside, boxes: { ...beside.boxes, [obstacle.id]: { ...obstacle, rect: { ...obstacle.rect, y: 140.5 } } } };
    const composer = createComposer(countableFonts);
    const before = composer.layout(beside);
    const after = composer.layout({ ...nudged, stories: beside.stories });
    expect(after.flows.get(`story:${storyId!}`)).toBe(before.flows.get(`story:${storyId!}`));
  });
});
