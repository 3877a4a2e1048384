import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createComposer } from "../../shared/layout/composer";
import { countableFonts } from "../../shared/layout/testing/layoutBuilders";
import type { FlowKey } from "../../shared/layout/issueLayout";
import { bottom, right } from "../../shared/geometry/rect";
import { columnLeft, columnsWidth, lineTop } from "../../shared/model/gridGeometry";
import type { Page } from "../../shared/model/document";
import { testEditor, type TestEditor } from "../testing/testEditor";
import { selectUnder } from "./select/selectUnder";

const BODY = [120, 220] as const;
const selectionOf = ({ editor }: TestEditor) => editor.store.getState().selection;
const documentOf = ({ editor }: TestEditor) => editor.store.getState().document;

/** A point well inside a box. */
function inside(test: TestEditor, boxId: string): readonly [number, number] {
  const rect = test.rect(boxId);
  return [rect.x + rect.width * 0.37, rect.y + rect.height * 0.5];
}

describe("selecting", () => {
  it("takes the whole article first, then the box inside it, then its neighbour", () => {
    const test = testEditor();
    test.click(...inside(test, "lead-body"));
    expect(selectionOf(test)).toEqual({ articleIds: ["lead"], boxIds: [] });
    test.click(...inside(test, "lead-body"));
    expect(selectionOf(test)).toEqual({ articleIds: [], boxIds: ["lead-body"] });
    test.click(...inside(test, "lead-title"));
    expect(selectionOf(test)).toEqual({ articleIds: [], boxIds: ["lead-title"] });
    test.click(...inside(test, "photo-picture"));
    expect(selectionOf(test)).toEqual({ articleIds: ["photo"], boxIds: [] });
  });

  it("takes the box at once with Ctrl or a double click", () => {
    const test = testEditor();
    test.click(...inside(test, "lead-body"), { control: true });
    expect(selectionOf(test)).toEqual({ articleIds: [], boxIds: ["lead-body"] });
    test.click(...inside(test, "photo-picture"));
    test.click(...inside(test, "photo-picture"), { clicks: 2 });
    expect(selectionOf(test)).toEqual({ articleIds: [], boxIds: ["photo-picture"] });
  });

  it("adds and takes away with Shift, and gives up on empty paper", () => {
    const test = testEditor();
    test.click(...inside(test, "lead-body"));
    test.click(...inside(test, "photo-picture"), { shift: true });
    expect(selectionOf(test).articleIds).toEqual(["lead", "photo"]);
    test.click(...inside(test, "lead-body"), { shift: true });
    expect(selectionOf(test).articleIds).toEqual(["photo"]);
    test.click(3, 3);
    expect(selectionOf(test)).toEqual({ articleIds: [], boxIds: [] });
  });

  it("takes what a marquee touches, and shows it before the pointer is let go", () => {
    const test = testEditor();
    test.press(3, 3);
    test.moveTo(700, 450);
    expect(test.editor.gestureFrame()?.feedback.selection).toEqual({ articleIds: ["lead"], boxIds: ["rule"] });
    expect(selectionOf(test)).toEqual({ articleIds: [], boxIds: [] });
    test.release(700, 450);
    expect(selectionOf(test)).toEqual({ articleIds: ["lead"], boxIds: ["rule"] });
    expect(test.editor.gestureFrame()).toBeNull();
    expect(test.editor.store.getState().undoLabel).toBeNull();
  });
});

