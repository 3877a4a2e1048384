import type { EpaperPage, EpaperPoint } from "../epaperIssue";
import type { ReaderBook } from "../readerBook";

const NOTE =
  "Percent of the page picture from its top left corner, 6 decimals, polygons not closed. A story's regions are not merged: " +
  "its articleID is repeated, part n of parts in reading order; a reader that keeps one mapping an id must join them. Not held " +
  "here: roles, text ranges, jumps, pointers, mastheads, ads. issue.json holds everything.";

interface MappedArticle {
  readonly note?: string;
  readonly articleID: string;
  readonly part: number;
  readonly parts: number;
  readonly mapping: readonly string[];
}

/** The hot areas of a page in the manner of Founder's percent mapping: `[{articleID, mapping: ["x%,y%", …]}]`. */
export function percentMapping(book: ReaderBook, page: EpaperPage): readonly MappedArticle[] {
  const mapped = book.articlesOn(page).flatMap(({ uri, stem }) => {
    const regions = page.regions
      .filter((region) => region.kind === "article" && region.article === uri)
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
    return regions.map(({ polygon }, index) => ({
      articleID: stem,
      part: index + 1,
      parts: regions.length,
      mapping: polygon.map(percentPoint),
    }));
  });
  return mapped.map((article, index) => (index === 0 ? { note: NOTE, ...article } : article));
}

function percentPoint([x, y]: EpaperPoint): string {
  return `${(x * 100).toFixed(6)}%,${(y * 100).toFixed(6)}%`;
}
