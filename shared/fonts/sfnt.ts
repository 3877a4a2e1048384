import { bytesInMemory, type FontBytes } from "./fontBytes";
import { onceFor } from "./onceFor";
import { fail, ok, type Result } from "../result";

/** Why a font file cannot be used. */
export interface FontProblem {
  readonly code: "not-a-font" | "damaged-font" | "unsupported-outlines";
  readonly detail: string;
}

/** Where one table lies in a font file. */
export interface SfntTable {
  readonly tag: string;
  readonly checksum: number;
  readonly offset: number;
  readonly length: number;
}

/** A font file opened as its tables (OpenType, "Table Directory"). */
export interface Sfnt {
  /** `0x00010000` for TrueType outlines, `OTTO` for CFF. */
  readonly flavour: number;
  readonly tables: ReadonlyMap<string, SfntTable>;
  readonly bytes: FontBytes;
}

/** A table to be written; without a checksum it is summed up. */
export interface NewSfntTable {
  readonly tag: string;
  readonly bytes: Uint8Array;
  readonly checksum?: number;
}

/** The tables that shaping by OpenType features reads and that plain character maps and metrics do without. */
export const layoutTables: readonly string[] = ["GSUB", "GPOS", "GDEF", "BASE"];

const HEADER_LENGTH = 12;
const RECORD_LENGTH = 16;
const MAX_TABLES = 64;
const TRUE_TYPE = 0x0001_0000;
const OPEN_TYPE_CFF = 0x4f54_544f;
const APPLE_TRUE_TYPE = 0x7472_7565;
const CHECKSUM_MAGIC = 0xb1b0_afba;
const CHECKSUM_ADJUSTMENT_OFFSET = 8;

/** Reads the table directory, once for each file that is open; every table it names lies inside the file. */
export function readSfnt(bytes: FontBytes): Result<Sfnt, FontProblem> {
  return readDirectory(bytes);
}

const readDirectory = onceFor((bytes: FontBytes): Result<Sfnt, FontProblem> => {
  if (bytes.length < HEADER_LENGTH) return fail({ code: "not-a-font", detail: "shorter than a font header" });
  const header = viewOf(bytes.read(0, HEADER_LENGTH));
  const flavour = header.getUint32(0);
  if (flavour !== TRUE_TYPE && flavour !== OPEN_TYPE_CFF && flavour !== APPLE_TRUE_TYPE) {
    return fail({ code: "not-a-font", detail: "no TrueType or OpenType signature" });
  }
  const count = header.getUint16(4);
  const end = HEADER_LENGTH + count * RECORD_LENGTH;
  if (count > MAX_TABLES || end > bytes.length) return fail({ code: "damaged-font", detail: `${count} tables` });

  const records = bytes.read(HEADER_LENGTH, end);
  const view = viewOf(records);
  const tables = new Map<string, SfntTable>();
  for (let at = 0; at < records.length; at += RECORD_LENGTH) {
    const tag = String.fromCharCode(...records.subarray(at, at + 4));
    const table = { tag, checksum: view.getUint32(at + 4), offset: view.getUint32(at + 8), length: view.getUint32(at + 12) };
    if (table.offset + table.length > bytes.length) return fail({ code: "damaged-font", detail: `table ${tag}` });
    tables.set(tag, table);
  }
  return ok({ flavour, tables, bytes });
});

/** The bytes of a table, or null where the font has no such table. */
export function tableBytes(sfnt: Sfnt, tag: string): Uint8Array | null {
  const table = sfnt.tables.get(tag);
  return table === undefined ? null : sfnt.bytes.read(table.offset, table.offset + table.length);
}

/** A valid font file with the tables of another that `keep` accepts, each byte for byte as it was. */
export function withTables(sfnt: Sfnt, keep: (tag: string) => boolean): Uint8Array {
  const tables = [...sfnt.tables.values()].filter((table) => keep(table.tag));
  return writeSfnt(
    sfnt.flavour,
    tables.map(({ tag, checksum, offset, length }) => ({ tag, checksum, bytes: sfnt.bytes.read(offset, offset + length) })),
  );
}

/** The font file without some of its tables, such as `layoutTables` for the canvas. */
export function withoutTables(bytes: Uint8Array, tags: readonly string[]): Result<Uint8Array, FontProblem> {
  const sfnt = readSfnt(bytesInMemory(bytes));
  if (!sfnt.ok) return sfnt;
  return ok(withTables(sfnt.value, (tag) => !tags.includes(tag)));
}

/** A font file made of tables, with its directory, checksums and padding. */
export function writeSfnt(flavour: number, tables: readonly NewSfntTable[]): Uint8Array {
  const sorted = [...tables].sort((a, b) => (a.tag < b.tag ? -1 : 1));
  const directoryLength = HEADER_LENGTH + RECORD_LENGTH * sorted.length;
  const length = sorted.reduce((sum, table) => sum + padded(table.bytes.length), directoryLength);
  const file = new Uint8Array(length);
  const view = viewOf(file);
  writeHeader(view, flavour, sorted.length);

  let offset = directoryLength;
  let checksumOfTables = 0;
  let adjustmentOffset: number | null = null;
  sorted.forEach((table, index) => {
    file.set(table.bytes, offset);
    if (table.tag === "head") {
      adjustmentOffset = offset + CHECKSUM_ADJUSTMENT_OFFSET;
      view.setUint32(adjustmentOffset, 0);
    }
    const tableEnd = offset + padded(table.bytes.length);
    const checksum = table.checksum ?? checksumOf(file.subarray(offset, tableEnd));
    checksumOfTables = (checksumOfTables + checksum) >>> 0;
    const record = HEADER_LENGTH + RECORD_LENGTH * index;
    for (let i = 0; i < 4; i++) file[record + i] = table.tag.charCodeAt(i);
    view.setUint32(record + 4, checksum);
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, table.bytes.length);
    offset = tableEnd;
  });

  if (adjustmentOffset !== null) {
    const total = checksumOfTables + checksumOf(file.subarray(0, directoryLength));
    view.setUint32(adjustmentOffset, (CHECKSUM_MAGIC - total) >>> 0);
  }
  return file;
}

/**
 * A name for the content of a font file, from the checksums in its directory: the canvas registers fonts under it, so
 * that an installed font of the same family can never be picked.
 */
export function contentName(sfnt: Sfnt): string {
  const fnvPrime = 0x0100_0193;
  let low = 0x811c_9dc5;
  let high = 0x9e37_79b9;
  for (const { checksum, length } of sfnt.tables.values()) {
    low = Math.imul(low ^ checksum, fnvPrime) >>> 0;
    high = Math.imul(high ^ length ^ low, fnvPrime) >>> 0;
  }
  return `broadsheet-${low.toString(16).padStart(8, "0")}${high.toString(16).padStart(8, "0")}`;
}

/** A big-endian view of the very same bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function writeHeader(view: DataView, flavour: number, count: number): void {
  const entrySelector = Math.floor(Math.log2(count));
  const searchRange = 2 ** entrySelector * RECORD_LENGTH;
  view.setUint32(0, flavour);
  view.setUint16(4, count);
  view.setUint16(6, searchRange);
  view.setUint16(8, entrySelector);
  view.setUint16(10, count * RECORD_LENGTH - searchRange);
}

function checksumOf(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
