import type { DisplayItem, PageDisplay } from "../../display/displayList";
import type { FontMetrics } from "../../fonts/fontMetrics";
import type { FontSubset } from "../../fonts/subsetFont";
import { invariant } from "../../result";
import { writeBookmarks, type BookmarkedPage } from "./bookmarks";
import { createCharacterCodes, type CharacterCodes } from "./characterCodes";
import { createColourSpaces } from "./colourSpaces";
import type { ContentResources, PlacedPicture } from "./contentResources";
import { infoDictionary, xmpPacket, type PdfMetadata } from "./documentInfo";
import { INITIAL_STATE, KNOCKOUT_STATE, OVERPRINT_STATE } from "./inkState";
import { readJpegHeader } from "./jpegHeader";
import { writeOutputIntent } from "./outputIntent";
import { createOutlineForms, type GlyphDrawing } from "./outlineForms";
import { pageBoxes, type PageBoxes } from "./pageBoxes";
import { pageContent, type ContentTags } from "./pageContent";
import { writePdfFont } from "./pdfFont";
import { createPdfObjects, type PdfObjects, type PdfOutput, type PdfReference } from "./pdfObjects";
import { uprightMatrix, writePdfPicture } from "./pdfPicture";
import { latin1, pdfNumbers, pdfTextString } from "./pdfSyntax";
import { placedMatrix, writePlacedPdf, type PlacedPdf } from "./placedPdf";
import type { PressPreset } from "./pressPreset";
import type { PdfStructure } from "./structureElement";
import { createStructureTree, type StructureTree } from "./structureTree";

/** What a PDF is made of, and the ports to the machine that makes it. */
export interface PdfRequest {
  readonly pages: readonly PageDisplay[];
  readonly preset: PressPreset;
  /** What each page has outside its trim, in the page's own points; see `pressMarks`. */
  readonly marks: readonly (readonly DisplayItem[])[];
  readonly metadata: PdfMetadata;
  /** The ICC file of the preset's printing condition; not null where the preset has one. */
  readonly outputProfile: Uint8Array | null;
  readonly output: Omit<PdfOutput, "version">;
  /** SHA-256 in lower-case hexadecimal. */
  digest(bytes: Uint8Array): string;
  metrics(fontId: string): FontMetrics;
  /** The outlines that stand for text where the preset says so. */
  readonly drawing: GlyphDrawing;
  /** A subset of the font with these glyphs. */
  subset(fontId: string, glyphIds: ReadonlySet<number>): FontSubset;
  /** A picture in the inks of the preset, or null where the issue has lost it: its frame then stays empty. Asked for once, when a page first shows it. */
  picture(assetId: string): Promise<PdfPicture | null>;
  /** The reading order, or null for a file without one. */
  readonly structure: PdfStructure | null;
  /** Waited for before each page, by its place in `pages`: time to hand on what was written; what it rejects with ends the writing. */
  beforePage?(index: number): Promise<void>;
}

/** A picture as the file takes it in. */
export type PdfPicture =
  | {
      readonly kind: "jpeg";
      /** A baseline or progressive JPEG of 8 bits with 1, 3 or 4 components. */
      readonly bytes: Uint8Array;
    }
  | { readonly kind: "form"; readonly form: PlacedPdf };

/**
 * Writes finished pages page by page: live text in subset fonts, vector rules, pictures as they are; black text is K only
 * and overprints. The same request gives the same bytes.
 */
