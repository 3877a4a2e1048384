import { describe, expect, it } from "vitest";
import { replaceText, setTitlePart } from "../../shared/commands/stories";
import { intersects } from "../../shared/geometry/rect";
import { createComposer } from "../../shared/layout/composer";
import { createCopyfitter } from "../../shared/layout/copyfit/copyfitter";
import { countableFonts } from "../../shared/layout/testing/layoutBuilders";
import { idFrom } from "../../shared/model/idFrom";
import { sampleDocument } from "../../shared/model/testing/sampleDocument";
import { serialiseDocument } from "../../shared/model/parseDocument";
import { memoryHost } from "../hosts/memoryHost";
import { createTranslator, resources } from "../i18n/i18n";
import { keymapOf, type Keymap } from "../keys/keymap";
import { presetKeymap, presetNameOf, presets } from "../keys/presets";
import { contextMenuLayout, menuLayout, toolbarLayout, toolStripLayout } from "../menu/menuLayout";
import { createIssueFiles } from "../window/issueFiles";
import { createWindowStore } from "../window/windowStore";
import { actionState, menuNames, type ActionContext, type ActionState } from "./action";
import { actionById, actionIds, actions, type ActionId } from "./actions";
import { createEditor, type Editor } from "./editor";

const closed: ActionState = { editor: null, shell: "browser", problemsOpen: true, epaperOpen: false, stylesOpen: false, busy: false };

/** A window with the sample open, and what its actions asked the window for. */
function openWindow(): { context: ActionContext; editor: Editor; asked: string[] } {
  const asked: string[] = [];
  let names = 0;
  const editor = createEditor({
    document: sampleDocument(),
    file: { issueId: "issue-1", path: "/issues/a", revision: 0 },
    composer: createComposer(countableFonts), copyfitter: createCopyfitter(countableFonts),
    newId: () => `new-${(names += 1)}`,
  });
  const host = memoryHost({ "/issues/a": serialiseDocument(sampleDocument()) });
  const window = createWindowStore(presetKeymap("standard"));
  window.setState({ editor });
  const context: ActionContext = {
    host,
    window,
    files: createIssueFiles({ host, window, createEditor: async () => editor }),
    focusStory: () => asked.push("story"),
    focusParagraphStyle: () => asked.push("paragraph style"),
    focusStyles: () => asked.push("styles"),
    loadFont: () => void asked.push("font"),
    placePicture: (frameId) => asked.push(`picture ${frameId}`),
    switchLanguage: () => asked.push("language"),
  };
  return { context, editor, asked };
}

/** Runs an action that must be enabled. */
function run(context: ActionContext, id: ActionId): void {
  expect(actionById(id).isEnabled(actionState(context)), `${id} is enabled`).toBe(true);
  actionById(id).run(context);
}

describe("the list of actions", () => {
  it("names each action once, in both languages", () => {
    expect(actionIds.size).toBe(actions.length);
    const memory = { getItem: () => null, setItem: () => undefined };
    const translator = createTranslator(memory);
    for (const language of Object.keys(resources)) {
      for (const { id } of actions) expect(translator.exists(`actions.${id}`, { lng: language }), `${language} ${id}`).toBe(true);
    }
  });

  it("is reached from the menu bar, every action of it", () => {
    const inMenus = menuNames.flatMap((name) => menuLayout[name].flat());
    expect([...inMenus].sort()).toEqual([...actionIds].sort());
    for (const id of [...toolbarLayout, ...toolStripLayout, ...contextMenuLayout].flat()) expect(actionIds.has(id), id).toBe(true);
  });

  it("offers without an open issue only what needs none", () => {
    const enabled = actions.filter((action) => action.isEnabled(closed)).map((action) => action.id);
    expect(enabled).toEqual(["file.new", "file.open", "file.recent", "view.palette", "view.language", "help.keys", "help.about"]);
  });

  it("offers nothing that touches files while another such thing is under way", () => {
    const { context } = openWindow();
    context.window.setState({ busy: { key: "dialogs.notices.saving" } });
    const state = actionState(context);
    for (const { id, isEnabled } of actions) {
      if (id.startsWith("file.") && id !== "file.showInFolder") expect(isEnabled(state), id).toBe(false);
    }
  });
});

