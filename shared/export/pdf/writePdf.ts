import type { PageDisplay } from "../../display/displayList";
import type { FontMetrics } from "../../fonts/fontMetrics";
import type { FontSubset } from "../../fonts/subsetFont";
import { invariant } from "../../result";
import { createCharacterCodes, type CharacterCodes } from "./characterCodes";
import { readJpegHeader } from "./jpegHeader";
import { KNOCKOUT_STATE, OVERPRINT_STATE, pageContent, type ContentResources, type PlacedPicture } from "./pageContent";
import { writePdfFont } from "./pdfFont";
import { createPdfObjects, type Deflate, type PdfObjects, type PdfReference } from "./pdfObjects";
import { uprightMatrix, writePdfPicture } from "./pdfPicture";
import { latin1, pdfNumbers, pdfTextString } from "./pdfSyntax";

/** What a PDF is made of, and the ports to the machine that makes it. */
export interface PdfRequest {
  readonly pages: readonly PageDisplay[];
  readonly metadata: PdfMetadata;
  readonly deflate: Deflate;
  /** SHA-256 in lower-case hexadecimal. */
  digest(bytes: Uint8Array): string;
  metrics(fontId: string): FontMetrics;
  /** A subset of the font with these glyphs. */
  subset(fontId: string, glyphIds: ReadonlySet<number>): FontSubset;
  /** The picture as a baseline or progressive JPEG, or null where the issue has lost it: its frame then stays empty. */
  picture(assetId: string): Uint8Array | null;
}

/** What the file says about itself. */
export interface PdfMetadata {
  readonly title: string;
  readonly author: string;
  /** The day of the issue, ISO `YYYY-MM-DD`: the file's dates, so that the same issue gives the same bytes. */
  readonly date: string;
  /** The paper's offset from UTC, such as `+08:00`. */
  readonly utcOffset: string;
  /** A BCP 47 language tag. */
  readonly language: string;
  /** The printed number of each page. */
  readonly pageLabels: readonly string[];
}

/**
 * The PDF of finished pages: live text in subset fonts, vector rules, pictures as they are; black text is K only and
 * overprints. The same request gives the same bytes.
 */
export function writePdf(request: PdfRequest): Uint8Array {
  const objects = createPdfObjects(request.deflate);
  const catalog = objects.reserve();
  const pageTree = objects.reserve();
  const fonts = new Map<string, FontUse>();
  const pictures = new Map<string, PictureUse | null>();
  const contents = request.pages.map((page) => pageContent(page, contentResources(objects, request, fonts, pictures)));

  const resources = objects.add(
    `<<${entry("Font", writeFonts(objects, request, fonts))}` +
      `${entry("XObject", [...pictures.values()].flatMap((use) => (use === null ? [] : [[use.name, use.reference] as const])))}` +
      `/ExtGState<</${OVERPRINT_STATE}<</Type/ExtGState/OP true/op true/OPM 1>>/${KNOCKOUT_STATE}<</Type/ExtGState/OP false/op false/OPM 1>>>>>>`,
  );
  const pages = request.pages.map((page, index) => {
    const content = objects.addStream("", latin1(contents[index]!));
    const box = pdfNumbers(0, 0, page.size.width, page.size.height);
    return objects.add(
      `<</Type/Page/Parent ${pageTree} 0 R/MediaBox[${box}]/TrimBox[${box}]/BleedBox[${box}]/Resources ${resources} 0 R/Contents ${content} 0 R>>`,
    );
  });
  objects.set(pageTree, `<</Type/Pages/Kids[${pages.map((page) => `${page} 0 R`).join(" ")}]/Count ${pages.length}>>`);
  objects.set(catalog, catalogBody(pageTree, request.metadata));
  const info = objects.add(infoBody(request.metadata));
  return objects.file({ catalog, info, digest: (bytes) => request.digest(bytes) });
}

interface FontUse {
  readonly name: string;
  readonly codes: CharacterCodes;
  readonly metrics: FontMetrics;
}