export async function writePdf(request: PdfRequest): Promise<void> {
  const { preset } = request;
  // PDF/X-1a:2003 is PDF 1.4 (ISO 15930-4); PDF/X-4 is 1.6 (ISO 15930-7), the others need no more.
  const objects = createPdfObjects({ ...request.output, version: preset.standard === "x1a" ? "1.4" : "1.6" });
  const catalog = objects.reserve();
  const pageTree = objects.reserve();
  const resources = objects.reserve();
  const fonts = new Map<string, FontUse>();
  const pictures = new Map<string, PictureUse | null>();
  const spaces = createColourSpaces();
  const content = contentResources(request, fonts, pictures);

  const { structure } = request;
  const outlines = preset.text === "outlines" ? createOutlineForms(objects, request.drawing) : null;
  const tree = createStructureTree();
  const pages: PdfReference[] = [];
  const places: BookmarkedPage[] = [];
  for (const [index, page] of request.pages.entries()) {
    await request.beforePage?.(index);
    await addPictures(objects, request, page, pictures);
    const boxes = pageBoxes(page.size, preset);
    const marks = request.marks[index] ?? [];
    const tags = structure === null ? null : contentTags(structure, tree, index, boxes);
    const stream = objects.addStream("", latin1(pageContent({ page, marks, boxes }, { resources: content, spaces: { colour: preset.colour, spaces }, tags, outlines })));
    const { media, bleed, trim } = boxes;
    pages.push(
      objects.add(
        `<</Type/Page/Parent ${pageTree} 0 R/MediaBox[${pdfNumbers(0, 0, media.width, media.height)}]/BleedBox[${corners(bleed)}]` +
          `/TrimBox[${corners(trim)}]/Resources ${resources} 0 R/Contents ${stream} 0 R` +
          (showsTransparency(page, pictures) ? "/Group<</S/Transparency/CS/DeviceCMYK>>" : "") +
          `${structure === null ? "" : `/StructParents ${index}`}>>`,
      ),
    );
    places.push({ reference: pages[index]!, left: trim.x, top: trim.y + trim.height });
  }

  objects.set(
    resources,
    `<<${entry("Font", writeFonts(objects, request, fonts))}` +
      `${entry("XObject", [...[...pictures.values()].flatMap((use) => (use === null ? [] : [[use.name, use.reference] as const])), ...(outlines?.names ?? [])])}` +
      `${entry("ColorSpace", spaces.write(objects))}` +
      `/ExtGState<</${OVERPRINT_STATE}<</Type/ExtGState/OP true/op true/OPM 1>>/${KNOCKOUT_STATE}<</Type/ExtGState/OP false/op false/OPM 1>>` +
      `${[...pictures.values()].some((use) => use?.isPage === true) ? `/${INITIAL_STATE}<</Type/ExtGState/OP false/op false/OPM 0>>` : ""}>>>>`,
  );
  objects.set(pageTree, `<</Type/Pages/Kids[${pages.map((page) => `${page} 0 R`).join(" ")}]/Count ${pages.length}>>`);
  const intent = writeIntent(objects, request);
  const metadata = objects.addRawStream("/Type/Metadata/Subtype/XML", xmpPacket(request.metadata, preset.standard, objects.digestSoFar()));
  const structureRoot = structure === null ? null : tree.write(objects, structure.root, pages);
  const bookmarks = structure === null ? null : writeBookmarks(objects, structure.bookmarks, places);
  objects.set(catalog, catalogBody({ pageTree, intent, metadata, structureRoot, bookmarks }, request.metadata));
  objects.end({ catalog, info: objects.add(infoDictionary(request.metadata, preset.standard)) });
}

interface FontUse {
  readonly name: string;
  readonly codes: CharacterCodes;
  readonly metrics: FontMetrics;
  /** The layers of its codes with text that runs downwards. */
  readonly vertical: Set<number>;
}

interface PictureUse extends PlacedPicture {
  readonly isTransparent: boolean;
  readonly reference: PdfReference;
}

function contentResources(
  request: PdfRequest,
  fonts: Map<string, FontUse>,
  pictures: ReadonlyMap<string, PictureUse | null>,
): ContentResources {
  const fontOf = (fontId: string): FontUse => {
    const known = fonts.get(fontId);
    if (known !== undefined) return known;
    const metrics = request.metrics(fontId);
    const made = { name: `F${fonts.size + 1}`, codes: createCharacterCodes(metrics.hasCff), metrics, vertical: new Set<number>() };
    fonts.set(fontId, made);
    return made;
  };
  return {
    fontName: (fontId, isVertical, layer) => {
      const font = fontOf(fontId);
      if (isVertical) font.vertical.add(layer);
      return layerName(font.name, isVertical, layer);
    },
    codeOf: (fontId, glyphId, text) => fontOf(fontId).codes.codeOf(glyphId, text),
    advance: (fontId, glyphId) => {
      const { metrics } = fontOf(fontId);
      return (metrics.advances[glyphId] ?? 0) / metrics.unitsPerEm;
    },
    picture: (assetId) => pictures.get(assetId) ?? null,
    hiddenTextFontId: firstFontId(request.pages),
  };
}

/** Writes the pictures of a page that no page before it has. */
async function addPictures(objects: PdfObjects, request: PdfRequest, page: PageDisplay, pictures: Map<string, PictureUse | null>): Promise<void> {
  for (const box of page.boxes) {
    for (const item of box.items) {
      if (item.kind !== "picture" || item.assetId === null || pictures.has(item.assetId)) continue;
      const picture = await request.picture(item.assetId);
      pictures.set(item.assetId, picture === null ? null : addPicture(objects, request, picture, `P${pictures.size + 1}`));
    }
  }
}

