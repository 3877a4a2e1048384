import type { EpaperPage, EpaperRegion, EpaperRendition } from "../epaperIssue";
import { attributes } from "../markup";
import { regionLink, type ReaderBook } from "../readerBook";
import { areaPixels } from "./areaPixels";

/** A rendition that is a picture of the page. */
export interface PagePicture extends EpaperRendition {
  readonly width: number;
  readonly height: number;
}

/** The pictures of a page, the smallest first. */
export function pagePicturesOf(page: EpaperPage): readonly PagePicture[] {
  return page.renditions
    .flatMap((rendition): readonly PagePicture[] => {
      const { width, height } = rendition;
      return rendition.contentType.startsWith("image/") && width !== undefined && height !== undefined ? [{ ...rendition, width, height }] : [];
    })
    .sort((a, b) => a.width - b.width);
}

/** What an area map is made for. */
export interface AreaMapOptions {
  readonly name: string;
  readonly picture: Pick<PagePicture, "width" | "height">;
  /** From where the map stands to the package's folder, `../` for instance. */
  readonly root: string;
}

/**
 * A page's links as an HTML image map in whole pixels of one picture, one area a region; an article's first area takes
 * the keyboard's focus, so that Tab goes from article to article.
 */
export function areaMap(book: ReaderBook, page: EpaperPage, { name, picture, root }: AreaMapOptions): string {
  const focused = new Set<string>();
  const areas = page.regions.flatMap((region) => {
    const link = regionLink(book, region);
    if (link === null) return [];
    const isNext = link.article !== null && focused.has(link.article.uri);
    if (link.article !== null) focused.add(link.article.uri);
    return [area(region, picture, { href: root + link.href, label: link.label, isNext })];
  });
  return `<map${attributes({ name, id: name })}>\n${areas.join("")}</map>`;
}

function area(
  region: EpaperRegion,
  { width, height }: Pick<PagePicture, "width" | "height">,
  { href, label, isNext }: { readonly href: string; readonly label: string; readonly isNext: boolean },
): string {
  const coords = areaPixels(region.polygon, width, height).flat().join(",");
  const link = { shape: "poly", coords, href, alt: label, title: label, tabindex: isNext ? -1 : null, "data-region": region.id };
  return `<area${attributes(link)}>\n`;
}
