import { focusedText } from "../text/textFocus";

/** The page of the open issue, where the keyboard belongs when nothing else has it. */
export function canvasElement(page: Document): HTMLElement | null {
  return page.querySelector<HTMLElement>("[data-canvas]");
}

/**
 * Gives the keyboard away when a menu or a dialog closes: it stays with the story where an action has put it there, else
 * goes back to where it was, else to the text that is being edited, else to the page. A menu bar is no place to stay: the next key would open a menu instead of
 * moving what is selected. Answers whether the menu or dialog is to find a place itself.
 */
export function finalFocus(page: Document, before: Element | null): boolean {
  const now = page.activeElement;
  if (now instanceof HTMLTextAreaElement && now.closest("[role=dialog]") === null) return false;
  const target = mayReturnTo(before, page) ? before : (focusedText(page) ?? canvasElement(page));
  // Given as an element, the first article inside the canvas would be focused, and thereby selected.
  target?.focus({ preventScroll: true });
  return target === null;
}

function mayReturnTo(before: Element | null, page: Document): before is HTMLElement {
  if (!(before instanceof HTMLElement) || !before.isConnected || before === page.body) return false;
  return before.closest("[role=menu],[role=menubar],[role=dialog]") === null;
}
