import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { PageDisplay } from "../../shared/display/displayList";
import { CHINA_OFFSET } from "../../shared/export/epaper/issueTime";
import { readJpegHeader } from "../../shared/export/pdf/jpegHeader";
import { pageStructure } from "../../shared/export/pdf/pageStructure";
import { plainPreset } from "../../shared/export/pdf/plainPreset";
import { writePdf } from "../../shared/export/pdf/writePdf";
import { readFontMetrics, type FontMetrics } from "../../shared/fonts/fontMetrics";
import { readSfnt, type FontProblem, type Sfnt } from "../../shared/fonts/sfnt";
import { subsetFont } from "../../shared/fonts/subsetFont";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { IssueDocument } from "../../shared/model/document";
import type { PageId } from "../../shared/model/ids";
import { HostError } from "../../shared/platform/host";
import type { Result } from "../../shared/result";
import type { FontFiles } from "../fonts/fontFiles";
import { readPictures, type ReadAsset } from "./issuePictures";

/** What the PDF is made from. */
export interface PdfExport {
  readonly document: IssueDocument;
  readonly layout: IssueLayout;
  /** Page ids in the order of the file, or null for the whole issue. */
  readonly pageIds: readonly string[] | null;
  readonly fontFiles: FontFiles;
  readonly readAsset: ReadAsset;
}

/** Level 6 is where a higher one gains under 1 % on content streams and glyph outlines. */
const DEFLATE_LEVEL = 6;

/** The bytes of the PDF: the same issue gives the same bytes, on every run. */
export async function exportPdf(request: PdfExport): Promise<Uint8Array> {
  const { document, layout, fontFiles } = request;
  const pages = pagesOf(request);
  const pictures = await jpegs(await readPictures(pages.map((page) => page.display), request.readAsset));
  const opened = new Map<string, { readonly sfnt: Sfnt; readonly metrics: FontMetrics }>();
  const open = (fontId: string) => {
    const known = opened.get(fontId);
    if (known !== undefined) return known;
    const bytes = fontFiles.openFont(fontId);
    if (bytes === null) throw new HostError({ code: "export-failed", detail: `font ${fontId} is not installed` });
    const sfnt = required(fontId, readSfnt(bytes));
    const made = { sfnt, metrics: required(fontId, readFontMetrics(sfnt)) };
    if (!made.metrics.mayEmbed) throw new HostError({ code: "export-failed", detail: `font ${fontId} may not be embedded` });
    opened.set(fontId, made);
    return made;
  };
  const written: Uint8Array[] = [];
  const hash = createHash("sha256");
  await writePdf({
    preset: plainPreset,
    marks: [],
    outputProfile: null,
    structure: pageStructure(document, layout, pages.map((page) => page.id)),
    pages: pages.map((page) => page.display),
    metadata: {
      title: titleOf(document, pages.map((page) => page.number), layout.pages.size),
      author: document.publication.publisher || document.publication.name,
      date: document.issue.date,
      utcOffset: CHINA_OFFSET,
      language: document.publication.language,
      pageLabels: pages.map((page) => String(page.number)),
    },
    output: {
      write: (bytes) => void written.push(bytes),
      deflate: (bytes) => deflateSync(bytes, { level: DEFLATE_LEVEL }),
      digest: { update: (bytes) => void hash.update(bytes), hexadecimal: () => hash.copy().digest("hex") },
    },
    digest: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    metrics: (fontId) => open(fontId).metrics,
    subset: (fontId, glyphIds) => {
      const { sfnt, metrics } = open(fontId);
      return required(fontId, subsetFont(sfnt, metrics.advances, glyphIds));
    },
    picture: async (assetId) => {
      const bytes = pictures.get(assetId) ?? null;
      return bytes === null ? null : { kind: "jpeg", bytes };
    },
  });
  return Buffer.concat(written);
}

interface NumberedPage {
  readonly id: PageId;
  readonly display: PageDisplay;
  readonly number: number;
}

function pagesOf({ document, layout, pageIds }: PdfExport): readonly NumberedPage[] {
  const wanted = pageIds ?? document.pages.map((page) => page.id as string);
  return wanted.map((pageId) => {
    const index = document.pages.findIndex((page) => page.id === pageId);
    const page = document.pages[index];
    const display = page === undefined ? undefined : layout.pages.get(page.id);
    if (page === undefined || display === undefined) throw new HostError({ code: "export-failed", detail: `page ${pageId} is not in the issue` });
    return { id: page.id, display, number: index + 1 };
  });
}

function titleOf({ publication, issue }: IssueDocument, numbers: readonly number[], pageCount: number): string {
  const which = numbers.length === pageCount ? "" : ` 第${numbers.join("、")}版`;
  return `${publication.name} ${issue.date}${which}`;
}

/** JPEG files go in as they are; other pictures are converted, transparency onto paper, grey staying grey. */
async function jpegs(pictures: ReadonlyMap<string, Uint8Array | null>): Promise<ReadonlyMap<string, Uint8Array | null>> {
  const converted = new Map<string, Uint8Array | null>();
  for (const [assetId, bytes] of pictures) {
    converted.set(assetId, bytes === null || readJpegHeader(bytes) !== null ? bytes : await toJpeg(assetId, bytes));
  }
  return converted;
}

async function toJpeg(assetId: string, bytes: Uint8Array): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  try {
    const picture = sharp(bytes);
    const { space } = await picture.metadata();
    return await picture
      .rotate()
      .flatten({ background: "#ffffff" })
      .toColourspace(space === "b-w" || space === "grey16" ? "b-w" : "srgb")
      .jpeg({ quality: 95, chromaSubsampling: "4:4:4" })
      .toBuffer();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HostError({ code: "export-failed", detail: `picture ${assetId} cannot be read: ${reason}` });
  }
}

function required<Value>(fontId: string, result: Result<Value, FontProblem>): Value {
  if (result.ok) return result.value;
  throw new HostError({ code: "export-failed", detail: `font ${fontId}: ${result.problem.detail}` });
}
