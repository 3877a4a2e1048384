import type { EpaperPage, EpaperRegion } from "../epaperIssue";
import { attributes, markup } from "../markup";
import { pageTitle, regionLink, type ReaderBook } from "../readerBook";

/** All regions of a page as a drawing to lay over any picture of it: units are millimetres of the trimmed page. */
export function svgOverlay(book: ReaderBook, page: EpaperPage): string {
  const [width, height] = page.size.trimMm;
  const about =
    "Units are millimetres of the trim box. Not held here: text ranges, reading order beyond the order of elements, the " +
    "offsets of jumps. issue.json holds everything.";
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg${attributes({ xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, "data-page": page.id })}>`,
    `<title>${markup(pageTitle(page))}</title>`,
    `<desc>${about}</desc>`,
    ...page.regions.map((region) => regionElement(book, page, region)),
    "</svg>",
    "",
  ].join("\n");
}

function regionElement(book: ReaderBook, page: EpaperPage, region: EpaperRegion): string {
  const [width, height] = page.size.trimMm;
  const polygon = `<polygon${attributes({
    id: region.id,
    class: `area ${region.kind}`,
    points: region.polygon.map(([x, y]) => `${fixed(x * width)},${fixed(y * height)}`).join(" "),
    fill: "transparent",
    "data-role": region.role,
    "data-article": region.article,
    "data-association": region.association,
    "data-continues-in": region.continuesIn,
  })}/>`;
  const link = regionLink(book, region);
  return link === null ? polygon : `<a${attributes({ href: `../../${link.href}` })}><title>${markup(link.label)}</title>${polygon}</a>`;
}

function fixed(value: number): string {
  return String(Number(value.toFixed(4)));
}
