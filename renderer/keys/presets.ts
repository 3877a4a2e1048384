import { actionIds } from "../editor/actions";
import { invariant } from "../../shared/result";
import { keymapOf, parseKeymap, type Keymap, type KeyTable } from "./keymap";
import founderLike from "./presets/founderLike.json";
import standard from "./presets/standard.json";

/** The key tables that come with the program. */
export const presets = { standard, founderLike } satisfies Record<string, KeyTable>;
/** The name of a key table, `custom` for one that was edited. */
export type PresetName = keyof typeof presets | "custom";

/** Where the choice of keys is kept between sessions. */
export interface KeymapMemory {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const MEMORY_KEY = "broadsheet.keymap";

/** The keymap of a preset. */
export function presetKeymap(name: keyof typeof presets): Keymap {
  const result = keymapOf(presets[name], actionIds);
  invariant(result.ok, `the preset ${name} is a key map`);
  return result.value;
}

/** The keymap used last; the standard one where none was kept or what was kept cannot be used. */
export function rememberedKeymap(memory: KeymapMemory): Keymap {
  const kept = memory.getItem(MEMORY_KEY);
  const result = kept === null ? null : parseKeymap(kept, actionIds);
  return result?.ok === true ? result.value : presetKeymap("standard");
}

/** Uses a keymap in the windows to come. */
export function rememberKeymap(memory: KeymapMemory, keymap: Keymap): void {
  memory.setItem(MEMORY_KEY, JSON.stringify(keymap.table));
}

/** Which preset a keymap is. */
export function presetNameOf(keymap: Keymap): PresetName {
  const names: readonly (keyof typeof presets)[] = ["standard", "founderLike"];
  return names.find((name) => JSON.stringify(presetKeymap(name).table) === JSON.stringify(keymap.table)) ?? "custom";
}
