import type { EpaperPage } from "../epaperIssue";
import { attributes, markup } from "../markup";
import { pageAreas, type PageArea } from "../pageAreas";
import { partOf, type ReaderBook } from "../readerBook";

/** The overlay's own measure: thousandths of the page each way, whatever the page's shape. */
const MEASURE = 1000;

/** The areas drawn over the page's picture as links; the rest of the page's regions lead nowhere. */
export function pageOverlay(book: ReaderBook, page: EpaperPage): string {
  const frame = { class: "overlay", viewBox: `0 0 ${MEASURE} ${MEASURE}`, preserveAspectRatio: "none", focusable: "false" };
  return `<svg${attributes(frame)}>\n${pageAreas(book, page).map(areaElement).join("\n")}\n</svg>`;
}

function areaElement({ link: { article, href, label }, regions }: PageArea): string {
  const polygons = regions.map((region) => {
    const points = region.polygon.map(([x, y]) => `${scaled(x)},${scaled(y)}`).join(" ");
    return `<polygon${attributes({ id: region.id, points, "data-part": partOf(region) })}/>`;
  });
  const open = { class: article === null ? "pointer" : "story", href: article?.href ?? href, "aria-label": label, "data-stem": article?.stem };
  return `<a${attributes(open)}><title>${markup(label)}</title>${polygons.join("")}</a>`;
}

function scaled(ratio: number): string {
  return String(Number((ratio * MEASURE).toFixed(3)));
}
