import type { FontMetrics } from "../../fonts/fontMetrics";
import type { FontSubset } from "../../fonts/subsetFont";
import type { CharacterCode } from "./characterCodes";
import type { PdfObjects, PdfReference } from "./pdfObjects";
import { hex4, latin1, pdfNumber, pdfNumbers, utf16Hex } from "./pdfSyntax";

/** A font as it goes into the file: a subset of its glyphs and the codes that name them. */
export interface PdfFont {
  readonly metrics: FontMetrics;
  readonly subset: FontSubset;
  readonly codes: readonly CharacterCode[];
  /** Whether some of its text runs downwards. */
  readonly hasVertical: boolean;
}

/** A font as content names it: one object for each direction, over the same glyphs. */
export interface WrittenFont {
  readonly horizontal: PdfReference;
  readonly vertical: PdfReference | null;
}

/** The glyph space of PDF: thousandths of an em. */
const GLYPH_SPACE = 1000;
/** From the top of a glyph's cell in vertical writing down to its baseline: the em box of all fonts used (`EM_ASCENT`). */
export const VERTICAL_ORIGIN = 880;
/** Symbolic: its glyphs are none of the standard Latin set's (ISO 32000-1, 9.8.2). */
const SYMBOLIC = 4;
const BOLD_WEIGHT = 600;

/** Writes a composite font whose codes are CIDs, with an exact way back to the characters. `tag` is the subset's six capitals. */
export function writePdfFont(objects: PdfObjects, { metrics, subset, codes, hasVertical }: PdfFont, tag: string): WrittenFont {
  const name = `${tag}+${metrics.postScriptName.replace(/[^A-Za-z0-9-]/g, "")}`;
  const unit = GLYPH_SPACE / metrics.unitsPerEm;
  const file = objects.addStream(`/Length1 ${subset.bytes.length}`, subset.bytes);
  const descriptor = objects.add(
    `<</Type/FontDescriptor/FontName/${name}/Flags ${SYMBOLIC}` +
      `/FontBBox[${metrics.boundingBox.map((value) => pdfNumber(Math.round(value * unit))).join(" ")}]` +
      `/ItalicAngle ${pdfNumber(metrics.italicAngle)}/Ascent ${pdfNumbers(metrics.ascent * unit)}` +
      `/Descent ${pdfNumbers(metrics.descent * unit)}/CapHeight ${pdfNumbers(metrics.capHeight * unit)}` +
      `/StemV ${metrics.weight >= BOLD_WEIGHT ? 140 : 80}/FontFile2 ${file} 0 R>>`,
  );
  const map = objects.addStream("", cidToGlyphMap(codes, subset));
  const descendant = objects.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}` +
      `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW ${GLYPH_SPACE}` +
      (hasVertical ? `/DW2[${VERTICAL_ORIGIN} ${-GLYPH_SPACE}]` : "") +
      `/W[${widths(codes, metrics, unit)}]/FontDescriptor ${descriptor} 0 R/CIDToGIDMap ${map} 0 R>>`,
  );
  const toUnicode = objects.addStream("", latin1(unicodeMap(codes)));
  const composite = (direction: "H" | "V"): PdfReference =>
    objects.add(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-${direction}` +
        `/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
    );
  return { horizontal: composite("H"), vertical: hasVertical ? composite("V") : null };
}

function cidToGlyphMap(codes: readonly CharacterCode[], subset: FontSubset): Uint8Array {
  const map = new Uint8Array(2 * (codes.length + 1));
  for (const { cid, glyphId } of codes) {
    const number = subset.glyphIds.get(glyphId) ?? 0;
    map[2 * cid] = number >> 8;
    map[2 * cid + 1] = number & 0xff;
  }
  return map;
}

/** The widths that are not a whole em, neighbouring CIDs together. */
function widths(codes: readonly CharacterCode[], metrics: FontMetrics, unit: number): string {
  const groups: { first: number; widths: string[] }[] = [];
  for (const { cid, glyphId } of codes) {
    const width = (metrics.advances[glyphId] ?? 0) * unit;
    if (width === GLYPH_SPACE) continue;
    const last = groups.at(-1);
    if (last !== undefined && last.first + last.widths.length === cid) last.widths.push(pdfNumber(width));
    else groups.push({ first: cid, widths: [pdfNumber(width)] });
  }
  return groups.map((group) => `${group.first}[${group.widths.join(" ")}]`).join("");
}

/** The most pairs one block of a CMap may hold (Adobe CMap specification). */
const BLOCK = 100;

function unicodeMap(codes: readonly CharacterCode[]): string {
  const pairs = codes.filter((code) => code.text !== "").map((code) => `<${hex4(code.cid)}><${utf16Hex(code.text)}>`);
  let blocks = "";
  for (let from = 0; from < pairs.length; from += BLOCK) {
    const block = pairs.slice(from, from + BLOCK);
    blocks += `${block.length} beginbfchar\n${block.join("\n")}\nendbfchar\n`;
  }
  return (
    "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
    `1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n${blocks}endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n`
  );
}
