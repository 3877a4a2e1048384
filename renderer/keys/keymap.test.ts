import { describe, expect, it } from "vitest";
import { keyFocusOf, isInPopup, type FocusedElement } from "./keyFocus";
import { handleKey, type KeyEvent } from "./keyHandler";
import { keymapOf, parseKeymap, type Keymap, type KeyFocus, type KeyScope } from "./keymap";
import { formatShortcut, parseShortcut, shortcutLabel } from "./shortcut";

const ids: ReadonlySet<string> = new Set(["edit.undo", "file.save", "tool.text", "edit.delete", "object.front"]);
const scopes: Readonly<Record<string, KeyScope>> = { "tool.text": "outsideText", "edit.delete": "page" };

function keymap(): Keymap {
  const result = keymapOf(
    { "edit.undo": ["Ctrl+Z"], "file.save": ["Ctrl+S"], "tool.text": ["T"], "edit.delete": ["Delete"], "object.front": ["Ctrl+Shift+]"] },
    ids,
  );
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
}

/** Presses a key with the focus somewhere; answers which action ran and whether the browser was kept from the key. */
function press(keys: Partial<KeyEvent>, focus: KeyFocus = "page", enabled = true, blocked = false) {
  let ran: string | null = null;
  let prevented = false;
  const event: KeyEvent = {
    key: "", code: "", keyCode: 0, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false,
    defaultPrevented: false, preventDefault: () => (prevented = true), stopPropagation: () => undefined, ...keys,
  };
  const element = { text: elementOf("textarea"), control: elementOf("button", "button"), page: null }[focus];
  handleKey(event, element, {
    keymap,
    scopeOf: (actionId) => scopes[actionId] ?? "everywhere",
    isEnabled: () => enabled,
    isBlocked: () => blocked,
    run: (actionId) => (ran = actionId),
  });
  return { ran, prevented };
}

function elementOf(tagName: string, inside = ""): FocusedElement {
  return { tagName, closest: (selector) => (inside !== "" && selector.split(",").includes(inside) ? {} : null) };
}

describe("the key handler", () => {
  it("starts the action of a shortcut and keeps the key from the browser", () => {
    expect(press({ key: "z", code: "KeyZ", ctrlKey: true })).toEqual({ ran: "edit.undo", prevented: true });
    expect(press({ key: "z", code: "KeyZ", metaKey: true }).ran).toBe("edit.undo");
    expect(press({ key: "}", code: "BracketRight", ctrlKey: true, shiftKey: true }).ran).toBe("object.front");
  });

  it("leaves every key of a composition alone", () => {
    expect(press({ key: "z", code: "KeyZ", ctrlKey: true, isComposing: true })).toEqual({ ran: null, prevented: false });
    expect(press({ key: "z", code: "KeyZ", ctrlKey: true, keyCode: 229 })).toEqual({ ran: null, prevented: false });
    expect(press({ key: "Process", code: "KeyT" })).toEqual({ ran: null, prevented: false });
  });

  it("takes single letters only while no text is edited", () => {
    expect(press({ key: "t", code: "KeyT" }).ran).toBe("tool.text");
    expect(press({ key: "t", code: "KeyT" }, "text")).toEqual({ ran: null, prevented: false });
    expect(press({ key: "s", code: "KeyS", ctrlKey: true }, "text").ran).toBe("file.save");
  });

  it("deletes objects only with the focus on the page", () => {
    expect(press({ key: "Delete", code: "Delete" }).ran).toBe("edit.delete");
    expect(press({ key: "Delete", code: "Delete" }, "control").ran).toBeNull();
    expect(press({ key: "Delete", code: "Delete" }, "text").ran).toBeNull();
  });

  it("keeps a known shortcut from the browser even while its action is disabled", () => {
    expect(press({ key: "s", code: "KeyS", ctrlKey: true }, "page", false)).toEqual({ ran: null, prevented: true });
  });

  it("starts nothing behind an open menu or dialog, and keeps the keys from the browser all the same", () => {
    expect(press({ key: "s", code: "KeyS", ctrlKey: true }, "page", true, true)).toEqual({ ran: null, prevented: true });
    expect(press({ key: "z", code: "KeyZ", ctrlKey: true }, "text", true, true)).toEqual({ ran: null, prevented: false });
    expect(isInPopup(elementOf("div", "[role=dialog]"))).toBe(true);
    expect(isInPopup(elementOf("div"))).toBe(false);
  });

  it("counts inputs of text as text, other controls and the canvas as what they are", () => {
    expect(keyFocusOf({ ...elementOf("INPUT"), type: "text" })).toBe("text");
    expect(keyFocusOf({ ...elementOf("INPUT", "input"), type: "checkbox" })).toBe("control");
    expect(keyFocusOf(elementOf("DIV", "[data-canvas]"))).toBe("page");
    expect(keyFocusOf(elementOf("g", "[data-own-keys]"))).toBe("control");
    expect(keyFocusOf(null)).toBe("page");
  });
});

describe("key tables", () => {
  it("are refused with the place of the problem", () => {
    const problem = (text: string) => {
      const result = parseKeymap(text, ids);
      return result.ok ? null : result.problem;
    };
    expect(problem("{")?.code).toBe("json");
    expect(problem("[]")?.code).toBe("shape");
    expect(problem('{"edit.undo": "Ctrl+Z"}')).toEqual({ code: "shape", detail: "edit.undo" });
    expect(problem('{"edit.fly": []}')).toEqual({ code: "action", detail: "edit.fly" });
    expect(problem('{"edit.undo": ["Strg+Z"]}')).toEqual({ code: "shortcut", detail: "Strg+Z" });
    expect(problem('{"edit.undo": ["Shift+Ctrl+Z"], "file.save": ["Ctrl+Shift+Z"]}')).toEqual({
      code: "taken",
      detail: "Ctrl+Shift+Z",
    });
  });

  it("write a combination one way, whatever the order it came in", () => {
    const shortcut = parseShortcut("Shift+Ctrl+ArrowUp");
    if (!shortcut) throw new Error("it is a shortcut");
    expect(formatShortcut(shortcut)).toBe("Ctrl+Shift+ArrowUp");
    expect(shortcutLabel("Ctrl+Shift+ArrowUp", false)).toBe("Ctrl+Shift+↑");
    expect(shortcutLabel("Ctrl+Shift+Z", true)).toBe("⇧⌘Z");
  });

  it("know no other modifiers and no empty keys", () => {
    for (const text of ["", "Ctrl+", "Meta+A", "Ctrl+Ctrl+A", "a", "Ctrl++"]) expect(parseShortcut(text), text).toBeNull();
  });
});