describe("moving", () => {
  it("is one undo step, and undoing gives back the very document", () => {
    const test = testEditor();
    const before = documentOf(test);
    const { x, y } = test.rect("lead-body");
    const [atX, atY] = inside(test, "lead-body");
    test.drag([atX, atY], [atX + 100, atY + 60]);
    const after = documentOf(test);
    expect(after).not.toBe(before);
    expect(test.rect("lead-body").x).toBeGreaterThan(x + 50);
    expect(test.rect("lead-body").y).toBeGreaterThan(y + 30);
    test.editor.undo();
    expect(documentOf(test)).toBe(before);
    expect(test.editor.store.getState().undoLabel).toBeNull();
    expect(test.editor.store.getState().dirty).toBe(false);
    test.editor.redo();
    expect(documentOf(test)).toBe(after);
  });

  it("writes nothing to the store between the press and the release", () => {
    const test = testEditor();
    const [x, y] = inside(test, "lead-body");
    test.click(x, y);
    test.press(x, y);
    const writes = test.writes();
    for (let step = 0; step < 50; step++) test.moveTo(x + step * 3, y + step);
    expect(test.writes()).toBe(writes);
    expect(test.editor.gestureFrame()?.document).not.toBe(documentOf(test));
    test.release(x + 150, y + 50);
    expect(test.writes()).toBe(writes + 1);
  });

  it("lands on columns and lines of the grid, wherever the pointer was let go", () => {
    const document = documentOf(testEditor());
    const page = document.pages[0] as Page;
    const columns = Array.from({ length: document.grid.columns }, (_, index) => columnLeft(document.grid, page, index));
    const lines = Array.from({ length: document.grid.lines }, (_, index) => lineTop(document.grid, page, index));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: -4, max: 4 }), fc.integer({ min: 0, max: 20 }), (column, off, line) => {
        const test = testEditor();
        const [x, y] = inside(test, "lead-body");
        const to = [x + column * 108 + off, y + line * 11.25 + off / 2] as const;
        test.drag([x, y], to);
        const at = test.rect("lead-title");
        expect(Math.min(...columns.map((left) => Math.abs(left - at.x)))).toBeLessThan(0.002);
        expect(Math.min(...lines.map((top) => Math.abs(top - at.y)))).toBeLessThan(0.002);
      }),
      { numRuns: 25 },
    );
  });

  it("goes anywhere with Ctrl and along one axis with Shift", () => {
    const free = testEditor();
    const { x, y } = free.rect("lead-body");
    free.drag(BODY, [BODY[0] + 33.3, BODY[1] + 17.7], { control: true });
    expect(free.rect("lead-body").x - x).toBeCloseTo(33.3, 3);
    expect(free.rect("lead-body").y - y).toBeCloseTo(17.7, 3);
    const straight = testEditor();
    straight.drag(BODY, [BODY[0] + 110, BODY[1] + 9], { shift: true });
    expect(straight.rect("lead-body").y).toBe(y);
    expect(straight.rect("lead-body").x).toBeGreaterThan(x + 90);
  });

  it("keeps an article whole when Ctrl is held from the press on, or the press follows a click at once", () => {
    for (const keys of [{ control: true }, { clicks: 2 }]) {
      for (const isSelected of [false, true]) {
        const test = testEditor();
        if (isSelected) test.click(...BODY);
        const title = test.rect("lead-title");
        const body = test.rect("lead-body");
        test.drag(BODY, [BODY[0] + 108, BODY[1] + 22.5], keys);
        const moved = test.rect("lead-body");
        expect(moved.x).not.toBe(body.x);
        expect([test.rect("lead-title").x - title.x, test.rect("lead-title").y - title.y]).toEqual([
          expect.closeTo(moved.x - body.x, 3), expect.closeTo(moved.y - body.y, 3),
        ]);
      }
    }
  });

  it("drags a copy with Alt, selects it, and takes it back in one step", () => {
    const test = testEditor();
    const before = documentOf(test);
    const original = test.rect("lead-body");
    test.drag(BODY, [BODY[0] + 108, BODY[1]], { alt: true });
    const after = documentOf(test);
    expect(test.rect("lead-body")).toEqual(original);
    expect(Object.keys(after.articles)).toHaveLength(Object.keys(before.articles).length + 1);
    expect(selectionOf(test).articleIds).toHaveLength(1);
    expect(selectionOf(test).articleIds).not.toContain("lead");
    test.editor.undo();
    expect(documentOf(test)).toBe(before);
    expect(selectionOf(test)).toEqual({ articleIds: [], boxIds: [] });
  });

  it("is given up with Escape: the document is the same object, and nothing can be undone", () => {
    const test = testEditor();
    const { document, layout } = test.editor.store.getState();
    test.press(...BODY);
    test.moveTo(BODY[0] + 120, BODY[1] + 80);
    expect(test.editor.gestureFrame()?.document).not.toBe(document);
    expect(test.toolbox.cancel()).toBe(true);
    test.release(BODY[0] + 120, BODY[1] + 80);
    expect(test.editor.store.getState().document).toBe(document);
    expect(test.editor.store.getState().layout).toBe(layout);
    expect(test.editor.store.getState().undoLabel).toBeNull();
  });

  it("leaves a layout that equals one made from scratch", () => {
    const test = testEditor();
    test.drag([...inside(test, "photo-picture")], [300, 260]);
    const { document, layout } = test.editor.store.getState();
    const scratch = createComposer(countableFonts).layout(document);
    const lines = (of: typeof layout) => [...of.flows].map(([key, flow]) => [key, flow.lines.map(({ boxId, from, to, rect }) => ({ boxId, from, to, rect })), flow.overset]);
    expect(lines(layout)).toEqual(lines(scratch));
  });

  it("is a click while the pointer has hardly moved", () => {
    const test = testEditor();
    const before = documentOf(test);
    test.press(...BODY);
    test.moveTo(BODY[0] + 1, BODY[1] + 1);
    test.release(BODY[0] + 1, BODY[1] + 1);
    expect(documentOf(test)).toBe(before);
  });
});

