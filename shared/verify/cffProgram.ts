import { charStringWidth } from "./charStringWidth";
import type { FontProgram } from "./fontProgram";

type Dict = ReadonlyMap<number, readonly number[]>;

const charset = 15;
const charStrings = 17;
const privateDict = 18;
const localSubroutines = 19;
const defaultWidth = 20;
const nominalWidth = 21;
const fontMatrix = 0x0c07;
const registryOrderingSupplement = 0x0c1e;
const fontDicts = 0x0c24;
const fontDictSelect = 0x0c25;

/** Reads a bare CFF (Adobe technical note 5176): glyphs by CID where it is CID-keyed, else by glyph; null where it makes no sense. */
export function readCff(bytes: Uint8Array): FontProgram | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes[0] !== 1) return null;
  const names = readIndex(view, bytes[2]!);
  const tops = readIndex(view, names.end);
  const top = readDict(tops.items[0] ?? new Uint8Array());
  const global = readIndex(view, readIndex(view, tops.end).end).items;
  const charStringsAt = top.get(charStrings)?.[0];
  if (charStringsAt === undefined) return null;
  const glyphs = readIndex(view, charStringsAt).items;
  const isCid = top.has(registryOrderingSupplement);
  const charsetAt = top.get(charset)?.[0] ?? 0;
  const glyphOf = isCid ? readCharset(view, charsetAt, glyphs.length) : null;
  const scale = (top.get(fontMatrix)?.[0] ?? 0.001) * 1000;
  const privates = isCid ? readIndex(view, top.get(fontDicts)?.[0] ?? 0).items.map((item) => readWidths(view, readDict(item))) : [readWidths(view, top)];
  const select = isCid ? fontDictOf(view, top, glyphs.length) : () => 0;
  const glyphFor = (code: number): number | undefined => (glyphOf === null ? (code < glyphs.length ? code : undefined) : glyphOf.get(code));
  return {
    glyphCount: glyphs.length,
    hasGlyph: (code) => glyphFor(code) !== undefined,
    width: (code) => {
      const glyph = glyphFor(code);
      const charString = glyph === undefined ? undefined : glyphs[glyph];
      const widths = glyph === undefined ? undefined : privates[select(glyph)];
      if (charString === undefined || widths === undefined) return null;
      const own = charStringWidth(charString, { global, local: widths.subroutines });
      return own === undefined ? null : (own === null ? widths.defaultWidth : widths.nominalWidth + own) * scale * widths.scale;
    },
    fsType: null,
  };
}

interface Widths {
  readonly defaultWidth: number;
  readonly nominalWidth: number;
  /** What the font dictionary's own matrix adds; CID fonts may put the scale here or above. */
  readonly scale: number;
  readonly subroutines: readonly Uint8Array[];
}

function readWidths(view: DataView, dict: Dict): Widths {
  const [size = 0, offset = 0] = dict.get(privateDict) ?? [];
  const own = readDict(new Uint8Array(view.buffer, view.byteOffset + offset, size));
  const subroutinesAt = own.get(localSubroutines)?.[0];
  const matrix = dict.get(fontMatrix)?.[0];
  const isCidPart = dict.has(fontMatrix) && !dict.has(charStrings);
  return {
    defaultWidth: own.get(defaultWidth)?.[0] ?? 0,
    nominalWidth: own.get(nominalWidth)?.[0] ?? 0,
    scale: isCidPart && matrix !== undefined && matrix < 0.5 ? matrix * 1000 : 1,
    // Their place is counted from the private dictionary.
    subroutines: subroutinesAt === undefined ? [] : readIndex(view, offset + subroutinesAt).items,
  };
}

function readIndex(view: DataView, at: number): { readonly items: readonly Uint8Array[]; readonly end: number } {
  const count = view.getUint16(at);
  if (count === 0) return { items: [], end: at + 2 };
  const size = view.getUint8(at + 2);
  const offset = (index: number): number => {
    let value = 0;
    for (let byte = 0; byte < size; byte++) value = value * 256 + view.getUint8(at + 3 + index * size + byte);
    return value;
  };
  const start = at + 2 + (count + 1) * size;
  const items: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const [from, to] = [start + offset(index), start + offset(index + 1)];
    if (to < from || to > view.byteLength) throw new RangeError("an index leads out of the program");
    items.push(new Uint8Array(view.buffer, view.byteOffset + from, to - from));
  }
  return { items, end: start + offset(count) };
}

function readDict(bytes: Uint8Array): Dict {
  const dict = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at++]!;
    if (byte <= 21) {
      dict.set(byte === 12 ? 0x0c00 + (bytes[at++] ?? 0) : byte, operands);
      operands = [];
    } else if (byte === 28) {
      operands.push(((bytes[at]! << 24) >> 16) | bytes[at + 1]!);
      at += 2;
    } else if (byte === 29) {
      operands.push((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!);
      at += 4;
    } else if (byte === 30) {
      let text = "";
      for (let ended = false; !ended && at < bytes.length; at++) {
        for (const nibble of [bytes[at]! >> 4, bytes[at]! & 15]) {
          if (nibble === 15) ended = true;
          else if (!ended) text += ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "E", "E-", "", "-"][nibble] ?? "";
        }
      }
      operands.push(Number(text));
    } else if (byte >= 32 && byte <= 246) operands.push(byte - 139);
    else if (byte >= 247 && byte <= 250) operands.push((byte - 247) * 256 + (bytes[at++] ?? 0) + 108);
    else if (byte >= 251 && byte <= 254) operands.push(-(byte - 251) * 256 - (bytes[at++] ?? 0) - 108);
  }
  return dict;
}

/** Glyph of each CID. */
function readCharset(view: DataView, at: number, glyphs: number): ReadonlyMap<number, number> {
  const glyphOf = new Map<number, number>([[0, 0]]);
  const format = at > 2 ? view.getUint8(at) : 0;
  let read = at + 1;
  for (let glyph = 1; glyph < glyphs;) {
    const first = view.getUint16(read);
    const left = format === 0 ? 0 : format === 1 ? view.getUint8(read + 2) : view.getUint16(read + 2);
    read += 2 + format;
    for (let step = 0; step <= left && glyph < glyphs; step++) glyphOf.set(first + step, glyph++);
  }
  return glyphOf;
}

function fontDictOf(view: DataView, top: Dict, glyphs: number): (glyph: number) => number {
  const at = top.get(fontDictSelect)?.[0];
  if (at === undefined) return () => 0;
  if (view.getUint8(at) === 0) return (glyph) => view.getUint8(at + 1 + glyph);
  const ranges = view.getUint16(at + 1);
  const dicts = new Uint8Array(glyphs);
  for (let range = 0; range < ranges; range++) {
    const from = at + 3 + range * 3;
    dicts.fill(view.getUint8(from + 2), view.getUint16(from), view.getUint16(from + 3));
  }
  return (glyph) => dicts[glyph] ?? 0;
}
