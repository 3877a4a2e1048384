import { describe, expect, it } from "vitest";
import { bodyText } from "../../shared/commands/bodyText";
import type { Story } from "../../shared/model/document";
import { createLiveText, type TextElement } from "../editor/liveText";
import type { Editor } from "../editor/editor";
import { testEditor } from "../testing/testEditor";
import { editStory, editTitle } from "./storyEdits";

function storyOf(editor: Editor): Story {
  const story = Object.values(editor.store.getState().document.stories).find((story) => story.frameIds.length > 0);
  if (story === undefined) throw new Error("the sample has a story");
  return story;
}

/** The story panel without its window: a field over the body of a story, kept in step with the editor. */
function storyField() {
  const { editor } = testEditor();
  const { id } = storyOf(editor);
  const element: TextElement = { value: "", selectionStart: 0, selectionEnd: 0, setSelectionRange: () => undefined };
  const text = () => bodyText(storyOf(editor).paragraphs);
  const live = createLiveText(element, text(), (change) => editStory(editor, id, change));
  editor.store.subscribe(() => live.show(text()));
  const type = (words: string) => {
    for (const character of words) {
      element.value = character + element.value;
      live.input();
    }
  };
  return { editor, element, live, text, type };
}

describe("editing a story as text", () => {
  it("makes one undo step of a run of keys, and another after the run is sealed", () => {
    const { editor, element, type, text } = storyField();
    const before = editor.store.getState().document;
    const original = text();
    type("一二三");
    const typed = text();
    expect(typed).toBe(`三二一${original}`);
    editor.seal();
    type("四");
    editor.undo();
    expect(text()).toBe(typed);
    expect(element.value).toBe(typed);
    editor.undo();
    expect(editor.store.getState().document).toBe(before);
    expect(element.value).toBe(original);
    editor.redo();
    expect(element.value).toBe(typed);
  });

  it("reflows while typing and not while composing", () => {
    const { editor, element, live, text, type } = storyField();
    const layout = () => editor.store.getState().layout;
    const first = layout();
    type("一");
    expect(layout()).not.toBe(first);
    const composing = layout();
    live.compositionStart();
    element.value = `er${element.value}`;
    live.input();
    expect(layout()).toBe(composing);
    element.value = `二一${text().slice(1)}`;
    live.compositionEnd();
    expect(layout()).not.toBe(composing);
    expect(text().startsWith("二一")).toBe(true);
  });

  it("turns a line feed into a new paragraph and keeps the others as they are", () => {
    const { editor, element, live } = storyField();
    const before = storyOf(editor).paragraphs;
    element.value = `甲\n${element.value}`;
    live.input();
    const after = storyOf(editor).paragraphs;
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toBe(before.at(-1));
  });

  it("shows what the document keeps where it does not keep all that was typed", () => {
    const { element, live, text } = storyField();
    element.value = `甲\u0007${element.value}`;
    live.input();
    expect(text()).not.toContain("\u0007");
    expect(element.value).toBe(text());
  });

  it("keeps a chosen line break of a title", () => {
    const { editor } = testEditor();
    const story = storyOf(editor);
    expect(editTitle(editor, story, "main", { from: 0, to: story.title.main.length, inserted: "上\n下" })).toBe(true);
    expect(storyOf(editor).title.main).toBe("上\n下");
  });
});
