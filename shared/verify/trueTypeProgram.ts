import type { FontProgram } from "./fontProgram";

/** Reads what a TrueType or OpenType program says of its glyphs; null where its tables cannot be read. */
export function readTrueType(bytes: Uint8Array): (FontProgram & { readonly cff: Uint8Array | null }) | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const tables = new Map<string, DataView>();
  if (bytes.length < 12) return null;
  const count = view.getUint16(4);
  for (let index = 0; index < count; index++) {
    const at = 12 + index * 16;
    if (at + 16 > bytes.length) return null;
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (offset + length > bytes.length) return null;
    tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  const [head, hhea, hmtx, maxp, os2, cff] = ["head", "hhea", "hmtx", "maxp", "OS/2", "CFF "].map((tag) => tables.get(tag));
  const fsType = os2 !== undefined && os2.byteLength >= 10 ? os2.getUint16(8) : null;
  const cffBytes = cff === undefined ? null : new Uint8Array(cff.buffer, cff.byteOffset, cff.byteLength);
  if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) return null;
  if (head.byteLength < 20 || hhea.byteLength < 36 || maxp.byteLength < 6) return null;
  const perEm = head.getUint16(18);
  const glyphs = maxp.getUint16(4);
  const metrics = hhea.getUint16(34);
  if (perEm === 0 || metrics === 0 || hmtx.byteLength < metrics * 4) return null;
  return {
    glyphCount: glyphs,
    hasGlyph: (glyph) => glyph < glyphs,
    width: (glyph) => (glyph < glyphs ? (hmtx.getUint16(Math.min(glyph, metrics - 1) * 4) * 1000) / perEm : null),
    fsType,
    cff: cffBytes,
  };
}
