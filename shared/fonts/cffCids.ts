import { viewOf } from "./sfnt";

/** Under which CID each glyph of a CFF program is known (Adobe Technical Note 5176, 13 and 18). */
export interface CffCids {
  /** Whether its charset holds CIDs; else a PDF takes glyph numbers for them (ISO 32000-1, 9.7.4.2). */
  readonly isCidKeyed: boolean;
  /** By glyph number. */
  readonly cids: Uint16Array;
}

const CHARSET = 15;
const CHAR_STRINGS = 17;
const ROS = 0x0c1e;
/** Charsets below this are predefined, and never those of CID-keyed programs. */
const FIRST_OWN_CHARSET = 3;

/** Reads the charset of a bare CFF program; null where it is no sound one. */
export function cffCids(cff: Uint8Array): CffCids | null {
  try {
    return readCids(cff);
  } catch (error) {
    // What lies outside of the bytes is a damaged font, not a bug.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readCids(cff: Uint8Array): CffCids | null {
  const view = viewOf(cff);
  const names = readIndex(view, view.getUint8(2));
  const tops = readIndex(view, names.end);
  const top = tops.offsets[0];
  if (top === undefined || tops.offsets[1] === undefined) return null;
  const dictionary = readDictionary(view, top, tops.offsets[1]);
  const charStrings = dictionary.get(CHAR_STRINGS);
  if (charStrings === undefined) return null;
  const count = view.getUint16(charStrings);
  const cids = new Uint16Array(count);
  if (!dictionary.has(ROS)) return { isCidKeyed: false, cids: cids.map((_, glyph) => glyph) };
  let at = dictionary.get(CHARSET) ?? 0;
  if (at < FIRST_OWN_CHARSET) return null;
  const format = view.getUint8(at++);
  for (let glyph = 1; glyph < count; ) {
    const first = view.getUint16(at);
    at += 2;
    let left = 0;
    if (format === 1) left = view.getUint8(at++);
    if (format === 2) {
      left = view.getUint16(at);
      at += 2;
    }
    for (let step = 0; step <= left && glyph < count; step++) cids[glyph++] = first + step;
  }
  return { isCidKeyed: true, cids };
}

interface CffIndex {
  /** Where each item begins, then where the last one ends. */
  readonly offsets: readonly number[];
  readonly end: number;
}

function readIndex(view: DataView, at: number): CffIndex {
  const count = view.getUint16(at);
  if (count === 0) return { offsets: [], end: at + 2 };
  const size = view.getUint8(at + 2);
  if (size < 1 || size > 4) throw new RangeError("offset size");
  const base = at + 2 + (count + 1) * size;
  const offsets: number[] = [];
  for (let item = 0; item <= count; item++) {
    let offset = 0;
    for (let byte = 0; byte < size; byte++) offset = offset * 256 + view.getUint8(at + 3 + item * size + byte);
    offsets.push(base + offset);
  }
  return { offsets, end: offsets.at(-1)! };
}

/** The last operand of each operator; two-byte operators are 0x0c00 and more. */
function readDictionary(view: DataView, from: number, to: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let last = 0;
  for (let at = from; at < to; ) {
    const byte = view.getUint8(at++);
    if (byte <= 21) {
      found.set(byte === 12 ? 0x0c00 + view.getUint8(at++) : byte, last);
    } else if (byte === 28) {
      last = view.getInt16(at);
      at += 2;
    } else if (byte === 29) {
      last = view.getInt32(at);
      at += 4;
    } else if (byte === 30) {
      // A real number ends with a nibble of ones; none of the operators that are read here has one.
      while (at < to && (view.getUint8(at) & 0x0f) !== 0x0f && view.getUint8(at) >> 4 !== 0x0f) at++;
      at++;
    } else if (byte < 247) last = byte - 139;
    else if (byte < 251) last = (byte - 247) * 256 + view.getUint8(at++) + 108;
    else last = -(byte - 251) * 256 - view.getUint8(at++) - 108;
  }
  return found;
}
