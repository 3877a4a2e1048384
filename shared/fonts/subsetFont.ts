import { ok, type Result } from "../result";
import { COMPOSITE_HAS_INSTRUCTIONS, isComposite, readComposite, readGlyphTable, type GlyphTable } from "./glyphTable";
import { tableBytes, viewOf, writeSfnt, type FontProblem, type Sfnt } from "./sfnt";

/** A font of few glyphs, for embedding. */
export interface FontSubset {
  /** A TrueType file with glyf, loca, head, hhea, hmtx and maxp, unhinted; or a bare CFF program. */
  readonly bytes: Uint8Array;
  /** The new number of each glyph that was asked for; in CFF its CID. */
  readonly glyphIds: ReadonlyMap<number, number>;
  readonly format: "truetype" | "cff";
}

const TRUE_TYPE = 0x0001_0000;
const NOTDEF = 0;
const INSTRUCTION_LENGTH_OFFSET_AFTER_CONTOURS = 2;

/**
 * The font with the asked-for glyphs and the parts they are made of, numbered anew in ascending order after .notdef;
 * hinting left out. The same glyphs give the same bytes.
 */
export function subsetFont(sfnt: Sfnt, advances: Uint16Array, wanted: Iterable<number>): Result<FontSubset, FontProblem> {
  const glyphs = readGlyphTable(sfnt);
  if (!glyphs.ok) return glyphs;
  const whole = closure(glyphs.value, wanted);
  const old = [...whole.keys()].sort((a, b) => a - b);
  const numbers = new Map(old.map((glyphId, index) => [glyphId, index]));
  const records = old.map((glyphId) => unhinted(whole.get(glyphId)!, numbers));
  const { glyf, loca } = packRecords(records);
  const head = copyOf(sfnt, "head", 54);
  viewOf(head).setInt16(50, 1); // indexToLocFormat: long offsets
  const hhea = copyOf(sfnt, "hhea", 36);
  viewOf(hhea).setUint16(34, old.length);
  const maxp = unhintedMaxp(copyOf(sfnt, "maxp", 32), old.length);
  const hmtx = new Uint8Array(4 * old.length);
  const metrics = viewOf(hmtx);
  old.forEach((glyphId, index) => {
    metrics.setUint16(4 * index, advances[glyphId] ?? 0);
    metrics.setUint16(4 * index + 2, leftOf(records[index]!));
  });
  const tables = { glyf, head, hhea, hmtx, loca, maxp };
  const bytes = writeSfnt(TRUE_TYPE, Object.entries(tables).map(([tag, table]) => ({ tag, bytes: table })));
  return ok({ bytes, glyphIds: numbers, format: "truetype" });
}

/** The records of the glyphs and of all parts of composites among them, .notdef with them; each is read once. */
function closure(glyphs: GlyphTable, wanted: Iterable<number>): ReadonlyMap<number, Uint8Array> {
  const records = new Map<number, Uint8Array>();
  const found = new Set([NOTDEF, ...wanted]);
  for (const glyphId of found) {
    const record = glyphs.record(glyphId);
    records.set(glyphId, record);
    // A set visits what is added while it is walked.
    if (isComposite(record)) for (const part of readComposite(record).components) found.add(part.glyphId);
  }
  return records;
}

/** The record without instructions, its parts under their new numbers. */
function unhinted(record: Uint8Array, numbers: ReadonlyMap<number, number>): Uint8Array {
  if (record.length === 0) return record;
  if (isComposite(record)) return unhintedComposite(record, numbers);
  const lengthAt = 10 + 2 * unsigned(record, 0);
  if (lengthAt + INSTRUCTION_LENGTH_OFFSET_AFTER_CONTOURS > record.length) return record.slice();
  const instructions = unsigned(record, lengthAt);
  const rest = record.subarray(lengthAt + 2 + instructions);
  const copy = new Uint8Array(lengthAt + 2 + rest.length);
  copy.set(record.subarray(0, lengthAt));
  copy.set(rest, lengthAt + 2);
  return copy;
}

/** Sixteen bits of a record; a view of each record would cost more than the reading. */
function unsigned(record: Uint8Array, at: number): number {
  return (record[at]! << 8) | record[at + 1]!;
}

function unhintedComposite(record: Uint8Array, numbers: ReadonlyMap<number, number>): Uint8Array {
  const { components, flagOffsets, end } = readComposite(record);
  const copy = record.slice(0, end);
  const view = viewOf(copy);
  for (const at of flagOffsets) view.setUint16(at, view.getUint16(at) & ~COMPOSITE_HAS_INSTRUCTIONS);
  for (const part of components) view.setUint16(part.glyphIdOffset, numbers.get(part.glyphId) ?? NOTDEF);
  return copy;
}

function packRecords(records: readonly Uint8Array[]): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const loca = new Uint8Array(4 * (records.length + 1));
  const view = viewOf(loca);
  let length = 0;
  records.forEach((record, index) => {
    view.setUint32(4 * index, length);
    length += (record.length + 3) & ~3;
  });
  view.setUint32(4 * records.length, length);
  // An empty glyf table is not legal.
  const glyf = new Uint8Array(Math.max(length, 1));
  records.forEach((record, index) => glyf.set(record, view.getUint32(4 * index)));
  return { glyf, loca };
}

/** The left side bearing, as the sixteen bits that stand in the record. */
function leftOf(record: Uint8Array): number {
  return record.length === 0 ? 0 : unsigned(record, 2);
}

/** The profile of a font without instructions (OpenType, "maxp" version 1.0). */
function unhintedMaxp(maxp: Uint8Array, glyphCount: number): Uint8Array {
  const view = viewOf(maxp);
  view.setUint16(4, glyphCount);
  view.setUint16(14, 2); // maxZones
  for (const field of [16, 18, 20, 22, 24, 26]) view.setUint16(field, 0);
  return maxp;
}

/** A table's bytes to write into; its presence and length were checked when the font's metrics were read. */
function copyOf(sfnt: Sfnt, tag: string, length: number): Uint8Array {
  const copy = new Uint8Array(length);
  const bytes = tableBytes(sfnt, tag);
  if (bytes !== null) copy.set(bytes.subarray(0, length));
  return copy;
}
