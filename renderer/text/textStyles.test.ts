import { describe, expect, it } from "vitest";
import type { FlowPlace } from "../../shared/layout/caret";
import type { Story } from "../../shared/model/document";
import { houseCharacterStyleIds, houseStyleIds } from "../../shared/model/houseStyles";
import { idFrom } from "../../shared/model/idFrom";
import { sampleDocument } from "../../shared/model/testing/sampleDocument";
import { testEditor, type TestEditor } from "../testing/testEditor";
import { bodySelection } from "./bodySelection";
import { applyCharacterStyle, applyParagraphStyle, hasSelectedText, isInCharacterStyle, stylesOfText, toggleCharacterStyle } from "./textStyles";
import { insertText } from "./typeText";

const storyId = idFrom<"story">("lead-story");
const { dotted, emphasis, kai } = houseCharacterStyleIds;

function storyOf({ editor }: TestEditor): Story {
  const story = editor.store.getState().document.stories[storyId];
  if (story === undefined) throw new Error("the sample has its lead");
  return story;
}

/** The sample with a stretch of its lead's body selected in the story panel. */
function selected(from: number, to: number): TestEditor {
  const test = testEditor();
  test.editor.setStorySelection({ storyId, from, to });
  return test;
}

function marksOf(test: TestEditor) {
  return storyOf(test).paragraphs.map(({ marks }) => marks.map(({ from, to, styleId }) => `${from}-${to} ${styleId}`));
}

/** Puts the cursor of the page between two offsets of a paragraph's own text. */
function selectOnPage({ editor }: TestEditor, paragraph: number, from: number, to: number): void {
  const flow = `story:${storyId}` as const;
  const prefix = editor.store.getState().layout.flows.get(flow)?.paragraphs[paragraph]?.prefixLength ?? 0;
  const place = (offset: number): FlowPlace => ({ flow, paragraph, offset: prefix + offset, atLineEnd: false });
  editor.setTool("text");
  editor.setTextCursor({ anchor: place(from), focus: place(to) });
}

describe("the styles of selected text", () => {
  it("are those all of it has, and no one where it has several", () => {
    const first = storyOf(testEditor()).paragraphs[0]?.text.length ?? 0;
    const at = (from: number, to: number) => stylesOfText(selected(from, to).editor.store.getState());
    expect(at(0, 3)).toMatchObject({ characterStyleId: emphasis, paragraphStyleId: houseStyleIds.body });
    expect(at(0, 4)?.characterStyleId).toBeNull();
    expect(at(4, 6)?.characterStyleId).toBe("none");
    expect(at(1, 1)?.characterStyleId).toBe(emphasis);
    expect(at(3, 3)?.characterStyleId).toBe("none");
    expect(at(first + 1, first + 1)).toMatchObject({ fromParagraph: 1, toParagraph: 2 });
    expect(at(first - 1, first + 3)).toMatchObject({ fromParagraph: 0, toParagraph: 2 });
  });

  it("are of no paragraph whose line feed alone is selected", () => {
    const first = storyOf(testEditor()).paragraphs[0]?.text.length ?? 0;
    expect(stylesOfText(selected(0, first + 1).editor.store.getState())).toMatchObject({ fromParagraph: 0, toParagraph: 1 });
  });

  it("are none while nothing is selected or a title is typed in", () => {
    const test = testEditor();
    expect(stylesOfText(test.editor.store.getState())).toBeNull();
    const title: FlowPlace = { flow: `title:${idFrom<"box">("lead-title")}`, paragraph: 1, offset: 0, atLineEnd: false };
    test.editor.setTextCursor({ anchor: title, focus: title });
    expect(bodySelection(test.editor.store.getState())).toBeNull();
  });

  it("stay within a text that an undo has made shorter", () => {
    const test = testEditor();
    test.editor.setStorySelection({ storyId, from: 9_000, to: 9_999 });
    const range = bodySelection(test.editor.store.getState());
    expect(range?.from).toBe(range?.to);
    toggleCharacterStyle(test.editor, kai);
    expect(test.editor.store.getState().problem).toBeNull();
  });
});

describe("setting selected text in styles", () => {
  it("marks it across paragraphs, takes the marks away again, each as one step", () => {
    const test = selected(6, 23);
    const { document } = test.editor.store.getState();
    toggleCharacterStyle(test.editor, dotted);
    expect(marksOf(test).slice(0, 2)).toEqual([["0-3 emphasis", "6-15 dotted"], ["0-7 dotted"]]);
    expect(isInCharacterStyle(test.editor.store.getState(), dotted)).toBe(true);
    expect(test.editor.store.getState().undoLabel).toBe("mark-text");
    toggleCharacterStyle(test.editor, dotted);
    expect(marksOf(test).slice(0, 2)).toEqual([["0-3 emphasis"], []]);
    test.editor.undo();
    test.editor.undo();
    expect(test.editor.store.getState().document).toBe(document);
  });

  it("works on what is selected on the page, which stays selected", () => {
    const test = testEditor();
    selectOnPage(test, 0, 4, 6);
    expect(hasSelectedText(test.editor.store.getState())).toBe(true);
    toggleCharacterStyle(test.editor, dotted);
    expect(marksOf(test)[0]).toEqual(["0-3 emphasis", "4-6 dotted"]);
    expect(bodySelection(test.editor.store.getState())).toEqual({ storyId, from: 4, to: 6 });
  });

  it("keeps a mark around what is typed inside it", () => {
    const test = testEditor();
    selectOnPage(test, 1, 2, 5);
    toggleCharacterStyle(test.editor, dotted);
    selectOnPage(test, 1, 3, 3);
    insertText(test.editor, "里", "typed");
    expect(marksOf(test)[1]).toEqual(["2-6 dotted"]);
  });

  it("sets every paragraph it touches in a style", () => {
    const test = selected(14, 18);
    applyParagraphStyle(test.editor, houseStyleIds.dropCapBody);
    expect(storyOf(test).paragraphs.map(({ styleId }) => styleId)).toEqual(["dropCapBody", "dropCapBody", "body", "body"]);
    expect(test.editor.store.getState().undoLabel).toBe("set-paragraph-style");
  });

  it("brings along house styles that an older issue lacks, in the same step", () => {
    const whole = sampleDocument();
    const { [houseStyleIds.dropCapBody]: _cap, ...paragraphStyles } = whole.paragraphStyles;
    const { [dotted]: _dot, ...characterStyles } = whole.characterStyles;
    const test = testEditor({ ...whole, paragraphStyles, characterStyles });
    const { document } = test.editor.store.getState();
    test.editor.setStorySelection({ storyId, from: 4, to: 6 });
    toggleCharacterStyle(test.editor, dotted);
    applyParagraphStyle(test.editor, houseStyleIds.dropCapBody);
    expect(marksOf(test)[0]).toContain("4-6 dotted");
    expect(storyOf(test).paragraphs[0]?.styleId).toBe("dropCapBody");
    test.editor.undo();
    test.editor.undo();
    expect(test.editor.store.getState().document).toBe(document);
  });

  it("takes every mark away at once", () => {
    const test = selected(0, 5);
    applyCharacterStyle(test.editor, null);
    expect(marksOf(test)[0]).toEqual([]);
  });
});
