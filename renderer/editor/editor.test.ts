import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveBoxes } from "../../shared/commands/boxes";
import { deleteArticle } from "../../shared/commands/deleteBoxes";
import { setTitlePart } from "../../shared/commands/stories";
import { createComposer } from "../../shared/layout/composer";
import { createCopyfitter } from "../../shared/layout/copyfit/copyfitter";
import { countableFonts } from "../../shared/layout/testing/layoutBuilders";
import { idFrom } from "../../shared/model/idFrom";
import type { PageId } from "../../shared/model/ids";
import { sampleDocument } from "../../shared/model/testing/sampleDocument";
import { testEditor } from "../testing/testEditor";

const by = { x: 9, y: 11.25 };
const lead = { articleIds: [idFrom<"article">("lead")], boxIds: [] };

describe("editor", () => {
  it("shows why a command was refused until one is not", () => {
    const { editor } = testEditor();
    const { document } = editor.store.getState();
    editor.run(moveBoxes, { boxIds: [idFrom<"box">("nobody")], by }, { label: "move-boxes" });
    expect(editor.store.getState().problem).toMatchObject({ code: "box-missing" });
    expect(editor.store.getState().document).toBe(document);
    editor.run(moveBoxes, { boxIds: [idFrom<"box">("rule")], by }, { label: "move-boxes" });
    expect(editor.store.getState().problem).toBeNull();
  });

  it("is clean again when undone to what was saved, and dirty when undone past it", () => {
    const { editor } = testEditor();
    const file = { issueId: "issue-1", path: "/paper", revision: 1 };
    const move = () => editor.run(moveBoxes, { boxIds: [idFrom<"box">("rule")], by }, { label: "move-boxes" });
    move();
    expect(editor.store.getState().dirty).toBe(true);
    editor.markSaved(editor.store.getState().document, file);
    expect(editor.store.getState()).toMatchObject({ dirty: false, file });
    move();
    editor.undo();
    expect(editor.store.getState().dirty).toBe(false);
    editor.undo();
    expect(editor.store.getState().dirty).toBe(true);
  });

  it("stays dirty when it was edited while the save was on its way", () => {
    const { editor } = testEditor();
    editor.run(moveBoxes, { boxIds: [idFrom<"box">("rule")], by }, { label: "move-boxes" });
    const saved = editor.store.getState().document;
    editor.run(moveBoxes, { boxIds: [idFrom<"box">("rule")], by }, { label: "move-boxes" });
    editor.markSaved(saved, { issueId: "issue-1", path: "/paper", revision: 1 });
    expect(editor.store.getState().dirty).toBe(true);
  });

  it("keeps nothing selected that is gone", () => {
    const { editor } = testEditor();
    editor.select(lead);
    editor.run(deleteArticle, { articleId: idFrom<"article">("lead") }, { label: "delete" });
    expect(editor.store.getState().selection.articleIds).toEqual([]);
  });

  it("undoes to the very document it started from, whatever was done", () => {
    const edits = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant("move" as const), x: fc.integer({ min: -50, max: 50 }) }),
        fc.record({ kind: fc.constant("title" as const), text: fc.string({ maxLength: 8 }) }),
        fc.record({ kind: fc.constant("drag" as const), x: fc.integer({ min: -200, max: 200 }) }),
        fc.constant({ kind: "undo" as const }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(edits, (all) => {
        const test = testEditor();
        const { editor } = test;
        const start = editor.store.getState().document;
        for (const edit of all) {
          if (edit.kind === "undo") editor.undo();
          else if (edit.kind === "move") editor.run(moveBoxes, { boxIds: [idFrom<"box">("rule")], by: { x: edit.x, y: 0 } }, { label: "move-boxes" });
          else if (edit.kind === "title") {
            editor.run(setTitlePart, { storyId: idFrom<"story">("lead-story"), role: "main", text: edit.text }, { label: "type", mergeKey: "title" });
          } else test.drag([120, 220], [120 + edit.x, 240]);
        }
        while (editor.store.getState().undoLabel !== null) editor.undo();
        expect(editor.store.getState().document).toBe(start);
        expect(editor.store.getState().dirty).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it("gives up a drag when something else changes the document", () => {
    const test = testEditor();
    test.press(120, 220);
    test.moveTo(300, 300);
    test.editor.run(moveBoxes, { boxIds: [idFrom<"box">("rule")], by }, { label: "move-boxes" });
    expect(test.editor.gestureFrame()).toBeNull();
    const { document } = test.editor.store.getState();
    test.release(300, 300);
    expect(test.editor.store.getState().document).toBe(document);
  });

  it("turns pages, leaving selections behind", () => {
    const { editor } = testEditor();
    const second = editor.store.getState().document.pages[1]?.id as PageId;
    editor.select(lead);
    editor.showPage(second);
    expect(editor.store.getState()).toMatchObject({ pageId: second, selection: { articleIds: [], boxIds: [] } });
  });

  it("sets a running drag anew when fonts have arrived", () => {
    const test = testEditor();
    test.press(120, 220);
    test.moveTo(300, 300);
    const before = test.editor.gestureFrame();
    test.editor.useComposer(createComposer(countableFonts), createCopyfitter(countableFonts));
    const after = test.editor.gestureFrame();
    expect(after?.document).toBe(before?.document);
    expect(after?.layout).not.toBe(before?.layout);
  });

  it("opens another issue with nothing to undo", () => {
    const { editor } = testEditor();
    editor.run(moveBoxes, { boxIds: [idFrom<"box">("rule")], by }, { label: "move-boxes" });
    editor.select(lead);
    const other = sampleDocument();
    editor.open(other, null);
    expect(editor.store.getState()).toMatchObject({ document: other, undoLabel: null, dirty: false, selection: { articleIds: [] } });
  });

  it("selects all articles and loose boxes of the page", () => {
    const { editor } = testEditor();
    editor.selectAll();
    expect(editor.store.getState().selection).toEqual({ articleIds: ["lead", "photo"], boxIds: ["rule"] });
  });
});
