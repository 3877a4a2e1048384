import { describe, expect, it } from "vitest";
import { createLiveText, type EditOrigin, type TextElement } from "./liveText";
import type { TextChange } from "./textChange";

/** A text field, and a document text that takes what is typed. */
function fieldOver(text: string, accepts = true) {
  const element: TextElement = {
    value: "",
    selectionStart: 0,
    selectionEnd: 0,
    setSelectionRange(from, to) {
      element.selectionStart = from;
      element.selectionEnd = to;
    },
  };
  const edits: { change: TextChange; origin: EditOrigin }[] = [];
  let stored = text;
  const live = createLiveText(element, text, (change, origin) => {
    if (!accepts) return false;
    edits.push({ change, origin });
    stored = stored.slice(0, change.from) + change.inserted + stored.slice(change.to);
    live.show(stored);
    return true;
  });
  const type = (value: string, caret = value.length) => {
    element.value = value;
    element.setSelectionRange(caret, caret);
    live.input();
  };
  const change = (next: string) => {
    stored = next;
    live.show(next);
  };
  return { element, live, edits, type, change, stored: () => stored };
}

describe("createLiveText", () => {
  it("sends each key as the smallest change and leaves the caret where it was typed", () => {
    const field = fieldOver("今日版");
    field.type("今日八版", 3);
    expect(field.edits).toEqual([{ change: { from: 2, to: 2, inserted: "八" }, origin: "typed" }]);
    expect(field.element.selectionStart).toBe(3);
    expect(field.stored()).toBe("今日八版");
  });

  it("changes the document once for a whole composition", () => {
    const field = fieldOver("今日");
    field.live.compositionStart();
    for (const step of ["今日b", "今日ba", "今日ba'ban"]) field.type(step);
    expect(field.edits).toEqual([]);
    field.element.value = "今日八版";
    field.live.compositionEnd();
    expect(field.edits).toEqual([{ change: { from: 2, to: 2, inserted: "八版" }, origin: "composed" }]);
  });

  it("changes nothing for a composition that was given up", () => {
    const field = fieldOver("今日");
    field.live.compositionStart();
    field.type("今日ba");
    field.element.value = "今日";
    field.live.compositionEnd();
    expect(field.edits).toEqual([]);
  });

  it("does not touch the field while composing, and joins both texts afterwards", () => {
    const field = fieldOver("今日版");
    field.live.compositionStart();
    field.type("今日版x");
    field.change("新：今日版");
    expect(field.element.value).toBe("今日版x");
    field.element.value = "今日版面";
    field.live.compositionEnd();
    expect(field.stored()).toBe("新：今日版面");
    expect(field.element.value).toBe("新：今日版面");
  });

  it("shows an undo and keeps the caret beside its characters", () => {
    const field = fieldOver("甲乙丙");
    field.element.setSelectionRange(3, 3);
    field.change("甲新乙丙");
    expect(field.element.value).toBe("甲新乙丙");
    expect(field.element.selectionStart).toBe(4);
  });

  it("puts back what the document refused", () => {
    const field = fieldOver("今日", false);
    field.type("今日x");
    expect(field.element.value).toBe("今日");
  });
});
