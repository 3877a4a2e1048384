import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { PageDisplay } from "../../shared/display/displayList";
import { CHINA_OFFSET } from "../../shared/export/epaper/issueTime";
import type { GlyphDrawing } from "../../shared/export/pdf/outlineForms";
import { pageInk, type PageInk } from "../../shared/export/pdf/pageInk";
import { pageStructure } from "../../shared/export/pdf/pageStructure";
import { pressMarks } from "../../shared/export/pdf/pressMarks";
import type { PressPreset } from "../../shared/export/pdf/pressPreset";
import { writePdf } from "../../shared/export/pdf/writePdf";
import type { FontSource } from "../../shared/fonts/fontSource";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { IssueDocument } from "../../shared/model/document";
import type { AssetId, PageId } from "../../shared/model/ids";
import { lookUp } from "../../shared/model/indexes";
import { HostError } from "../../shared/platform/host";
import type { DerivedCache } from "../assets/derivedCache";
import { measurePicture, packMeasured, unpackMeasured, type MeasuredPicture } from "../assets/coarsePicture";
import { isPdf, readPlacedPdf } from "../assets/readPlacedPdf";
import type { FontFiles } from "../fonts/fontFiles";
import type { ReadAsset } from "./issuePictures";
import { markWords, type ProofNote } from "./markWords";
import { hasCffFont, openPdfFonts } from "./pdfFonts";
import { pressPictures } from "./pressPictures";
import type { PressProfile } from "./pressProfile";

/** What the PDF is made from. */
export interface PdfExport {
  readonly document: IssueDocument;
  readonly layout: IssueLayout;
  /** The fonts the issue was composed with. */
  readonly fonts: FontSource;
  readonly fontFiles: FontFiles;
  readonly readAsset: ReadAsset;
  /** Page ids in the order of the file, or null for the whole issue. */
  readonly pageIds: readonly string[] | null;
  readonly preset: PressPreset;
  /** The profile of the preset's printing condition; not null where it has one. */
  readonly profile: PressProfile | null;
  /** What a proof says of itself, or null. */
  readonly proof: ProofNote | null;
  /** Where converted pictures are kept between exports. */
  readonly cache: DerivedCache;
  /** Where it is kept how much ink pictures ask for. */
  readonly inkCache: DerivedCache;
  /** Told what no press bears: pictures and pages with more ink than the preset's limit. Nothing is measured without a printing condition. */
  readonly hearInk?: (excess: InkExcess) => void;
  /** Called before each page, with its number in the issue from 1; what it throws ends the export. */
  readonly beforePage?: (pageNumber: number) => void;
}

/**
 * Of a front page's fonts and content, level 6 makes 1.6 % less in 1.4 times the time; the largest hash table takes a tenth
 * of the time away and makes them no larger.
 */
const DEFLATING = { level: 4, memLevel: 9 } as const;

/** More ink than the preset's limit, in a picture or where things lie upon one another on a page. */
export interface InkExcess {
  readonly pageNumber: number;
  /** The picture's file name, or null for the page as a whole. */
  readonly picture: string | null;
  /** In percent. */
  readonly most: number;
  readonly limit: number;
  /** Where on the page that is and how much of the page bears more than the limit, 0 to 1; null for a picture. */
  readonly place: Pick<PageInk, "at" | "shareOver"> | null;
}

/**
 * Writes the PDF page by page to `write`, which is waited for: the same issue gives the same bytes, on every run. Rejects
 * with the page's name where one of them cannot be made.
 */