describe("resizing", () => {
  it("pulls an article wider by whole columns and longer by lines, in one step", () => {
    const test = testEditor();
    const before = documentOf(test);
    test.click(...BODY);
    const body = test.rect("lead-body");
    test.drag([right(body), bottom(body)], [right(body) + 105, bottom(body) + 30]);
    const after = documentOf(test);
    expect(test.rect("lead-body").width).toBeCloseTo(columnsWidth(after.grid, 5), 2);
    expect(test.rect("lead-title").width).toBeCloseTo(columnsWidth(after.grid, 5), 2);
    expect(Object.values(after.boxes).find((box) => box.id === "lead-body")).toMatchObject({ columns: 5 });
    test.editor.undo();
    expect(documentOf(test)).toBe(before);
  });

  it("pulls a picture by its lower edge and pushes the text it grows into", () => {
    const test = testEditor();
    const [x, y] = inside(test, "photo-picture");
    test.click(x, y);
    test.click(x, y);
    const picture = test.rect("photo-picture");
    const first = () => test.editor.store.getState().layout.flows.get("story:photo-story" as FlowKey);
    const before = first();
    test.drag([picture.x + picture.width / 2, bottom(picture)], [picture.x + picture.width / 2, bottom(test.rect("photo-body")) - 30]);
    expect(test.rect("photo-picture").height).toBeGreaterThan(picture.height + 50);
    expect(first()).not.toBe(before);
  });

  it("keeps the proportions of a corner drag with Shift", () => {
    const test = testEditor();
    const [x, y] = inside(test, "photo-picture");
    test.click(x, y, { control: true });
    const picture = test.rect("photo-picture");
    test.drag([right(picture), bottom(picture)], [right(picture) - 90, bottom(picture) - 3], { shift: true });
    const { width, height } = test.rect("photo-picture");
    expect(width / height).toBeCloseTo(picture.width / picture.height, 2);
  });
});

describe("the context menu", () => {
  it("is about what lies under it, and leaves a wider selection alone", () => {
    const test = testEditor();
    const at = (boxId: string) => {
      const [x, y] = inside(test, boxId);
      return { point: { x, y }, screen: { left: 0, top: 0 }, shift: false, alt: false, control: false, clicks: 1 };
    };
    selectUnder(test.editor, at("lead-body"));
    expect(selectionOf(test).articleIds).toEqual(["lead"]);
    test.editor.selectAll();
    const all = selectionOf(test);
    selectUnder(test.editor, at("lead-body"));
    expect(selectionOf(test)).toBe(all);
    selectUnder(test.editor, { ...at("lead-body"), point: { x: 2, y: 2 } });
    expect(selectionOf(test).articleIds).toEqual([]);
  });
});
