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
  /** The layers of its codes with text that runs downwards. */
  readonly vertical: ReadonlySet<number>;
}

/** A font as content names it: one object for each layer of codes and direction, over the same glyphs. */
export interface WrittenFont {
  readonly layer: number;
  readonly isVertical: boolean;
  readonly reference: PdfReference;
}

/** The glyph space of PDF: thousandths of an em. */
const GLYPH_SPACE = 1000;
/** From the top of a glyph's cell in vertical writing down to its baseline: the em box of all fonts used (`EM_ASCENT`). */
export const VERTICAL_ORIGIN = 880;
/** Symbolic: its glyphs are none of the standard Latin set's (ISO 32000-1, 9.8.2). */
const SYMBOLIC = 4;
const BOLD_WEIGHT = 600;

/** Writes a composite font whose codes are CIDs, with an exact way back to the characters. `tag` is the subset's six capitals. */
export function writePdfFont(objects: PdfObjects, { metrics, subset, codes: all, vertical }: PdfFont, tag: string): readonly WrittenFont[] {
  const name = `${tag}+${metrics.postScriptName.replace(/[^A-Za-z0-9-]/g, "")}`;
  const unit = GLYPH_SPACE / metrics.unitsPerEm;
  const isCff = subset.format === "cff";
  const file = isCff ? objects.addStream("/Subtype/CIDFontType0C", subset.bytes) : objects.addStream(`/Length1 ${subset.bytes.length}`, subset.bytes);
  const descriptor = objects.add(
    `<</Type/FontDescriptor/FontName/${name}/Flags ${SYMBOLIC}` +
      `/FontBBox[${metrics.boundingBox.map((value) => pdfNumber(Math.round(value * unit))).join(" ")}]` +
      `/ItalicAngle ${pdfNumber(metrics.italicAngle)}/Ascent ${pdfNumbers(metrics.ascent * unit)}` +
      `/Descent ${pdfNumbers(metrics.descent * unit)}/CapHeight ${pdfNumbers(metrics.capHeight * unit)}` +
      `/StemV ${metrics.weight >= BOLD_WEIGHT ? 140 : 80}/${isCff ? "FontFile3" : "FontFile2"} ${file} 0 R>>`,
  );
  const layers = [...new Set([0, ...all.map(({ layer }) => layer)])];
  return layers.flatMap((layer) =>
    writeLayer(objects, { name, metrics, subset, descriptor, layer, codes: all.filter((code) => code.layer === layer), isVertical: vertical.has(layer) }),
  );
}

interface FontLayer {
  readonly name: string;
  readonly metrics: FontMetrics;
  readonly subset: FontSubset;
  readonly descriptor: PdfReference;
  readonly layer: number;
  readonly codes: readonly CharacterCode[];
  readonly isVertical: boolean;
}

function writeLayer(objects: PdfObjects, { name, metrics, subset, descriptor, layer, codes, isVertical }: FontLayer): readonly WrittenFont[] {
  const isCff = subset.format === "cff";
  // The CIDs of a CFF program are its own: the codes, one for each glyph and text, are led to them.
  const cidOf = ({ cid, glyphId }: CharacterCode): number => (isCff ? (subset.glyphIds.get(glyphId) ?? 0) : cid);
  const map = isCff ? "" : `/CIDToGIDMap ${objects.addStream("", cidToGlyphMap(codes, subset))} 0 R`;
  const descendant = objects.add(
    `<</Type/Font/Subtype/${isCff ? "CIDFontType0" : "CIDFontType2"}/BaseFont/${name}` +
      `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW ${GLYPH_SPACE}` +
      (isVertical ? `/DW2[${VERTICAL_ORIGIN} ${-GLYPH_SPACE}]` : "") +
      `/W[${widths(codes, metrics, GLYPH_SPACE / metrics.unitsPerEm, cidOf)}]/FontDescriptor ${descriptor} 0 R${map}>>`,
  );
  const toUnicode = objects.addStream("", latin1(unicodeMap(codes)));
  const encoding = (direction: "H" | "V"): string => (isCff ? `${writeEncoding(objects, codes, cidOf, direction)} 0 R` : `/Identity-${direction}`);
  const composite = (direction: "H" | "V"): PdfReference =>
    objects.add(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding ${encoding(direction)}` +
        `/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
    );
  return [
    { layer, isVertical: false, reference: composite("H") },
    ...(isVertical ? [{ layer, isVertical: true, reference: composite("V") }] : []),
  ];
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
function widths(codes: readonly CharacterCode[], metrics: FontMetrics, unit: number, cidOf: (code: CharacterCode) => number): string {
  const groups: { first: number; widths: string[] }[] = [];
  const byCid = new Map(codes.map((code) => [cidOf(code), code.glyphId]));
  for (const [cid, glyphId] of [...byCid].sort(([a], [b]) => a - b)) {
    const width = (metrics.advances[glyphId] ?? 0) * unit;
    if (width === GLYPH_SPACE) continue;
    const last = groups.at(-1);
    if (last !== undefined && last.first + last.widths.length === cid) last.widths.push(pdfNumber(width));
    else groups.push({ first: cid, widths: [pdfNumber(width)] });
  }
  return groups.map((group) => `${group.first}[${group.widths.join(" ")}]`).join("");
}

/** Writes a CMap that leads codes to CIDs (ISO 32000-1, 9.7.5.3). */
function writeEncoding(objects: PdfObjects, codes: readonly CharacterCode[], cidOf: (code: CharacterCode) => number, direction: "H" | "V"): PdfReference {
  const name = `Broadsheet-${direction}`;
  const pairs = codes.map((code) => `<${hex4(code.cid)}> ${cidOf(code)}`);
  const system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";
  const mode = direction === "V" ? 1 : 0;
  const program =
    `/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n${system}def\n/CMapName/${name} def\n/CMapType 1 def\n/WMode ${mode} def\n` +
    `1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n${blocksOf(pairs, "cidchar")}endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n`;
  return objects.addStream(`/Type/CMap/CMapName/${name}${system}/WMode ${mode}`, latin1(program));
}

/** The most pairs one block of a CMap may hold (Adobe CMap specification). */
const BLOCK = 100;

function unicodeMap(codes: readonly CharacterCode[]): string {
  const pairs = codes.filter((code) => code.text !== "").map((code) => `<${hex4(code.cid)}><${utf16Hex(code.text)}>`);
  return (
    "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
    `1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n${blocksOf(pairs, "bfchar")}endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n`
  );
}

function blocksOf(pairs: readonly string[], kind: "bfchar" | "cidchar"): string {
  let blocks = "";
  for (let from = 0; from < pairs.length; from += BLOCK) {
    const block = pairs.slice(from, from + BLOCK);
    blocks += `${block.length} begin${kind}\n${block.join("\n")}\nend${kind}\n`;
  }
  return blocks;
}
