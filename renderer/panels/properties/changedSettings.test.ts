import { describe, expect, it } from "vitest";
import { setComposition } from "../../../shared/commands/issue";
import { houseComposition } from "../../../shared/model/houseComposition";
import { testEditor } from "../../testing/testEditor";
import { changedSettings } from "./changedSettings";

describe("the number of changed rules", () => {
  it("counts each rule and each limit of fitting by itself", () => {
    expect(changedSettings(houseComposition)).toBe(0);
    const fitLimits = { ...houseComposition.fitLimits, headlineScale: 0.1, headlineShrink: 0 };
    expect(changedSettings({ ...houseComposition, prohibition: "strict", orphan: 3, fitLimits })).toBe(4);
  });

  it("is none again after the defaults are restored in one step", () => {
    const { editor } = testEditor();
    editor.run(setComposition, { change: { hanging: "on", leastSlotEm: 6 } }, { label: "set-composition" });
    editor.seal();
    const before = editor.store.getState().document;
    expect(changedSettings(before.composition)).toBe(2);
    editor.run(setComposition, { change: houseComposition }, { label: "set-composition" });
    expect(changedSettings(editor.store.getState().document.composition)).toBe(0);
    editor.undo();
    expect(editor.store.getState().document).toBe(before);
  });
});
