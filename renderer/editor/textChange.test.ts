import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetAfter, textChange } from "./textChange";

const text = fc.string({ unit: fc.constantFrom("中", "文", "，", "a", "\n", "𠮷", "𠮶", "😀"), maxLength: 12 });

describe("textChange", () => {
  it("is null where nothing changed", () => {
    expect(textChange("今日八版", "今日八版")).toBeNull();
  });

  it("names only the characters that changed", () => {
    expect(textChange("今日八版要闻", "今日四版要闻")).toEqual({ from: 2, to: 3, inserted: "四" });
    expect(textChange("中小企业", "中小小企业")).toEqual({ from: 2, to: 2, inserted: "小" });
    expect(textChange("中小企业", "企业")).toEqual({ from: 0, to: 2, inserted: "" });
  });

  it("turns the old text into the new one", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = textChange(before, after);
        const result = change ? before.slice(0, change.from) + change.inserted + before.slice(change.to) : before;
        expect(result).toBe(after);
      }),
    );
  });

  it("never cuts a surrogate pair", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = textChange(before, after);
        if (!change) return;
        expect(change.inserted.isWellFormed()).toBe(true);
        expect(before.slice(0, change.from).isWellFormed()).toBe(true);
        expect(before.slice(change.to).isWellFormed()).toBe(true);
      }),
    );
  });

  it("keeps a caret beside the characters it stood at", () => {
    const change = textChange("甲乙丙丁", "甲新乙丙丁");
    if (!change) throw new Error("there is a change");
    expect(offsetAfter(change, 0)).toBe(0);
    expect(offsetAfter(change, 3)).toBe(4);
  });
});
