import type { KeyFocus } from "./keymap";

/** The part of an element that `keyFocusOf` looks at. */
export interface FocusedElement {
  readonly tagName: string;
  readonly type?: string;
  readonly isContentEditable?: boolean;
  closest(selector: string): object | null;
}

const inputsWithoutText = new Set(["button", "checkbox", "radio", "range", "color", "file", "submit", "reset"]);
const popups = "[role=menu],[role=dialog],[role=alertdialog]";
const controls = "[role=menubar],[role=listbox],button,select,a[href],summary,input,[role=separator],[role=tab],[role=tree],[role=toolbar],[role=slider],[data-own-keys]";

/** What the focused element does with keys. The canvas and its mirror for screen readers count as the page. */
export function keyFocusOf(element: FocusedElement | null): KeyFocus {
  if (element === null) return "page";
  const tag = element.tagName.toLowerCase();
  if (tag === "textarea" || element.isContentEditable === true) return "text";
  if (tag === "input" && !inputsWithoutText.has(element.type ?? "text")) return "text";
  if (element.closest("[data-canvas]") !== null) return "page";
  return element.closest(controls) !== null || element.closest(popups) !== null ? "control" : "page";
}

/** Whether a menu or a dialog is in charge of the keyboard, so that no action may start behind it. */
export function isInPopup(element: FocusedElement | null): boolean {
  return element !== null && element.closest(popups) !== null;
}
