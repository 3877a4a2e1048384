import type { EpaperPage, EpaperRegion } from "./epaperIssue";
import { regionLink, type ReaderBook, type RegionLink } from "./readerBook";

/** Regions of a page that lead to the same place and light up together. */
export interface PageArea {
  /** Different for each area of the page, the same as long as the area stays. */
  readonly key: string;
  readonly link: RegionLink;
  readonly regions: readonly EpaperRegion[];
}

/** The hot areas of a page: one an article with all its regions, in reading order, and one for each pointer. */
export function pageAreas(book: ReaderBook, page: EpaperPage): readonly PageArea[] {
  const areas = new Map<string, PageArea>();
  for (const region of page.regions) {
    const link = regionLink(book, region);
    if (link === null) continue;
    const key = link.article === null ? region.id : link.article.href;
    const known = areas.get(key);
    areas.set(key, { key, link, regions: [...(known?.regions ?? []), region] });
  }
  return [...areas.values()];
}
