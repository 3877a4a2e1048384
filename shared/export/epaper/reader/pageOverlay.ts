import type { EpaperPage, EpaperRegion } from "../epaperIssue";
import { attributes, markup } from "../markup";
import { partOf, regionLink, type ReaderBook, type RegionLink } from "../readerBook";

/** The overlay's own measure: thousandths of the page each way, whatever the page's shape. */
const MEASURE = 1000;

interface Group {
  readonly link: RegionLink | null;
  readonly href: string;
  readonly regions: readonly EpaperRegion[];
}

/**
 * The areas drawn over the page's picture: one link an article with all its regions, so that they light up together, in
 * reading order; a link for each pointer; and the rest of the page's regions nowhere.
 */
export function pageOverlay(book: ReaderBook, page: EpaperPage): string {
  const groups = new Map<string, Group>();
  for (const region of page.regions) {
    const link = regionLink(book, region);
    if (link === null) continue;
    const href = link.article === null ? link.href : link.article.href;
    const key = link.article === null ? region.id : href;
    groups.set(key, { link, href, regions: [...(groups.get(key)?.regions ?? []), region] });
  }
  const frame = { class: "overlay", viewBox: `0 0 ${MEASURE} ${MEASURE}`, preserveAspectRatio: "none", focusable: "false" };
  return `<svg${attributes(frame)}>\n${[...groups.values()].map(groupElement).join("\n")}\n</svg>`;
}

function groupElement({ link, href, regions }: Group): string {
  const label = link?.label ?? "";
  const polygons = regions.map((region) => {
    const points = region.polygon.map(([x, y]) => `${scaled(x)},${scaled(y)}`).join(" ");
    return `<polygon${attributes({ id: region.id, points, "data-part": partOf(region) })}/>`;
  });
  const open = { class: link?.article === null ? "pointer" : "story", href, "aria-label": label, "data-stem": link?.article?.stem };
  return `<a${attributes(open)}><title>${markup(label)}</title>${polygons.join("")}</a>`;
}

function scaled(ratio: number): string {
  return String(Number((ratio * MEASURE).toFixed(3)));
}
