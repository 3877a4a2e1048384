/** Set on the field of the text that is being edited, as long as it is, even while a menu has the keyboard. */
export const EDITS_TEXT = "data-edits-text";

/** Set on controls that act on the text being edited: with the keyboard in one of them the text stays selected. */
export const KEEPS_TEXT = "data-keeps-text";

const keepers = `[${KEEPS_TEXT}],[role=menubar],[role=menu],[role=dialog]`;

/** Whether text stays selected when the focus goes there; null stands for another window. */
export function keepsText(target: EventTarget | null): boolean {
  return target === null || (target instanceof Element && target.closest(keepers) !== null);
}

/** The field of the text that is being edited, or null where none is. */
export function focusedText(page: Document): HTMLElement | null {
  return page.querySelector<HTMLElement>(`[${EDITS_TEXT}]`);
}