describe("actions on an open issue", () => {
  it("undo and redo the very documents, and are offered only where there is a step", () => {
    const { context, editor } = openWindow();
    const { document } = editor.store.getState();
    expect(actionById("edit.undo").isEnabled(actionState(context))).toBe(false);
    run(context, "edit.selectAll");
    run(context, "edit.delete");
    const after = editor.store.getState().document;
    expect(after).not.toBe(document);
    run(context, "edit.undo");
    expect(editor.store.getState().document).toBe(document);
    run(context, "edit.redo");
    expect(editor.store.getState().document).toBe(after);
  });

  it("delete the whole selection as one step", () => {
    const { context, editor } = openWindow();
    run(context, "edit.selectAll");
    run(context, "edit.delete");
    const { document, pageId } = editor.store.getState();
    expect(document.pages.find((page) => page.id === pageId)?.boxIds).toEqual([]);
    editor.undo();
    expect(editor.store.getState().undoLabel).toBeNull();
  });

  it("duplicate articles and loose boxes, and select the copies", () => {
    const { context, editor } = openWindow();
    run(context, "edit.selectAll");
    const before = editor.store.getState();
    run(context, "edit.duplicate");
    const after = editor.store.getState();
    expect(Object.keys(after.document.articles)).toHaveLength(
      Object.keys(before.document.articles).length + before.selection.articleIds.length,
    );
    expect(after.selection.articleIds).toHaveLength(before.selection.articleIds.length);
    for (const id of after.selection.articleIds) expect(before.document.articles[id]).toBeUndefined();
  });

  it("bring to the front and back again", () => {
    const { context, editor } = openWindow();
    const boxIds = () => editor.store.getState().document.pages[0]?.boxIds ?? [];
    const [first] = boxIds();
    if (first === undefined) throw new Error("the sample has boxes");
    editor.select({ articleIds: [], boxIds: [first] });
    run(context, "object.bringToFront");
    expect(boxIds().at(-1)).toBe(first);
    run(context, "object.sendToBack");
    expect(boxIds()[0]).toBe(first);
  });

  it("continue a story on another page than its last, in a free place and wide as before", () => {
    const { context, editor } = openWindow();
    const isEnabled = () => actionById("object.continue").isEnabled(actionState(context));
    expect(isEnabled()).toBe(false);
    const lead = idFrom<"article">("lead");
    editor.select({ articleIds: [lead], boxIds: [] });
    // It ends on page 2, so that it may go on on page 1 and on a new one, not on page 2.
    expect(isEnabled()).toBe(true);
    run(context, "view.nextPage");
    expect(isEnabled()).toBe(false);
    run(context, "page.add");
    const { pageId } = editor.store.getState();
    run(context, "object.continue");
    const { document, selection, undoLabel } = editor.store.getState();
    const [boxId] = selection.boxIds;
    const story = document.stories[idFrom<"story">("lead-story")];
    expect(story?.frameIds.at(-1)).toBe(boxId);
    expect(document.pages.find(({ id }) => id === pageId)?.boxIds).toEqual([boxId]);
    expect(undoLabel).toBe("continue-story");
    const [before, frame] = [idFrom<"box">("lead-jump"), boxId].map((id) => (id === undefined ? undefined : document.boxes[id]));
    expect(frame).toMatchObject({ kind: "text", columns: 2, rect: { x: before?.rect.x, y: before?.rect.y, width: before?.rect.width } });
    expect(isEnabled()).toBe(false);
    editor.undo();
    expect(editor.store.getState().document.boxes[boxId ?? idFrom("none")]).toBeUndefined();
  });

  it("continue a story beside what stands on a page, and high enough for what is over", () => {
    const { context, editor } = openWindow();
    const story = editor.store.getState().document.stories[idFrom<"story">("lead-story")];
    editor.run(replaceText, { storyId: idFrom<"story">("lead-story"), from: 0, to: 0, text: "长".repeat(3000) }, { label: "type" });
    editor.select({ articleIds: [idFrom("lead")], boxIds: [] });
    run(context, "page.add");
    run(context, "page.moveLater");
    run(context, "object.continue");
    const { document, layout } = editor.store.getState();
    expect(layout.flows.get(`story:${story?.id ?? idFrom("none")}`)?.overset).toBeNull();
    run(context, "view.previousPage");
    run(context, "object.continue");
    const second = editor.store.getState();
    const [boxId] = second.selection.boxIds;
    const added = boxId === undefined ? undefined : second.document.boxes[boxId];
    const others = document.pages[1]?.boxIds.flatMap((id) => document.boxes[id] ?? []) ?? [];
    expect(others.length).toBeGreaterThan(0);
    for (const { rect } of others) expect(added !== undefined && intersects(added.rect, rect)).toBe(false);
  });

  it("put the main head's words over the part of a story on another page, whatever they become", () => {
    const { context, editor } = openWindow();
    const storyId = idFrom<"story">("lead-story");
    const lead = { articleIds: [idFrom<"article">("lead")], boxIds: [] };
    editor.select(lead);
    expect(actionById("object.jumpHead").isEnabled(actionState(context))).toBe(false);
    run(context, "view.nextPage");
    editor.select(lead);
    run(context, "object.jumpHead");
    const [boxId] = editor.store.getState().selection.boxIds;
    if (boxId === undefined) throw new Error("the new head is selected");
    editor.run(setTitlePart, { storyId, role: "main", text: "新的主题" }, { label: "edit-title" });
    const { layout, document } = editor.store.getState();
    const words = [idFrom<"box">("lead-title"), boxId].map((id) => layout.flows.get(`title:${id}`)?.paragraphs.map(({ text }) => text));
    expect(words).toEqual([["促进双向赋能", "新的主题"], ["促进双向赋能", "新的主题"]]);
    expect(layout.flows.get(`title:${boxId}`)?.overset).toBeNull();
    expect(document.pages[1]?.boxIds).toContain(boxId);
    editor.select(lead);
    expect(actionById("object.jumpHead").isEnabled(actionState(context))).toBe(false);
  });

  it("turn pages, add them and take them away", () => {
    const { context, editor } = openWindow();
    const count = editor.store.getState().document.pages.length;
    const first = editor.store.getState().pageId;
    run(context, "page.add");
    expect(editor.store.getState().document.pages).toHaveLength(count + 1);
    expect(editor.store.getState().document.pages[1]?.id).toBe(editor.store.getState().pageId);
    run(context, "view.previousPage");
    expect(editor.store.getState().pageId).toBe(first);
    expect(actionById("view.previousPage").isEnabled(actionState(context))).toBe(false);
    run(context, "view.nextPage");
    run(context, "page.remove");
    expect(editor.store.getState().document.pages).toHaveLength(count);
  });

  it("switch what the window shows, and say whether it is on", () => {
    const { context, editor } = openWindow();
    const isOn = (id: ActionId) => actionById(id).isChecked?.(actionState(context));
    expect(isOn("view.grid")).toBe(false);
    run(context, "view.grid");
    expect(isOn("view.grid")).toBe(true);
    run(context, "view.rulers");
    expect(editor.store.getState().view.rulers).toBe("off");
    run(context, "view.rulerUnit");
    expect(editor.store.getState().view.rulers).toBe("characters");
    run(context, "tool.article");
    expect(isOn("tool.article")).toBe(true);
    expect(isOn("tool.select")).toBe(false);
  });
});

