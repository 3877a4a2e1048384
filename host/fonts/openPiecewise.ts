import { fstatSync, openSync, readSync } from "node:fs";
import type { FontBytes } from "../../shared/fonts/fontBytes";

/** A font file opened for reading piece by piece; who opened it closes the descriptor. */
export interface OpenedFont {
  readonly bytes: FontBytes;
  readonly descriptor: number;
}

/** Opens a font file: a page needs a thousandth of its bytes. */
export function openPiecewise(path: string): OpenedFont {
  const descriptor = openSync(path, "r");
  const read = (from: number, to: number) => {
    const bytes = Buffer.allocUnsafe(to - from);
    let done = 0;
    while (done < bytes.length) {
      const count = readSync(descriptor, bytes, done, bytes.length - done, from + done);
      if (count === 0) throw new Error(`${path}: shorter than its tables say`);
      done += count;
    }
    return bytes;
  };
  return { bytes: { length: fstatSync(descriptor).size, read }, descriptor };
}
