import { describe, expect, it } from "vitest";
import { moveBoxes } from "../../shared/commands/boxes";
import { addPage, removePage } from "../../shared/commands/pages";
import { replaceText } from "../../shared/commands/stories";
import type { BoxId, PageId, StoryId } from "../../shared/model/ids";
import { testEditor } from "../testing/testEditor";

const pages = ({ editor }: ReturnType<typeof testEditor>) => editor.store.getState().document.pages;
const shown = ({ editor }: ReturnType<typeof testEditor>) => editor.store.getState().pageId;

describe("undo and redo", () => {
  it("show the page on which they change something", () => {
    const test = testEditor();
    const [first, second] = pages(test);
    test.editor.run(moveBoxes, { boxIds: ["rule" as BoxId], by: { x: 9, y: 0 } }, { label: "move-boxes" });
    test.editor.showPage(second!.id);
    test.editor.undo();
    expect(shown(test)).toBe(first!.id);
    test.editor.showPage(second!.id);
    test.editor.redo();
    expect(shown(test)).toBe(first!.id);
  });

  it("stay on a page that changes too, as where a story runs over both", () => {
    const test = testEditor();
    const [, second] = pages(test);
    test.editor.run(replaceText, { storyId: "lead-story" as StoryId, from: 0, to: 0, text: "新" }, { label: "type" });
    test.editor.showPage(second!.id);
    test.editor.undo();
    expect(shown(test)).toBe(second!.id);
  });

  it("show a page that comes back", () => {
    const test = testEditor();
    const [first] = pages(test);
    const third = "third" as PageId;
    test.editor.run(addPage, { pageId: third }, { label: "add-page" });
    test.editor.showPage(first!.id);
    test.editor.run(removePage, { pageId: third }, { label: "remove-page" });
    test.editor.undo();
    expect(shown(test)).toBe(third);
  });
});