describe("the key presets", () => {
  const keymaps: [string, Keymap][] = Object.entries(presets).map(([name, table]) => {
    const result = keymapOf(table, actionIds);
    if (!result.ok) throw new Error(`${name}: ${result.problem.code} ${result.problem.detail}`);
    return [name, result.value];
  });

  it("know the keys that newspapers' editors expect", () => {
    const { table } = presetKeymap("standard");
    expect(table["file.save"]).toContain("Ctrl+S");
    expect(table["edit.undo"]).toContain("Ctrl+Z");
    expect(table["edit.redo"]).toContain("Ctrl+Shift+Z");
    expect(table["edit.storyEditor"]).toContain("Ctrl+Y");
    expect(table["view.fitPage"]).toContain("Ctrl+0");
    expect(table["tool.select"]).toContain("V");
  });

  it("give every command whose key Chromium keeps another key, too", () => {
    const kept = new Set(["Ctrl+N", "Ctrl+T", "Ctrl+W", "Ctrl+Shift+N", "Ctrl+Shift+T", "Ctrl+Shift+W", "Ctrl+Tab"]);
    for (const [name, { table }] of keymaps) {
      for (const [id, keys] of Object.entries(table)) {
        expect(keys.length === 0 || keys.some((key) => !kept.has(key)), `${name} ${id}`).toBe(true);
      }
    }
  });

  it("leave arrows, Escape, Enter and Tab to the page and to controls", () => {
    for (const [, { actionByShortcut }] of keymaps) {
      for (const shortcut of actionByShortcut.keys()) expect(shortcut).not.toMatch(/Arrow|Escape|Enter|Tab|Space/u);
    }
  });

  it("are told apart by name", () => {
    expect(presetNameOf(presetKeymap("standard"))).toBe("standard");
    expect(presetNameOf(presetKeymap("founderLike"))).toBe("founderLike");
  });
});
