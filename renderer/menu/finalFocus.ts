/** The page of the open issue, where the keyboard belongs when nothing else has it. */
export function canvasElement(page: Document): HTMLElement | null {
  return page.querySelector<HTMLElement>("[data-canvas]");
}

/**
 * Where the keyboard goes when a menu or a dialog closes: to the field that an action has given it to in the meantime
 * (false: leave it there), else back to where it was, else to the page. A menu bar is no place to stay: the next key
 * would open a menu instead of moving what is selected.
 */
export function finalFocus(page: Document, before: Element | null): HTMLElement | boolean {
  const now = page.activeElement;
  if (now instanceof HTMLTextAreaElement && now.closest("[role=dialog]") === null) return false;
  const stays = before instanceof HTMLElement && before.isConnected && before !== page.body;
  if (stays && before.closest("[role=menu],[role=menubar],[role=dialog]") === null) return before;
  return canvasElement(page) ?? true;
}
