import { tableBytes, viewOf, type FontProblem, type Sfnt } from "./sfnt";
import { onceFor } from "./onceFor";
import { fail, ok, type Result } from "../result";

/** What a font file says about itself. Lengths are in font units, `unitsPerEm` to the em. */
export interface FontMetrics {
  readonly postScriptName: string;
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /** Left, bottom, right, top of all glyphs together. */
  readonly boundingBox: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly weight: number;
  /** Whether the licence bits in the file (OS/2 `fsType`) allow it to be embedded in a document. */
  readonly mayEmbed: boolean;
  /** Whether its outlines are programs of the Compact Font Format, where other fonts have TrueType's. */
  readonly hasCff: boolean;
  /** The horizontal advance of each glyph. */
  readonly advances: Uint16Array;
}

const RESTRICTED_EMBEDDING = 0x0002;
const BITMAP_ONLY_EMBEDDING = 0x0200;
/** Such a font may go in whole only, 10 to 30 MB of it in each file: it is taken for one that may not. */
const NO_SUBSETTING = 0x0100;
const CAP_HEIGHT_VERSION = 2;
const FIXED_ONE = 65536;

/** Reads the metrics from head, hhea, hmtx, maxp, OS/2, post and name, once for each font that is open. */
export function readFontMetrics(sfnt: Sfnt): Result<FontMetrics, FontProblem> {
  return readMetrics(sfnt);
}

const readMetrics = onceFor((sfnt: Sfnt): Result<FontMetrics, FontProblem> => {
  const head = table(sfnt, "head", 54);
  const hhea = table(sfnt, "hhea", 36);
  const maxp = table(sfnt, "maxp", 6);
  const os2 = table(sfnt, "OS/2", 78);
  const hmtx = table(sfnt, "hmtx", 4);
  if (head === null || hhea === null || maxp === null || os2 === null || hmtx === null) {
    return fail({ code: "damaged-font", detail: "head, hhea, maxp, OS/2 or hmtx missing or too short" });
  }
  const unitsPerEm = head.getUint16(18);
  const glyphCount = maxp.getUint16(4);
  const longMetrics = hhea.getUint16(34);
  if (unitsPerEm < 16 || longMetrics === 0 || longMetrics > glyphCount || hmtx.byteLength < 4 * longMetrics) {
    return fail({ code: "damaged-font", detail: "metrics out of range" });
  }
  const fsType = os2.getUint16(8);
  const hasCapHeight = os2.getUint16(0) >= CAP_HEIGHT_VERSION && os2.byteLength >= 90;
  const ascent = os2.getInt16(68);
  const post = table(sfnt, "post", 8);
  return ok({
    postScriptName: readPostScriptName(sfnt) ?? "Unnamed",
    unitsPerEm,
    glyphCount,
    boundingBox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    ascent,
    descent: os2.getInt16(70),
    capHeight: hasCapHeight ? os2.getInt16(88) : ascent,
    italicAngle: post === null ? 0 : post.getInt32(4) / FIXED_ONE,
    weight: os2.getUint16(4),
    mayEmbed: (fsType & (RESTRICTED_EMBEDDING | NO_SUBSETTING | BITMAP_ONLY_EMBEDDING)) === 0,
    hasCff: sfnt.tables.has("CFF "),
    advances: readAdvances(hmtx, longMetrics, glyphCount),
  });
});

function table(sfnt: Sfnt, tag: string, leastLength: number): DataView | null {
  const bytes = tableBytes(sfnt, tag);
  return bytes === null || bytes.length < leastLength ? null : viewOf(bytes);
}

/** Glyphs past the long metrics repeat the last advance (OpenType, "hmtx"). */
function readAdvances(hmtx: DataView, longMetrics: number, glyphCount: number): Uint16Array {
  const advances = new Uint16Array(glyphCount);
  for (let glyph = 0; glyph < longMetrics; glyph++) advances[glyph] = hmtx.getUint16(4 * glyph);
  return advances.fill(hmtx.getUint16(4 * (longMetrics - 1)), longMetrics);
}

const POST_SCRIPT_NAME = 6;
const WINDOWS_PLATFORM = 3;
const NAME_RECORD_LENGTH = 12;

function readPostScriptName(sfnt: Sfnt): string | null {
  const name = table(sfnt, "name", 6);
  if (name === null) return null;
  const count = name.getUint16(2);
  const storage = name.getUint16(4);
  for (let index = 0; index < count; index++) {
    const record = 6 + NAME_RECORD_LENGTH * index;
    if (record + NAME_RECORD_LENGTH > name.byteLength) return null;
    if (name.getUint16(record) !== WINDOWS_PLATFORM || name.getUint16(record + 6) !== POST_SCRIPT_NAME) continue;
    const length = name.getUint16(record + 8);
    const from = storage + name.getUint16(record + 10);
    if (from + length > name.byteLength) return null;
    let text = "";
    for (let at = from; at + 1 < from + length; at += 2) text += String.fromCharCode(name.getUint16(at));
    return text;
  }
  return null;
}
