import { fail, ok, type Result } from "../../shared/result";
import { belongsToInputMethod, formatShortcut, parseShortcut, shortcutOf, type KeyPress } from "./shortcut";

/** Which shortcuts start which action, as its JSON file says: shortcuts by action id, the first one shown in menus. */
export type KeyTable = Readonly<Record<string, readonly string[]>>;

/** Why a key table cannot be used. `detail` names the place. */
export interface KeymapProblem {
  readonly code: "json" | "shape" | "action" | "shortcut" | "taken";
  readonly detail: string;
}

/** Where the keyboard's attention is: in a text field, in another control (menu, list, dialog), or on the page. */
export type KeyFocus = "text" | "control" | "page";

/**
 * Where an action's keys work. `everywhere`: while text is edited, too. `outsideText`: not while text is edited.
 * `page`: only with the focus on the page, because controls use the same keys.
 */
export type KeyScope = "everywhere" | "outsideText" | "page";

/** A checked key table, ready for lookup. */
export interface Keymap {
  readonly table: KeyTable;
  readonly actionByShortcut: ReadonlyMap<string, string>;
}

/** Reads the text of a key table strictly: known actions, readable shortcuts, none used twice. */
export function parseKeymap(text: string, actionIds: ReadonlySet<string>): Result<Keymap, KeymapProblem> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return fail({ code: "json", detail: error instanceof Error ? error.message : String(error) });
  }
  return keymapOf(json, actionIds);
}

/** A key table checked as `parseKeymap` does. */
export function keymapOf(json: unknown, actionIds: ReadonlySet<string>): Result<Keymap, KeymapProblem> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return fail({ code: "shape", detail: "{}" });
  const table: Record<string, readonly string[]> = {};
  const actionByShortcut = new Map<string, string>();
  for (const [actionId, shortcuts] of Object.entries(json)) {
    if (!actionIds.has(actionId)) return fail({ code: "action", detail: actionId });
    if (!isTextList(shortcuts)) return fail({ code: "shape", detail: actionId });
    const written: string[] = [];
    for (const text of shortcuts) {
      const shortcut = parseShortcut(text);
      if (!shortcut) return fail({ code: "shortcut", detail: text });
      const name = formatShortcut(shortcut);
      if (actionByShortcut.has(name)) return fail({ code: "taken", detail: name });
      actionByShortcut.set(name, actionId);
      written.push(name);
    }
    table[actionId] = written;
  }
  return ok({ table, actionByShortcut });
}

/**
 * The action a key press asks for, or null: where no shortcut fits, where it belongs to an input method, or where the
 * focus needs the key for itself. A key without Ctrl or Alt never starts an action while text is edited.
 */
export function actionForPress(
  keymap: Keymap,
  press: KeyPress,
  focus: KeyFocus,
  scopeOf: (actionId: string) => KeyScope,
): string | null {
  if (belongsToInputMethod(press)) return null;
  const shortcut = shortcutOf(press);
  const actionId = keymap.actionByShortcut.get(formatShortcut(shortcut));
  if (actionId === undefined) return null;
  const functionKey = /^F\d/u.test(shortcut.key);
  if (focus === "text" && !shortcut.ctrl && !shortcut.alt && !functionKey) return null;
  const scope = scopeOf(actionId);
  if (scope === "outsideText" && focus === "text") return null;
  if (scope === "page" && focus !== "page") return null;
  return actionId;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
