import { applied, offsetAfter, textChange, type TextChange } from "./textChange";

/** The part of a text field that live editing touches. */
export interface TextElement {
  value: string;
  selectionStart: number | null;
  selectionEnd: number | null;
  setSelectionRange(from: number, to: number): void;
}

/** How an edit came about: key by key, or as one finished composition of an input method. */
export type EditOrigin = "typed" | "composed";

/**
 * Keeps a text field and a text of the document in step while both change. A composition is never disturbed: the field
 * is left alone until it ends, and the document then changes once.
 */
export interface LiveText {
  /** The document's text is now this one; shown at once, or when the composition has ended. The caret stays in its place. */
  show(text: string): void;
  input(): void;
  compositionStart(): void;
  compositionEnd(): void;
  readonly composing: boolean;
}

/**
 * Starts with the field showing `text`. `onEdit` gets each change as the smallest one against the document's text, and
 * answers whether the document took it; where it did not, the field goes back.
 */
export function createLiveText(
  element: TextElement,
  text: string,
  onEdit: (change: TextChange, origin: EditOrigin) => boolean,
): LiveText {
  let known = text;
  let composing = false;
  let waiting: string | null = null;
  element.value = text;

  const put = (next: string) => {
    const change = textChange(element.value, next);
    known = next;
    if (change === null) return;
    const from = offsetAfter(change, element.selectionStart ?? 0);
    const to = offsetAfter(change, element.selectionEnd ?? 0);
    element.value = next;
    element.setSelectionRange(from, to);
  };

  const take = (origin: EditOrigin) => {
    const change = textChange(known, element.value);
    const base = waiting ?? known;
    const moved = textChange(known, base);
    waiting = null;
    if (change === null) return put(base);
    const rebased =
      moved === null
        ? change
        : { from: offsetAfter(moved, change.from), to: offsetAfter(moved, change.to), inserted: change.inserted };
    const next = applied(base, rebased);
    // Set before the document changes: showing what was just typed must not move the caret.
    known = next;
    const taken = onEdit(rebased, origin);
    // The document may have shown already what it made of the edit; then that is what the field holds.
    if (known === next) put(taken ? next : base);
  };

  return {
    show(next) {
      if (composing) waiting = next;
      else if (next !== known || next !== element.value) put(next);
    },
    input() {
      if (!composing) take("typed");
    },
    compositionStart() {
      composing = true;
    },
    compositionEnd() {
      composing = false;
      take("composed");
    },
    get composing() {
      return composing;
    },
  };
}
