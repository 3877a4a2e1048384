import { describe, expect, it } from "vitest";
import { editCharacterStyle, editParagraphStyle } from "../../../shared/commands/styles";
import { houseCharacterStyleIds, houseStyleIds } from "../../../shared/model/houseStyles";
import { idFrom } from "../../../shared/model/idFrom";
import { testEditor } from "../../testing/testEditor";
import { addStyleLike } from "./addStyleLike";
import { formatScale, readMarker, readScale } from "./readStyleField";
import { freeStyleName, readStyleName } from "./styleName";
import { styleUses } from "./styleUses";

const copyOf = (number: number) => (number === 1 ? "正文 副本" : `正文 副本 ${number}`);

describe("the name of a style", () => {
  it("is kept without the blanks around it", () => {
    expect(readStyleName("  要闻正文 ", ["正文"])).toEqual({ ok: true, value: "要闻正文" });
  });

  it("is refused with a sentence where it is empty, taken or too long", () => {
    for (const text of ["  ", "正文", "长".repeat(41)]) {
      const reading = readStyleName(text, ["正文"]);
      expect(reading.ok ? null : reading.problem.key, text).toMatch(/^styles\.failures\.name/u);
    }
  });

  it("of a copy is the first that is free", () => {
    expect(freeStyleName(copyOf, ["正文"])).toBe("正文 副本");
    expect(freeStyleName(copyOf, ["正文 副本", "正文 副本 2"])).toBe("正文 副本 3");
  });
});

describe("the fields of a style", () => {
  it("read a width in per cent and write it so that it is read back", () => {
    expect(readScale("80%", { from: 0.5, to: 2 })).toEqual({ ok: true, value: 0.8 });
    for (const scale of [0.5, 0.85, 1, 1.234, 2]) {
      expect(readScale(formatScale(scale), { from: 0.5, to: 2 })).toEqual({ ok: true, value: Math.round(scale * 1000) / 1000 });
    }
    for (const text of ["宽", "20", "900"]) expect(readScale(text, { from: 0.5, to: 2 }).ok, text).toBe(false);
  });

  it("read a marker as it is and refuse a sentence", () => {
    expect(readMarker("●")).toEqual({ ok: true, value: "●" });
    expect(readMarker("")).toEqual({ ok: true, value: "" });
    expect(readMarker("一二三四五六七八九").ok).toBe(false);
  });
});

describe("a copy of a style", () => {
  it("differs from it in name and id alone, and is one step", () => {
    const { editor } = testEditor();
    const added = addStyleLike(editor, { kind: "paragraph", id: houseStyleIds.body }, copyOf);
    if (added?.kind !== "paragraph" || added.id === null) throw new Error("the copy is added");
    const { paragraphStyles } = editor.store.getState().document;
    expect(paragraphStyles[added.id]).toEqual({ ...paragraphStyles[houseStyleIds.body], id: added.id, name: "正文 副本" });
    expect(editor.store.getState().undoLabel).toBe("add-style");
    const again = addStyleLike(editor, { kind: "paragraph", id: houseStyleIds.body }, copyOf);
    expect(again?.kind === "paragraph" && again.id !== null && editor.store.getState().document.paragraphStyles[again.id]?.name).toBe("正文 副本 2");
  });

  it("of a character style is made the same way", () => {
    const { editor } = testEditor();
    const added = addStyleLike(editor, { kind: "character", id: houseCharacterStyleIds.dotted }, (number) => `着重 ${number}`);
    if (added?.kind !== "character" || added.id === null) throw new Error("the copy is added");
    expect(editor.store.getState().document.characterStyles[added.id]).toMatchObject({ name: "着重 1", emphasis: "dot" });
  });
});

describe("editing a style", () => {
  it("sets the page anew, and undo gives back the very document", () => {
    const { editor } = testEditor();
    const { document, layout } = editor.store.getState();
    const styleId = houseStyleIds.body;
    editor.run(editParagraphStyle, { styleId, change: { size: 12 } }, { label: "edit-style" });
    const last = (of: typeof layout) => of.flows.get(`story:${idFrom<"story">("lead-story")}`)?.lines.at(-1)?.rect;
    expect(last(editor.store.getState().layout)).not.toEqual(last(layout));
    editor.undo();
    expect(editor.store.getState().document).toBe(document);
  });

  it("is counted by paragraphs and marks of the issue's stories", () => {
    const { editor } = testEditor();
    const { stories } = editor.store.getState().document;
    expect(styleUses(stories, houseStyleIds.body)).toBeGreaterThanOrEqual(4);
    expect(styleUses(stories, houseCharacterStyleIds.emphasis)).toBe(1);
    expect(styleUses(stories, houseCharacterStyleIds.dotted)).toBe(0);
  });

  it("refuses values outside a style's range and keeps the document", () => {
    const { editor } = testEditor();
    const { document } = editor.store.getState();
    editor.run(editParagraphStyle, { styleId: houseStyleIds.body, change: { linesOccupied: 99 } }, { label: "edit-style" });
    editor.run(editCharacterStyle, { styleId: houseCharacterStyleIds.kai, change: { name: "\u0000" } }, { label: "edit-style" });
    expect(editor.store.getState().document).toBe(document);
    expect(editor.store.getState().problem).not.toBeNull();
  });
});
