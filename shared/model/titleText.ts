/** U+200B: a title may break here. */
export const BREAK_POINT = "\u200b";
/** U+2060: a title may not break here. */
export const NO_BREAK_POINT = "\u2060";

/** A part of a title as it is printed, and the breaks that were chosen for it; offsets are UTF-16 code units of `text`. */
export interface TitleText {
  readonly text: string;
  /** Where a line may end by sense; empty where nobody chose. */
  readonly allowed: ReadonlySet<number>;
  /** Where none may end. */
  readonly forbidden: ReadonlySet<number>;
}

/** Takes a stored part of a title apart: its words, and the soft points between them, which are never printed. */
export function titleText(stored: string): TitleText {
  const allowed = new Set<number>();
  const forbidden = new Set<number>();
  let text = "";
  for (const character of stored) {
    if (character === BREAK_POINT) allowed.add(text.length);
    else if (character === NO_BREAK_POINT) forbidden.add(text.length);
    else text += character;
  }
  return { text, allowed, forbidden };
}

/** A part of a title as it is read, without its soft points. */
export function printedTitle(stored: string): string {
  return stored.replaceAll(BREAK_POINT, "").replaceAll(NO_BREAK_POINT, "");
}

/** Where an offset of the printed text is in the stored one: before the soft points that stand there. */
export function storedOffset(stored: string, printed: number): number {
  let left = printed;
  let at = 0;
  for (; at < stored.length && left > 0; at++) if (!isSoftPoint(stored[at])) left--;
  return at;
}

/** Where an offset of the stored text is in the printed one. */
export function printedOffset(stored: string, offset: number): number {
  return printedTitle(stored.slice(0, offset)).length;
}

/** The stored form of a printed text with other break points: at these offsets of the printed text, the forbidden ones kept. */
export function withBreakPoints(stored: string, offsets: readonly number[]): string {
  const { text, forbidden } = titleText(stored);
  const chosen = new Set(offsets);
  let made = "";
  for (let at = 0; at <= text.length; at++) {
    if (forbidden.has(at)) made += NO_BREAK_POINT;
    else if (chosen.has(at) && at > 0 && at < text.length) made += BREAK_POINT;
    made += text[at] ?? "";
  }
  return made;
}

function isSoftPoint(character: string | undefined): boolean {
  return character === BREAK_POINT || character === NO_BREAK_POINT;
}
