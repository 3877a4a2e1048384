/** One combination of keys. `key` is an upper-case letter, a digit, a mark of the US layout, or a name such as `Delete`. */
export interface Shortcut {
  /** Ctrl, or Command on a Mac. */
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

/** What a key handler needs to know of a key press; a `KeyboardEvent` is one. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

const namedKeys: ReadonlySet<string> = new Set([
  "Delete", "Backspace", "Escape", "Enter", "Tab", "Space", "PageUp", "PageDown", "Home", "End",
  "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown",
  ...Array.from({ length: 12 }, (_, index) => `F${index + 1}`),
]);

/** The marks a shortcut may name, by the physical key that carries them: with Shift or an input method `key` differs. */
const marksByCode: Readonly<Record<string, string>> = {
  BracketLeft: "[",
  BracketRight: "]",
  Quote: "'",
  Semicolon: ";",
  Comma: ",",
  Period: ".",
  Slash: "/",
  Backslash: "\\",
  Backquote: "`",
  Minus: "-",
  Equal: "=",
  NumpadAdd: "=",
  NumpadSubtract: "-",
};
const marks: ReadonlySet<string> = new Set(Object.values(marksByCode));

/** Reads a combination such as `Ctrl+Shift+Z`; null where it is not one. */
export function parseShortcut(text: string): Shortcut | null {
  const parts = text.split("+");
  const key = parts.pop() ?? "";
  if (!/^[A-Z0-9]$/u.test(key) && !namedKeys.has(key) && !marks.has(key)) return null;
  const modifiers = new Set(parts);
  if (modifiers.size !== parts.length) return null;
  for (const modifier of modifiers) if (modifier !== "Ctrl" && modifier !== "Alt" && modifier !== "Shift") return null;
  return { ctrl: modifiers.has("Ctrl"), alt: modifiers.has("Alt"), shift: modifiers.has("Shift"), key };
}

/** The combination that was pressed. */
export function shortcutOf(press: KeyPress): Shortcut {
  return {
    ctrl: press.ctrlKey || press.metaKey,
    alt: press.altKey,
    shift: press.shiftKey,
    key: keyName(press),
  };
}

/** The one way a combination is written in key maps. */
export function formatShortcut(shortcut: Shortcut): string {
  const parts = [shortcut.ctrl ? "Ctrl" : "", shortcut.alt ? "Alt" : "", shortcut.shift ? "Shift" : "", shortcut.key];
  return parts.filter((part) => part !== "").join("+");
}

/** A combination as menus show it: with the signs of a Mac keyboard where asked for. */
export function shortcutLabel(text: string, mac: boolean): string {
  const shortcut = parseShortcut(text);
  if (!shortcut) return text;
  const key = arrowSigns[shortcut.key] ?? shortcut.key;
  if (!mac) return formatShortcut({ ...shortcut, key });
  return `${shortcut.alt ? "⌥" : ""}${shortcut.shift ? "⇧" : ""}${shortcut.ctrl ? "⌘" : ""}${key}`;
}

const arrowSigns: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/**
 * Whether the press belongs to an input method. Chromium sends key code 229 for the press that starts a composition,
 * before `isComposing` is set, so both are asked.
 */
export function belongsToInputMethod(press: KeyPress): boolean {
  return press.isComposing || press.keyCode === 229 || press.key === "Process";
}

function keyName(press: KeyPress): string {
  const mark = marksByCode[press.code];
  if (mark !== undefined) return mark;
  // A letter goes by what is printed on the key; Alt and Chinese layouts can make it something else, then by its place.
  if (/^[a-zA-Z]$/u.test(press.key)) return press.key.toUpperCase();
  const place = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/u.exec(press.code);
  if (place) return place[1] ?? place[2] ?? press.key;
  return press.key === " " ? "Space" : press.key;
}
