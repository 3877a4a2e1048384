import { tableBytes, viewOf, type FontProblem, type Sfnt } from "./sfnt";
import { onceFor } from "./onceFor";
import { fail, ok, type Result } from "../result";

/** The TrueType outlines of a font, one record a glyph, as the `glyf` table holds them. */
export interface GlyphTable {
  readonly glyphCount: number;
  /** The record of a glyph; empty for a blank glyph or one that the font does not have. */
  record(glyphId: number): Uint8Array;
}

/** One part of a composite glyph: another glyph, moved and transformed. */
export interface GlyphComponent {
  readonly glyphId: number;
  /** Where in the record the part's glyph id stands, for renumbering. */
  readonly glyphIdOffset: number;
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
  readonly dx: number;
  readonly dy: number;
}

/** The parts of a composite glyph and where its instructions begin, as far as there are any. */
export interface CompositeGlyph {
  readonly components: readonly GlyphComponent[];
  /** The offset of each part's flags. */
  readonly flagOffsets: readonly number[];
  readonly end: number;
}

/** Set in a part's flags where instructions follow the last part. */
export const COMPOSITE_HAS_INSTRUCTIONS = 0x0100;
const ARGUMENTS_ARE_WORDS = 0x0001;
const ARGUMENTS_ARE_OFFSETS = 0x0002;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;
const F2DOT14_ONE = 16384;
const GLYPH_HEADER_LENGTH = 10;
const blank = new Uint8Array(0);

/** Opens the outlines of a TrueType font, once; fonts with CFF outlines are a problem of code `unsupported-outlines`. */
export function readGlyphTable(sfnt: Sfnt): Result<GlyphTable, FontProblem> {
  return openGlyphs(sfnt);
}

const openGlyphs = onceFor((sfnt: Sfnt): Result<GlyphTable, FontProblem> => {
  const glyf = sfnt.tables.get("glyf");
  const loca = tableBytes(sfnt, "loca");
  if (glyf === undefined || loca === null) return fail({ code: "unsupported-outlines", detail: "no glyf table" });
  const head = tableBytes(sfnt, "head");
  if (head === null || head.length < 54) return fail({ code: "damaged-font", detail: "head" });
  const isLong = viewOf(head).getInt16(50) === 1;
  const view = viewOf(loca);
  const glyphCount = Math.floor(loca.length / (isLong ? 4 : 2)) - 1;
  const start = isLong ? (glyph: number) => view.getUint32(4 * glyph) : (glyph: number) => 2 * view.getUint16(2 * glyph);

  return ok({
    glyphCount,
    record: (glyphId) => {
      if (glyphId < 0 || glyphId >= glyphCount) return blank;
      const from = start(glyphId);
      const to = start(glyphId + 1);
      if (to - from < GLYPH_HEADER_LENGTH || to > glyf.length) return blank;
      return sfnt.bytes.read(glyf.offset + from, glyf.offset + to);
    },
  });
});

/** Whether a record is made of other glyphs. */
export function isComposite(record: Uint8Array): boolean {
  // The number of contours, below nothing; read without a view, as every glyph of every export comes by here.
  return record.length >= GLYPH_HEADER_LENGTH && record[0]! >= 0x80;
}

/**
 * The parts of a composite record. Parts placed by matching points, which no font of ours uses, stay at the origin.
 */
export function readComposite(record: Uint8Array): CompositeGlyph {
  const view = viewOf(record);
  const components: GlyphComponent[] = [];
  const flagOffsets: number[] = [];
  let at = GLYPH_HEADER_LENGTH;
  let flags = MORE_COMPONENTS;
  while ((flags & MORE_COMPONENTS) !== 0 && at + 6 <= record.length) {
    flagOffsets.push(at);
    flags = view.getUint16(at);
    const glyphIdOffset = at + 2;
    at += 4;
    const areWords = (flags & ARGUMENTS_ARE_WORDS) !== 0;
    const areOffsets = (flags & ARGUMENTS_ARE_OFFSETS) !== 0;
    const scales = (flags & HAS_SCALE) !== 0 ? 1 : (flags & HAS_TWO_SCALES) !== 0 ? 2 : (flags & HAS_MATRIX) !== 0 ? 4 : 0;
    if (at + (areWords ? 4 : 2) + 2 * scales > record.length) break;
    const dx = areWords ? view.getInt16(at) : view.getInt8(at);
    const dy = areWords ? view.getInt16(at + 2) : view.getInt8(at + 1);
    at += areWords ? 4 : 2;
    const scale = (index: number) => view.getInt16(at + 2 * index) / F2DOT14_ONE;
    components.push({
      glyphId: view.getUint16(glyphIdOffset),
      glyphIdOffset,
      xx: scales === 0 ? 1 : scale(0),
      xy: scales === 4 ? scale(1) : 0,
      yx: scales === 4 ? scale(2) : 0,
      yy: scales === 0 ? 1 : scales === 1 ? scale(0) : scales === 2 ? scale(1) : scale(3),
      dx: areOffsets ? dx : 0,
      dy: areOffsets ? dy : 0,
    });
    at += 2 * scales;
  }
  return { components, flagOffsets, end: at };
}
