/** How one text became another: `inserted` replaces the UTF-16 range `from`..`to` of the old text. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

/** The smallest single change that turns `before` into `after`, never cutting a surrogate pair; null where they are equal. */
export function textChange(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head -= 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail -= 1;
  return { from: head, to: before.length - tail, inserted: after.slice(head, after.length - tail) };
}

/** The text after a change. */
export function applied(text: string, change: TextChange): string {
  return text.slice(0, change.from) + change.inserted + text.slice(change.to);
}

/** Where an offset of the old text is in the new one: at the end of the insertion where the change swallowed it. */
export function offsetAfter(change: TextChange, offset: number): number {
  if (offset <= change.from) return offset;
  if (offset >= change.to) return offset + change.inserted.length - (change.to - change.from);
  return change.from + change.inserted.length;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
