import { describe, expect, it } from "vitest";
import { gridRect } from "../../shared/model/gridGeometry";
import type { Page } from "../../shared/model/document";
import { zoomOf } from "../canvas/viewport";
import { testEditor } from "../testing/testEditor";

describe("drawing an article", () => {
  it("takes the columns and lines it was drawn over, selects it, and is one step", () => {
    const test = testEditor();
    const { document } = test.editor.store.getState();
    const page = document.pages[0] as Page;
    const area = gridRect(document.grid, page, { fromColumn: 2, toColumn: 4, fromLine: 60, toLine: 80 });
    test.editor.setTool("article");
    test.drag([area.x + 4, area.y - 3], [area.x + area.width - 5, area.y + area.height + 2]);
    const state = test.editor.store.getState();
    expect(state.tool).toBe("select");
    expect(state.selection.articleIds).toHaveLength(1);
    const boxes = Object.values(state.document.boxes).filter((box) => !Object.hasOwn(document.boxes, box.id));
    expect(boxes.map((box) => box.kind).sort()).toEqual(["text", "title"]);
    for (const box of boxes) expect(box.rect.x).toBeCloseTo(area.x, 2);
    test.editor.undo();
    expect(test.editor.store.getState().document).toBe(document);
  });

  it.each(["article", "photo", "briefs"] as const)("draws with the tool %s as few lines as it says, and says how few where it draws none", (tool) => {
    const test = testEditor();
    const { document } = test.editor.store.getState();
    const page = document.pages[0] as Page;
    const drag = (lines: number) => {
      const area = gridRect(document.grid, page, { fromColumn: 2, toColumn: 4, fromLine: 60, toLine: 60 + lines });
      test.editor.setTool(tool);
      test.drag([area.x + 4, area.y], [area.x + area.width - 5, area.y + area.height]);
      return test.editor.store.getState();
    };
    const low = drag(2);
    expect(low.document).toBe(document);
    if (low.problem?.code !== "area-too-low") throw new Error("a low area is refused");
    expect(low.problem.leastLines).toBeLessThan(16);
    expect(drag(low.problem.leastLines - 1).document).toBe(document);
    const drawn = drag(low.problem.leastLines);
    expect(drawn.problem).toBeNull();
    expect(drawn.document).not.toBe(document);
  });

  it("makes nothing where the pointer comes back too near, though it was far enough on its way", () => {
    const test = testEditor();
    const { document } = test.editor.store.getState();
    const area = gridRect(document.grid, document.pages[0] as Page, { fromColumn: 2, toColumn: 4, fromLine: 60, toLine: 90 });
    test.editor.setTool("photo");
    test.press(area.x + 4, area.y);
    test.moveTo(area.x + area.width, area.y + area.height);
    expect(test.editor.gestureFrame()?.document).not.toBe(document);
    test.moveTo(area.x + area.width, area.y + 20);
    expect(test.editor.gestureFrame()?.document).toBe(document);
    test.release(area.x + area.width, area.y + 20);
    expect(test.editor.store.getState()).toMatchObject({ document, problem: { code: "area-too-low" } });
  });

  it("makes nothing of a click", () => {
    const test = testEditor();
    const { document } = test.editor.store.getState();
    test.editor.setTool("photo");
    test.click(300, 900);
    expect(test.editor.store.getState().document).toBe(document);
  });
});

describe("hand and zoom", () => {
  it("move the page with the pointer, not with the page", () => {
    const test = testEditor();
    test.editor.setTool("hand");
    const { left, top } = test.editor.viewport.getState();
    test.press(100, 100);
    test.toolbox.move({ point: { x: 0, y: 0 }, screen: { left: 233, top: 153 }, shift: false, alt: false, control: false, clicks: 1 });
    const moved = test.editor.viewport.getState();
    expect(moved.left - left).toBeCloseTo(233 - 400 / 3, 6);
    expect(moved.top - top).toBeCloseTo(153 - 400 / 3, 6);
  });

  it("zoom in where clicked and out with Alt", () => {
    const test = testEditor();
    test.editor.setTool("zoom");
    test.click(200, 300);
    expect(zoomOf(test.editor.viewport.getState())).toBeCloseTo(1.5, 9);
    test.click(200, 300, { alt: true });
    expect(zoomOf(test.editor.viewport.getState())).toBeCloseTo(1, 9);
  });

  it("show an area as large as it fits, without touching the document", () => {
    const test = testEditor();
    const { document } = test.editor.store.getState();
    test.editor.setTool("zoom");
    test.drag([100, 100], [300, 200]);
    expect(zoomOf(test.editor.viewport.getState())).toBeGreaterThan(2);
    expect(test.editor.store.getState().document).toBe(document);
    expect(test.editor.gestureFrame()).toBeNull();
  });
});
