import { inflateSync } from "node:zlib";

const SIGNATURE = 0x774f_4646;
const HEADER_LENGTH = 44;
const RECORD_LENGTH = 20;
const SFNT_HEADER_LENGTH = 12;
const SFNT_RECORD_LENGTH = 16;

/** Whether the bytes begin a WOFF 1 file. */
export function isWoff(bytes: Buffer): boolean {
  return bytes.length >= HEADER_LENGTH && bytes.readUInt32BE(0) === SIGNATURE;
}

/** How long the font file is that a WOFF 1 file holds, from its header alone. */
export function unpackedLength(header: Buffer): number {
  return header.readUInt32BE(16);
}

/** The font file inside a WOFF 1 file, every table byte for byte (W3C WOFF 1.0, sections 3 to 5). */
export function unpackWoff(woff: Buffer): Buffer {
  if (!isWoff(woff)) throw new Error("Not a WOFF 1 file");
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const record = HEADER_LENGTH + RECORD_LENGTH * index;
    return {
      tag: woff.readUInt32BE(record),
      offset: woff.readUInt32BE(record + 4),
      packedLength: woff.readUInt32BE(record + 8),
      length: woff.readUInt32BE(record + 12),
      checksum: woff.readUInt32BE(record + 16),
    };
  });

  const sfnt = Buffer.alloc(unpackedLength(woff));
  const entrySelector = Math.floor(Math.log2(count));
  const searchRange = 2 ** entrySelector * SFNT_RECORD_LENGTH;
  sfnt.writeUInt32BE(woff.readUInt32BE(4), 0);
  sfnt.writeUInt16BE(count, 4);
  sfnt.writeUInt16BE(searchRange, 6);
  sfnt.writeUInt16BE(entrySelector, 8);
  sfnt.writeUInt16BE(count * SFNT_RECORD_LENGTH - searchRange, 10);

  let offset = SFNT_HEADER_LENGTH + SFNT_RECORD_LENGTH * count;
  tables.forEach((table, index) => {
    const packed = woff.subarray(table.offset, table.offset + table.packedLength);
    const bytes = table.packedLength < table.length ? inflateSync(packed, { maxOutputLength: table.length }) : packed;
    if (bytes.length !== table.length) throw new Error("A table of the WOFF file has the wrong length");
    bytes.copy(sfnt, offset);
    const record = SFNT_HEADER_LENGTH + SFNT_RECORD_LENGTH * index;
    sfnt.writeUInt32BE(table.tag, record);
    sfnt.writeUInt32BE(table.checksum, record + 4);
    sfnt.writeUInt32BE(offset, record + 8);
    sfnt.writeUInt32BE(table.length, record + 12);
    offset += (table.length + 3) & ~3;
  });
  return sfnt;
}