export async function exportPdf(request: PdfExport, write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  const { document, layout, preset, profile } = request;
  const pages = pagesOf(request);
  const fontIds = new Set(pages.flatMap(({ display }) => display.boxes.flatMap(({ items }) => items.flatMap((item) => (item.kind === "glyphs" ? [item.fontId] : [])))));
  const cff = hasCffFont(request.fontFiles, fontIds) ? await (await import("../fonts/subsetCff")).loadCffSubsetter() : null;
  const fonts = openPdfFonts(request.fontFiles, preset, cff);
  const nameOf = (assetId: string): string => lookUp(document.assets, assetId as AssetId)?.fileName ?? assetId; // a display item's asset id is a document's
  const pictures = pressPictures({
    ...request,
    pages: pages.map((page) => page.display),
    nameOf,
  });
  const measured = new Map<string, MeasuredPicture>();
  const measureInk = profile !== null && preset.colour === "press" && request.hearInk !== undefined;
  const tellInk = (page: NumberedPage): void => {
    if (!measureInk) return;
    const { most, ...place } = pageInk(page.display, measured, preset.inkLimit);
    if (most > preset.inkLimit) request.hearInk?.({ pageNumber: page.number, picture: null, most, limit: preset.inkLimit, place });
  };
  const waiting: Uint8Array[] = [];
  const hash = createHash("sha256");
  const handOn = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting);
    waiting.length = 0;
    if (bytes.length > 0) await write(bytes);
  };
  let current: NumberedPage | null = null;
  try {
    await writePdf({
      preset,
      pages: pages.map((page) => page.display),
      marks: pages.map((page) => pressMarks(page.display, preset, markWords(document, page.number, preset, request.proof), request.fonts)),
      outputProfile: profile?.bytes ?? null,
      structure: preset.tagged ? pageStructure(document, layout, pages.map((page) => page.id)) : null,
      metadata: {
        title: titleOf(document, pages.map((page) => page.number), layout.pages.size),
        author: document.publication.publisher || document.publication.name,
        date: document.issue.date,
        utcOffset: CHINA_OFFSET,
        language: document.publication.language,
        pageLabels: pages.map((page) => String(page.number)),
      },
      output: {
        write: (bytes) => void waiting.push(bytes),
        deflate: (bytes) => deflateSync(bytes, DEFLATING),
        digest: { update: (bytes) => void hash.update(bytes), hexadecimal: () => hash.copy().digest("hex") },
      },
      digest: (bytes) => createHash("sha256").update(bytes).digest("hex"),
      drawing: outlinesOf(request.fonts),
      metrics: fonts.metrics,
      subset: fonts.subset,
      picture: async (assetId) => {
        const bytes = await pictures.picture(assetId);
        // A plain file shows an empty frame, as the window does; a plant would print it.
        if (bytes === null && preset.standard !== "none") throw new HostError({ code: "export-failed", detail: `the picture ${nameOf(assetId)} is missing` });
        if (measureInk && bytes !== null && !isPdf(bytes)) {
          const key = createHash("sha256").update(bytes).digest("hex");
          const kept = unpackMeasured(await request.inkCache.get(["measured", "1", key], async () => packMeasured(await measurePicture(bytes))));
          const picture = kept ?? (await measurePicture(bytes));
          measured.set(assetId, picture);
          if (picture.most > preset.inkLimit) request.hearInk?.({ pageNumber: current?.number ?? 0, picture: nameOf(assetId), most: picture.most, limit: preset.inkLimit, place: null });
        }
        if (bytes === null || !isPdf(bytes)) return bytes === null ? null : { kind: "jpeg", bytes };
        if (preset.standard !== "none") {
          // The rules of the checker are loaded only where a PDF is placed.
          const { requirePlaceable } = await import("./requirePlaceable");
          await requirePlaceable(nameOf(assetId), bytes, preset.standard);
        }
        return { kind: "form", form: await readPlacedPdf(nameOf(assetId), bytes) };
      },
      beforePage: async (index) => {
        await handOn();
        if (current !== null) tellInk(current);
        current = pages[index] ?? null;
        if (current !== null) request.beforePage?.(current.number);
      },
    });
  } catch (error) {
    throw onPage(error, current);
  }
  if (current !== null) tellInk(current);
  await handOn();
}

function outlinesOf(fonts: FontSource): GlyphDrawing {
  const font = (fontId: string) => {
    const found = fonts.font(fontId);
    if (found === null) throw new HostError({ code: "export-failed", detail: `font ${fontId} is not installed` });
    return found;
  };
  return { outline: (fontId, glyphId) => font(fontId).outline(glyphId), unitsPerEm: (fontId) => font(fontId).unitsPerEm };
}

/** The failure with the page it happened on. Ends that have nothing to do with a page stay as they are. */
function onPage(error: unknown, page: NumberedPage | null): unknown {
  if (!(error instanceof HostError) || page === null || (error.code !== "export-failed" && error.code !== "unreadable-picture")) return error;
  return new HostError({ code: error.code, detail: error.detail, page: page.number });
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
