import { actionForPress, type Keymap, type KeyScope } from "./keymap";
import { isInPopup, keyFocusOf, type FocusedElement } from "./keyFocus";
import type { KeyPress } from "./shortcut";

/** A key press that can be kept from the browser; a `KeyboardEvent` is one. */
export interface KeyEvent extends KeyPress {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
  stopPropagation(): void;
}

/** What the handler asks for and calls; asked anew at each press, so that a new key map works at once. */
export interface KeyHandlerPorts {
  readonly keymap: () => Keymap;
  readonly scopeOf: (actionId: string) => KeyScope;
  readonly isEnabled: (actionId: string) => boolean;
  /** Whether a dialog is open. */
  readonly isBlocked: () => boolean;
  readonly run: (actionId: string) => void;
}

/**
 * The one handler of the window's keys. It sees every press before any control does, leaves presses of an input method
 * alone, starts nothing behind a menu or a dialog, and takes a press away from the browser even where its action is disabled: Ctrl+S must never save the page's HTML.
 */
export function handleKey(event: KeyEvent, focused: FocusedElement | null, ports: KeyHandlerPorts): void {
  if (event.defaultPrevented) return;
  const actionId = actionForPress(ports.keymap(), event, keyFocusOf(focused), ports.scopeOf);
  if (actionId === null) return;
  if (ports.isBlocked() || isInPopup(focused)) {
    // Undo and the like are the business of a dialog's own fields; all else would reach the browser from there.
    if (!actionId.startsWith("edit.")) event.preventDefault();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  if (ports.isEnabled(actionId)) ports.run(actionId);
}
