import { bytesInMemory, type FontBytes } from "./fontBytes";
import { readFontMetrics } from "./fontMetrics";
import { EM_ASCENT, type Font, type FontSource, type ShapedRun } from "./fontSource";
import { glyphOutline } from "./glyphOutline";
import { readGlyphTable } from "./glyphTable";
import type { HarfBuzzBuffer, HarfBuzzFont, HarfBuzzPort } from "./harfbuzzPort";
import { readSfnt, withTables } from "./sfnt";
import { dashLength, verticalSubstitution, type VerticalSubstitution } from "./verticalForms";

/**
 * All that shaping and the character map read. HarfBuzz gets a file of these tables only, some 0.4 MB instead of 15, so
 * that outlines never go through its memory; the advances and outlines are read from the file itself. CFF outlines are
 * programs, which HarfBuzz runs: it is given that table too.
 */
const shapingTables: ReadonlySet<string> = new Set([
  "GDEF", "GPOS", "GSUB", "OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "vhea", "vmtx",
]);

/**
 * Punctuation is squeezed by the engine's own table, the same in every font, never by a font's features. Ligatures
 * would not take letter-spacing, and a caret could not stand inside them; only —— is joined (`ccmp`).
 */
const switchedOff = ["chws", "vchw", "halt", "vhal", "palt", "vpal", "liga", "clig"] as const;

/**
 * The real fonts, read through HarfBuzz. A file is asked for when its font is first wanted; one that is not there yet
 * (null) is asked for again the next time, one that cannot be read is not.
 */
export function createFontSource<Face, Feature>(
  harfbuzz: HarfBuzzPort<Face, Feature>,
  files: (fontId: string) => FontBytes | Uint8Array | null,
  fallbackFontIds: readonly string[],
): FontSource {
  const buffer = new harfbuzz.Buffer();
  const fonts = new Map<string, Font | null>();
  return {
    fallbackFontIds,
    font: (fontId) => {
      const known = fonts.get(fontId);
      if (known !== undefined) return known;
      const file = files(fontId);
      if (file === null) return null;
      const font = openFont(harfbuzz, buffer, fontId, file instanceof Uint8Array ? bytesInMemory(file) : file);
      fonts.set(fontId, font);
      return font;
    },
  };
}

function openFont<Face, Feature>(
  harfbuzz: HarfBuzzPort<Face, Feature>,
  buffer: HarfBuzzBuffer,
  id: string,
  bytes: FontBytes,
): Font | null {
  const sfnt = readSfnt(bytes);
  if (!sfnt.ok) return null;
  const metrics = readFontMetrics(sfnt.value);
  const isCff = sfnt.value.tables.has("CFF ");
  const glyphs = isCff ? null : readGlyphTable(sfnt.value);
  if (!metrics.ok || glyphs?.ok === false) return null;
  const { unitsPerEm, advances } = metrics.value;
  const shapingCopy = withTables(sfnt.value, (tag) => shapingTables.has(tag) || (isCff && tag === "CFF "));
  const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(shapingCopy)));
  const features = switchedOff.map((tag) => new harfbuzz.Feature(tag, 0));

  // Divided when it is asked for: a page uses a fiftieth of the glyphs, and opening a font is part of every start.
  const advance = (glyphId: number) => (advances[glyphId] ?? 0) / unitsPerEm;
  const outlines = new Map<number, string>();
  const outline = (glyphId: number) => {
    let path = outlines.get(glyphId);
    if (path === undefined) outlines.set(glyphId, (path = glyphs === null ? font.glyphToPath(glyphId) : glyphOutline(glyphs.value, glyphId)));
    return path;
  };

  const nominalGlyph = cachedCharacterMap(font);

  const shapeInto = (text: string, direction: number) => {
    buffer.clearContents();
    buffer.addText(text);
    buffer.setDirection(direction);
    // Without both, Noto gives a dash of 0.89 em and the wrong digits (`locl`).
    buffer.setScript("Hani");
    buffer.setLanguage("zh-Hans");
    harfbuzz.shape(font, buffer, features);
  };
  const verticalGlyph = (mark: string) => {
    shapeInto(mark, harfbuzz.Direction.TTB);
    return buffer.getGlyphInfos()[0]?.codepoint ?? 0;
  };
  let substitute: VerticalSubstitution | null = null;

  return {
    id,
    unitsPerEm,
    nominalGlyph,
    advance,
    outline,
    shape: (text, direction) => {
      if (direction === "horizontal") {
        shapeInto(text, harfbuzz.Direction.LTR);
        return horizontalRun(buffer, unitsPerEm);
      }
      substitute ??= verticalSubstitution(nominalGlyph, verticalGlyph);
      shapeInto(substitute(text), harfbuzz.Direction.TTB);
      return verticalRun(buffer, unitsPerEm, advance, text);
    },
  };
}

const PLANE_SIZE = 0x1_0000;
const UNKNOWN = -1;

/** The character map, each plane's answers kept in a flat table. */
function cachedCharacterMap(font: HarfBuzzFont): (codePoint: number) => number {
  const planes: (Int32Array | undefined)[] = [];
  return (codePoint) => {
    const plane = codePoint >>> 16;
    const table = (planes[plane] ??= new Int32Array(PLANE_SIZE).fill(UNKNOWN));
    const known = table[codePoint & 0xffff] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    return (table[codePoint & 0xffff] = font.nominalGlyph(codePoint) ?? 0);
  };
}

function horizontalRun(buffer: HarfBuzzBuffer, unitsPerEm: number): ShapedRun {
  const run = emptyRun(buffer);
  buffer.getGlyphPositions().forEach((position, index) => {
    run.advances[index] = position.xAdvance / unitsPerEm;
    run.xOffsets[index] = position.xOffset / unitsPerEm;
    run.yOffsets[index] = position.yOffset / unitsPerEm;
  });
  return run;
}

/**
 * The offsets are our own: HarfBuzz's vertical origins fall back to the ascent of `hhea` (1.15 em), which sets a column
 * a quarter em low.
 */
function verticalRun(
  buffer: HarfBuzzBuffer,
  unitsPerEm: number,
  horizontalAdvance: (glyphId: number) => number,
  text: string,
): ShapedRun {
  const run = emptyRun(buffer);
  buffer.getGlyphPositions().forEach((position, index) => {
    const dash = dashLength(text.slice(run.textOffsets[index], run.textOffsets[index + 1]));
    run.advances[index] = dash > 1 ? dash : -position.yAdvance / unitsPerEm;
    run.xOffsets[index] = -horizontalAdvance(run.glyphIds[index] ?? 0) / 2;
    run.yOffsets[index] = dash > 1 ? -EM_ASCENT - (dash - 1) / 2 : -EM_ASCENT;
  });
  return run;
}

function emptyRun(buffer: HarfBuzzBuffer): ShapedRun {
  const infos = buffer.getGlyphInfos();
  const run: ShapedRun = {
    glyphIds: new Uint16Array(infos.length),
    textOffsets: new Uint32Array(infos.length),
    advances: new Float64Array(infos.length),
    xOffsets: new Float64Array(infos.length),
    yOffsets: new Float64Array(infos.length),
  };
  infos.forEach((info, index) => {
    run.glyphIds[index] = info.codepoint;
    run.textOffsets[index] = info.cluster;
  });
  return run;
}
