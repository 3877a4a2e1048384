import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replaceText } from "../../../shared/commands/stories";
import { bottom, right } from "../../../shared/geometry/rect";
import type { FlowKey, IssueLayout } from "../../../shared/layout/issueLayout";
import { linesIn } from "../../../shared/model/gridGeometry";
import { idFrom } from "../../../shared/model/idFrom";
import { sampleDocument } from "../../../shared/model/testing/sampleDocument";
import type { IssueDocument } from "../../../shared/model/document";
import { testEditor, type TestEditor } from "../../testing/testEditor";

const STORY = "story:photo-story" as FlowKey;
const text = "今日上午，劳模工匠走进车间与青年职工交流技艺，现场气氛热烈；两项成果当场签约。";
const flowOf = (layout: IssueLayout) => layout.flows.get(STORY)!;

/** The sample with words in the story under the photo: six columns of ten lines hold some 780 characters. */
function written(characters: number, columns: number): IssueDocument {
  const document = sampleDocument();
  const frame = document.boxes[idFrom<"box">("photo-body")];
  if (frame?.kind !== "text") throw new Error("The sample's photo has a text frame");
  const boxes = { ...document.boxes, [frame.id]: { ...frame, columns } };
  const result = replaceText({ ...document, boxes }, { storyId: idFrom("photo-story"), from: 0, to: 0, text: text.repeat(40).slice(0, characters) });
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** Pulls the foot of the text frame so far, and lets go. */
function pullFoot(test: TestEditor, by: number, keys = {}): void {
  const { x, width } = test.rect("photo-body");
  const foot = bottom(test.rect("photo-body"));
  test.press(x + width / 2, foot, keys);
  test.moveTo(x + width / 2, foot + by / 2, keys);
  test.moveTo(x + width / 2, foot + by, keys);
}

function selected(document: IssueDocument): TestEditor {
  const test = testEditor(document);
  test.editor.select({ articleIds: [], boxIds: [idFrom("photo-body")] });
  return test;
}

describe("a dragged foot", () => {
  it("stops where the story just fits: there nothing is over, and one line less has no room for it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 1500 }), fc.constantFrom(1, 2, 3, 6), fc.double({ min: -4, max: 4, noNaN: true }), (characters, columns, off) => {
        const document = written(characters, columns);
        const { pitch } = document.grid;
        const before = selected(document);
        pullFoot(before, 0.5);
        // Where the stop is, learnt by pulling line by line.
        let lines = -8;
        const layoutAt = (count: number) => {
          before.moveTo(right(before.rect("photo-body")) / 2, bottom(before.rect("photo-body")) + count * pitch, { control: true });
          return flowOf(before.editor.gestureFrame()!.layout);
        };
        while (lines < 15 && layoutAt(lines).overset !== null) lines++;
        if (lines === -8 || lines === 15) return;
        const test = selected(document);
        pullFoot(test, lines * pitch + off);
        const frame = test.editor.gestureFrame()!;
        expect(frame.feedback.fitStop).not.toBeNull();
        expect(flowOf(frame.layout).overset).toBeNull();
        expect(flowOf(frame.layout).spareLines).toBeLessThan(columns);
        const frameRect = frame.document.boxes[idFrom<"box">("photo-body")]!.rect;
        expect(bottom(frameRect)).toBeCloseTo(frame.feedback.fitStop!.at, 2);
        expect(linesIn(document.grid, frameRect.height)).toBe(10 + lines);
      }),
      { numRuns: 15 },
    );
  });

  it("says nothing of a stop elsewhere, with Ctrl, or where the story is empty", () => {
    const test = selected(written(600, 6));
    pullFoot(test, 60);
    expect(test.editor.gestureFrame()?.feedback.fitStop).toBeNull();
    const free = selected(written(600, 6));
    pullFoot(free, 3, { control: true });
    expect(free.editor.gestureFrame()?.feedback.fitStop).toBeNull();
    expect(bottom(free.editor.gestureFrame()!.document.boxes[idFrom<"box">("photo-body")]!.rect)).toBeCloseTo(bottom(free.rect("photo-body")) + 3, 2);
    const empty = selected(sampleDocument());
    pullFoot(empty, 20);
    expect(empty.editor.gestureFrame()?.feedback.fitStop).toBeNull();
  });

  it("is one step that undo takes back whole, and looking for the stop leaves no trace", () => {
    const test = selected(written(900, 6));
    const { document, layout } = test.editor.store.getState();
    const writes = test.writes();
    pullFoot(test, 22);
    expect(test.writes()).toBe(writes);
    const { x } = test.rect("photo-body");
    test.release(x, bottom(test.rect("photo-body")) + 22);
    expect(test.editor.store.getState().document).not.toBe(document);
    test.editor.undo();
    expect(test.editor.store.getState().document).toBe(document);
    expect(flowOf(test.editor.store.getState().layout).overset).toEqual(flowOf(layout).overset);
  });
});

describe("a text frame by itself", () => {
  it("has more columns of its measure when it is pulled wider, fewer when narrower", () => {
    const test = selected(written(600, 6));
    const rect = test.rect("photo-body");
    test.drag([right(rect), rect.y + rect.height / 2], [right(rect) - rect.width / 2, rect.y + rect.height / 2]);
    expect(test.editor.store.getState().document.boxes[idFrom<"box">("photo-body")]).toMatchObject({ columns: 3 });
  });
});
