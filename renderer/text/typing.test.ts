import { describe, expect, it } from "vitest";
import type { FlowPlace } from "../../shared/layout/caret";
import type { FlowKey } from "../../shared/layout/issueLayout";
import { setTextDirection } from "../../shared/commands/textFrames";
import { idFrom } from "../../shared/model/idFrom";
import type { StoryId } from "../../shared/model/ids";
import { testEditor, type TestEditor } from "../testing/testEditor";
import { insertText, selectedText } from "./typeText";
import { pressTypingKey } from "./typingKeys";

const STORY: StoryId = idFrom("lead-story");
const BODY = `story:${STORY}` as FlowKey;
const story = ({ editor }: TestEditor) => editor.store.getState().document.stories[STORY];
const texts = (test: TestEditor) => story(test)?.paragraphs.map((paragraph) => paragraph.text);
const press = (test: TestEditor, key: string, keys: { readonly shiftKey?: boolean; readonly ctrlKey?: boolean } = {}) =>
  pressTypingKey(test.editor, { key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...keys });

/** A caret behind so many characters of a body paragraph, what is set before them not counted. */
function typingAt(paragraph: number, offset: number, flow: FlowKey = BODY): TestEditor {
  const test = testEditor();
  const prefix = test.editor.store.getState().layout.flows.get(flow)?.paragraphs[paragraph]?.prefixLength ?? 0;
  const place: FlowPlace = { flow, paragraph, offset: prefix + offset, atLineEnd: false };
  test.editor.setTextCursor({ anchor: place, focus: place });
  return test;
}

describe("typing on the page", () => {
  it("puts letters where the caret is, the dateline set before them not counted", () => {
    const test = typingAt(0, 2);
    for (const letter of ["上", "午"]) insertText(test.editor, letter, "typed");
    expect(texts(test)?.[0]).toBe("近日上午，八部门联合印发《意见》。");
  });

  it("is one undo step for letters in a row, and the caret goes on standing in the text", () => {
    const test = typingAt(1, 0);
    const { document } = test.editor.store.getState();
    for (const letter of ["今", "天", "，"]) insertText(test.editor, letter, "typed");
    test.editor.undo();
    expect(test.editor.store.getState().document).toBe(document);
    expect(test.editor.store.getState().textCursor).not.toBeNull();
    test.editor.redo();
    expect(texts(test)?.[1]).toBe("今天，具体来看，𠮷字也在其中。");
  });

  it("makes each composition a step of its own", () => {
    const test = typingAt(1, 0);
    insertText(test.editor, "昨日", "composed");
    insertText(test.editor, "上午", "composed");
    test.editor.undo();
    expect(texts(test)?.[1]).toBe("昨日具体来看，𠮷字也在其中。");
  });

  it("splits and joins paragraphs", () => {
    const test = typingAt(1, 5);
    press(test, "Enter");
    expect(texts(test)?.slice(1, 3)).toEqual(["具体来看，", "𠮷字也在其中。"]);
    press(test, "Backspace");
    expect(texts(test)?.[1]).toBe("具体来看，𠮷字也在其中。");
  });

  it("deletes and passes a character of two units as one", () => {
    const test = typingAt(1, 5);
    press(test, "ArrowRight");
    press(test, "Backspace");
    expect(texts(test)?.[1]).toBe("具体来看，字也在其中。");
    press(test, "Delete");
    expect(texts(test)?.[1]).toBe("具体来看，也在其中。");
  });

  it("replaces what is selected", () => {
    const test = typingAt(0, 0);
    press(test, "ArrowRight", { shiftKey: true });
    press(test, "ArrowRight", { shiftKey: true });
    expect(selectedText(test.editor)).toBe("近日");
    insertText(test.editor, "日前", "composed");
    expect(texts(test)?.[0]).toBe("日前，八部门联合印发《意见》。");
  });

  it("selects a whole flow with Ctrl+A, and copies it without what the layout set before it", () => {
    const test = typingAt(1, 3);
    press(test, "a", { ctrlKey: true });
    expect(selectedText(test.editor)).toBe(story(test)?.paragraphs.map((paragraph) => paragraph.text).join("\n"));
  });

  it("never goes in front of the dateline", () => {
    const test = typingAt(0, 0);
    press(test, "ArrowLeft");
    press(test, "Backspace");
    press(test, "Home");
    insertText(test.editor, "昨", "typed");
    expect(texts(test)?.[0]).toBe("昨近日，八部门联合印发《意见》。");
  });

  it("goes along and across vertical lines by the arrows that point there", () => {
    const test = typingAt(0, 2);
    const at = () => test.editor.store.getState().textCursor!.focus;
    test.editor.run(setTextDirection, { boxId: idFrom<"box">("lead-body"), direction: "vertical" }, { label: "set-columns" });
    const before = at();
    press(test, "ArrowDown");
    expect(at().offset).toBe(before.offset + 1);
    press(test, "ArrowUp");
    expect(at()).toMatchObject({ paragraph: before.paragraph, offset: before.offset });
    press(test, "ArrowLeft");
    expect(at()).not.toMatchObject({ paragraph: before.paragraph, offset: before.offset });
    press(test, "ArrowRight");
    expect(at()).toMatchObject({ paragraph: before.paragraph, offset: before.offset });
  });

  it("edits a title's part and a picture's caption", () => {
    const title = typingAt(1, 0, "title:lead-title" as FlowKey);
    insertText(title.editor, "今天", "typed");
    expect(story(title)?.title.main).toBe("今天八部门推进专项行动");
    const caption = typingAt(0, 2, "caption:photo-caption" as FlowKey);
    insertText(caption.editor, "和\n", "pasted");
    expect(caption.editor.store.getState().document.boxes[idFrom<"box">("photo-picture")]).toMatchObject({ caption: "劳模和工匠交流。" });
  });

  it("does not begin in matter that is computed", () => {
    const test = testEditor();
    test.editor.setTool("text");
    const folio = test.rect("folio");
    test.click(folio.x + 3, folio.y + 6);
    expect(test.editor.store.getState().textCursor).toBeNull();
  });

  it("begins where a double click falls on a selected box, and ends with Escape", () => {
    const test = testEditor();
    const { x, y } = test.rect("lead-body");
    test.click(x + 50, y + 20);
    test.click(x + 50, y + 20);
    test.click(x + 50, y + 20, { clicks: 2 });
    const { textCursor, tool } = test.editor.store.getState();
    expect(textCursor?.focus.flow).toBe(BODY);
    expect(tool).toBe("text");
    press(test, "Escape");
    expect(test.editor.store.getState()).toMatchObject({ tool: "select", textCursor: null });
    expect(test.editor.store.getState().selection.boxIds).toEqual(["lead-body"]);
  });

  it("selects a word by double click and a paragraph by a third", () => {
    const test = testEditor();
    test.editor.setTool("text");
    const { x, y } = test.rect("photo-caption");
    test.click(x + 30, y + 5, { clicks: 2 });
    expect(selectedText(test.editor).length).toBeGreaterThan(0);
    test.click(x + 30, y + 5, { clicks: 3 });
    expect(selectedText(test.editor)).toBe("劳模工匠交流。");
  });
});