interface PictureUse extends PlacedPicture {
  readonly reference: PdfReference;
}

function contentResources(
  objects: PdfObjects,
  request: PdfRequest,
  fonts: Map<string, FontUse>,
  pictures: Map<string, PictureUse | null>,
): ContentResources {
  const fontOf = (fontId: string): FontUse => {
    const known = fonts.get(fontId);
    if (known !== undefined) return known;
    const made = { name: `F${fonts.size + 1}`, codes: createCharacterCodes(), metrics: request.metrics(fontId) };
    fonts.set(fontId, made);
    return made;
  };
  return {
    fontName: (fontId) => fontOf(fontId).name,
    codeOf: (fontId, glyphId, text) => fontOf(fontId).codes.codeOf(glyphId, text),
    advance: (fontId, glyphId) => {
      const { metrics } = fontOf(fontId);
      return (metrics.advances[glyphId] ?? 0) / metrics.unitsPerEm;
    },
    picture: (assetId) => {
      const known = pictures.get(assetId);
      if (known !== undefined) return known;
      const made = addPicture(objects, request.picture(assetId), `P${pictures.size + 1}`);
      pictures.set(assetId, made);
      return made;
    },
    hiddenTextFontId: firstFontId(request.pages),
  };
}

function addPicture(objects: PdfObjects, bytes: Uint8Array | null, name: string): PictureUse | null {
  if (bytes === null) return null;
  const header = readJpegHeader(bytes);
  invariant(header !== null, "a picture comes as a baseline or progressive JPEG");
  return { name, upright: uprightMatrix(header), reference: writePdfPicture(objects, bytes, header) };
}

function firstFontId(pages: readonly PageDisplay[]): string | null {
  for (const page of pages) {
    for (const box of page.boxes) {
      for (const item of box.items) if (item.kind === "glyphs") return item.fontId;
    }
  }
  return null;
}

function writeFonts(objects: PdfObjects, request: PdfRequest, fonts: ReadonlyMap<string, FontUse>): readonly (readonly [string, PdfReference])[] {
  return [...fonts].map(([fontId, { name, codes, metrics }]) => {
    const subset = request.subset(fontId, new Set(codes.codes.map((code) => code.glyphId)));
    const tag = subsetTag(request.digest(subset.bytes));
    return [name, writePdfFont(objects, { metrics, subset, codes: codes.codes }, tag)];
  });
}

/** Six capitals that follow from the subset's content (ISO 32000-1, 9.6.4). */
function subsetTag(digest: string): string {
  let tag = "";
  for (let index = 0; index < 6; index++) {
    tag += String.fromCharCode(0x41 + (Number.parseInt(digest.slice(2 * index, 2 * index + 2), 16) % 26));
  }
  return tag;
}

function entry(name: string, references: readonly (readonly [string, PdfReference])[]): string {
  return references.length === 0 ? "" : `/${name}<<${references.map(([key, value]) => `/${key} ${value} 0 R`).join("")}>>`;
}

function catalogBody(pageTree: PdfReference, { language, pageLabels }: PdfMetadata): string {
  const labels = pageLabels.map((label, index) => `${index}<</P ${pdfTextString(label)}>>`).join("");
  return (
    `<</Type/Catalog/Pages ${pageTree} 0 R/Lang(${language.replace(/[^A-Za-z0-9-]/g, "")})/PageLabels<</Nums[${labels}]>>` +
    "/ViewerPreferences<</DisplayDocTitle true>>>>"
  );
}

function infoBody({ title, author, date, utcOffset }: PdfMetadata): string {
  const stamp = `(D:${date.replaceAll("-", "")}000000${utcOffset.replace(":", "'")}')`;
  return (
    `<</Title ${pdfTextString(title)}/Author ${pdfTextString(author)}/Creator(Broadsheet)/Producer(Broadsheet)` +
    `/CreationDate ${stamp}/ModDate ${stamp}/Trapped/False>>`
  );
}