function addPicture(objects: PdfObjects, { output }: PdfRequest, picture: PdfPicture, name: string): PictureUse {
  if (picture.kind === "form") {
    const { form } = picture;
    return { name, isPage: true, upright: placedMatrix(form), isTransparent: form.isTransparent, reference: writePlacedPdf(objects, form, output.deflate) };
  }
  const { bytes } = picture;
  const header = readJpegHeader(bytes);
  invariant(header !== null, "a picture comes as a baseline or progressive JPEG");
  return { name, isPage: false, upright: uprightMatrix(header), isTransparent: false, reference: writePdfPicture(objects, bytes, header) };
}

/** Whether a page blends its inks: it then says in which space (ISO 15930-7, 6.5). */
function showsTransparency(page: PageDisplay, pictures: ReadonlyMap<string, PictureUse | null>): boolean {
  return page.boxes.some(({ items }) => items.some((item) => item.kind === "picture" && item.assetId !== null && pictures.get(item.assetId)?.isTransparent === true));
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
  return [...fonts].flatMap(([fontId, { name, codes, metrics, vertical }]) => {
    const subset = request.subset(fontId, new Set(codes.codes.map((code) => code.glyphId)));
    const tag = subsetTag(request.digest(subset.bytes));
    return writePdfFont(objects, { metrics, subset, codes: codes.codes, vertical }, tag).map(
      ({ layer, isVertical, reference }) => [layerName(name, isVertical, layer), reference] as const,
    );
  });
}

function layerName(name: string, isVertical: boolean, layer: number): string {
  return `${name}${isVertical ? "V" : ""}${layer === 0 ? "" : `L${layer}`}`;
}

/** Six capitals that follow from the subset's content (ISO 32000-1, 9.6.4). */
function subsetTag(digest: string): string {
  let tag = "";
  for (let index = 0; index < 6; index++) {
    tag += String.fromCharCode(0x41 + (Number.parseInt(digest.slice(2 * index, 2 * index + 2), 16) % 26));
  }
  return tag;
}

/** Looks up what marks on a page belong to, and numbers their sequences as they are opened. */
function contentTags(structure: PdfStructure, tree: StructureTree, pageIndex: number, { trim }: PageBoxes): ContentTags {
  return {
    tagOf: (box, line) => {
      const element = line === null ? structure.elementOfBox(box.boxId) : structure.elementOfLine(line);
      if (element === null) return null;
      const { x, y, width, height } = box.bounds;
      const foot = trim.y + trim.height - y - height;
      const sheetBox = line === null ? corners({ x: trim.x + x, y: foot, width, height }) : undefined;
      return { element, open: () => `/${element.type}<</MCID ${tree.mark(pageIndex, element, sheetBox)}>>` };
    },
  };
}

function writeIntent(objects: PdfObjects, { preset, outputProfile }: PdfRequest): PdfReference | null {
  if (preset.output === null) return null;
  invariant(outputProfile !== null, "a printing condition comes with its profile");
  return writeOutputIntent(objects, preset.output, outputProfile);
}

function entry(name: string, references: readonly (readonly [string, PdfReference])[]): string {
  return references.length === 0 ? "" : `/${name}<<${references.map(([key, value]) => `/${key} ${value} 0 R`).join("")}>>`;
}

function corners({ x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): string {
  return pdfNumbers(x, y, x + width, y + height);
}

interface CatalogParts {
  readonly pageTree: PdfReference;
  readonly intent: PdfReference | null;
  readonly metadata: PdfReference;
  readonly structureRoot: PdfReference | null;
  readonly bookmarks: PdfReference | null;
}

function catalogBody({ pageTree, intent, metadata, structureRoot, bookmarks }: CatalogParts, { language, pageLabels }: PdfMetadata): string {
  const labels = pageLabels.map((label, index) => `${index}<</P ${pdfTextString(label)}>>`).join("");
  return (
    `<</Type/Catalog/Pages ${pageTree} 0 R/Lang(${language.replace(/[^A-Za-z0-9-]/g, "")})/PageLabels<</Nums[${labels}]>>` +
    `/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${metadata} 0 R${intent === null ? "" : `/OutputIntents[${intent} 0 R]`}` +
    `${structureRoot === null ? "" : `/MarkInfo<</Marked true>>/StructTreeRoot ${structureRoot} 0 R`}` +
    `${bookmarks === null ? "" : `/Outlines ${bookmarks} 0 R`}>>`
  );
}
