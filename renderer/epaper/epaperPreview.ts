import type { PictureFile } from "../../shared/export/epaper/articleItem";
import { buildEpaper } from "../../shared/export/epaper/buildEpaper";
import { articleUri } from "../../shared/export/epaper/epaperNames";
import type { EpaperPage } from "../../shared/export/epaper/epaperIssue";
import { readerBook, type ReaderArticle, type ReaderBook } from "../../shared/export/epaper/readerBook";
import { uncoveredParts } from "../../shared/export/epaper/uncoveredParts";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { Article, Asset, IssueDocument } from "../../shared/model/document";
import type { ArticleId, PageId } from "../../shared/model/ids";
import { uncoveredPlaces, type UncoveredPlace } from "./uncoveredPlaces";

/** The e-paper as an export of this very document would make it, and what it would lack. */
export interface EpaperPreview {
  readonly document: IssueDocument;
  readonly layout: IssueLayout;
  readonly book: ReaderBook;
  readonly uncovered: readonly UncoveredPlace[];
}

/** Makes the preview of an issue; `version` is the program's. */
export function epaperPreview(document: IssueDocument, layout: IssueLayout, version: string): EpaperPreview {
  const epaper = buildEpaper(document, layout, { generator: { name: "Broadsheet", version }, pictureFiles: pictureFiles(document) });
  const stems = new Map(Object.values<Article>(document.articles).map(({ id }) => [articleUri(document, id), id]));
  const uncovered = uncoveredPlaces(document, layout, uncoveredParts(document, layout, epaper));
  return { document, layout, book: readerBook(epaper, stems), uncovered };
}

/** The e-paper's record of a page of the document; null where the page is newer than the preview. */
export function previewPage({ document, book }: EpaperPreview, pageId: PageId): EpaperPage | null {
  return book.epaper.pages[document.pages.findIndex(({ id }) => id === pageId)] ?? null;
}

/** The page of the document that a page of the e-paper is, by the e-paper's id of it. */
export function documentPage({ document, book }: EpaperPreview, epaperPageId: string | undefined): PageId | null {
  return document.pages[book.epaper.pages.findIndex(({ id }) => id === epaperPageId)]?.id ?? null;
}

/** The article of the document that the reader shows; null where it has been deleted since. */
export function documentArticle({ document }: Pick<EpaperPreview, "document">, { uri }: Pick<ReaderArticle, "uri">): ArticleId | null {
  return Object.values<Article>(document.articles).find(({ id }) => articleUri(document, id) === uri)?.id ?? null;
}

/** The picture of the issue behind a file of the package that the preview speaks of. */
export function assetOfFile(path: string): string {
  return path.replace(/^img\//, "").replace(/\.jpg$/, "");
}

const MOST_PIXELS = 1600;

/** One file a picture, named after it, as large as the export would write it. Nothing is written: sizes in bytes are none. */
function pictureFiles(document: IssueDocument): ReadonlyMap<Asset["id"], readonly PictureFile[]> {
  return new Map(
    Object.values<Asset>(document.assets).map(({ id, pixelWidth, pixelHeight }) => {
      const scale = Math.min(1, MOST_PIXELS / Math.max(pixelWidth, pixelHeight));
      const [width, height] = [pixelWidth, pixelHeight].map((pixels) => Math.max(1, Math.round(pixels * scale))) as [number, number]; // two in, two out
      return [id, [{ name: "web", path: `img/${id}.jpg`, contentType: "image/jpeg", width, height, sizeInBytes: 0 }]];
    }),
  );
}
