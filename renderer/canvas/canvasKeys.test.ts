import { describe, expect, it } from "vitest";
import { testEditor, type TestEditor } from "../testing/testEditor";
import { mm } from "../../shared/geometry/units";
import { idFrom } from "../../shared/model/idFrom";
import { handleCanvasKey } from "./canvasKeys";

/** Presses a key on the canvas; answers whether it was kept from the browser. */
function press({ editor, toolbox }: TestEditor, key: string, keys: { readonly shiftKey?: boolean; readonly altKey?: boolean; readonly ctrlKey?: boolean } = {}): boolean {
  let prevented = false;
  handleCanvasKey(editor, toolbox, {
    key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, isComposing: false, defaultPrevented: false,
    preventDefault: () => (prevented = true),
    ...keys,
  });
  return prevented;
}
const selection = ({ editor }: TestEditor) => editor.store.getState().selection;

describe("keys on the canvas", () => {
  it("walk through the page in reading order and leave it at the ends", () => {
    const test = testEditor();
    press(test, "Tab");
    expect(selection(test)).toEqual({ articleIds: ["lead"], boxIds: [] });
    press(test, "Tab");
    expect(selection(test)).toEqual({ articleIds: [], boxIds: ["rule"] });
    press(test, "Tab");
    expect(selection(test).articleIds).toEqual(["photo"]);
    expect(press(test, "Tab")).toBe(false);
    press(test, "Tab", { shiftKey: true });
    expect(selection(test).boxIds).toEqual(["rule"]);
  });

  it("go into an article with Enter, through its boxes with Tab, and up with Escape", () => {
    const test = testEditor();
    press(test, "Tab");
    press(test, "Enter");
    expect(selection(test)).toEqual({ articleIds: [], boxIds: ["lead-title"] });
    press(test, "Tab");
    expect(selection(test)).toEqual({ articleIds: [], boxIds: ["lead-body"] });
    press(test, "Escape");
    expect(selection(test)).toEqual({ articleIds: ["lead"], boxIds: [] });
    press(test, "Escape");
    expect(selection(test)).toEqual({ articleIds: [], boxIds: [] });
  });

  it("begin typing with Enter on a box of text", () => {
    const test = testEditor();
    test.editor.select({ articleIds: [], boxIds: [idFrom("lead-body")] });
    press(test, "Enter");
    expect(test.editor.store.getState().textCursor).not.toBeNull();
  });

  it("nudge by line and character, ten of them with Shift, a tenth of a millimetre with Alt", () => {
    const { grid } = testEditor().editor.store.getState().document;
    const moved = (key: string, keys = {}) => {
      const test = testEditor();
      const before = test.rect("lead-body");
      press(test, "Tab");
      press(test, key, keys);
      const after = test.rect("lead-body");
      return { x: after.x - before.x, y: after.y - before.y };
    };
    expect(moved("ArrowRight").x).toBeCloseTo(grid.bodySize, 3);
    expect(moved("ArrowUp").y).toBeCloseTo(-grid.pitch, 3);
    expect(moved("ArrowDown", { shiftKey: true }).y).toBeCloseTo(10 * grid.pitch, 3);
    expect(moved("ArrowLeft", { altKey: true }).x).toBeCloseTo(-mm(0.1), 3);
  });

  it("make one step of a held arrow, and another once it was let go", () => {
    const test = testEditor();
    const { document } = test.editor.store.getState();
    press(test, "Tab");
    for (let repeat = 0; repeat < 5; repeat++) press(test, "ArrowRight");
    test.editor.seal();
    press(test, "ArrowRight");
    test.editor.undo();
    expect(test.editor.store.getState().document).not.toBe(document);
    test.editor.undo();
    expect(test.editor.store.getState().document).toBe(document);
  });

  it("give up a drag with Escape before anything else", () => {
    const test = testEditor();
    test.press(120, 220);
    test.moveTo(200, 300);
    press(test, "Escape");
    expect(test.editor.gestureFrame()).toBeNull();
    expect(selection(test).articleIds).toEqual(["lead"]);
  });

  it("leave all else to the actions", () => {
    const test = testEditor();
    for (const key of ["a", "Delete", "PageDown", "F5"]) expect(press(test, key)).toBe(false);
    expect(press(test, "ArrowDown", { ctrlKey: true })).toBe(false);
    expect(press(test, "ArrowDown")).toBe(false);
  });
});
