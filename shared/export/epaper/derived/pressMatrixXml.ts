import { polygonRects } from "../../../geometry/polygonRects";
import type { Rect } from "../../../geometry/rect";
import { bottom, right } from "../../../geometry/rect";
import { mm } from "../../../geometry/units";
import type { EpaperPage, EpaperRegion } from "../epaperIssue";
import { attributes, markup } from "../markup";
import { UNITS_PER_PAGE } from "../pageUnits";
import type { ReaderArticle, ReaderBook } from "../readerBook";

/**
 * The issue in the manner of PressMatrix's text XML: pages with text frames in points from the top left of the crop box,
 * links between pages, and the stories' text. It knows rectangles only, so polygons are split.
 */
export function pressMatrixXml(book: ReaderBook): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<!-- Distances are points from the top left of the crop box, which is the trim box. This format knows rectangles only:",
    "a region that is none is split into several frames, its id followed by a dot and a number. Not held here: polygons,",
    "roles, text ranges, the offset of jumps, picture regions as such, mastheads, ads. issue.json holds everything. -->",
    `<document${attributes({ id: book.epaper.issue.id, date: book.epaper.issue.date, title: book.epaper.publication.name })}>`,
    ...book.epaper.pages.map((page) => pageElement(book, page)),
    ...book.articles.map(storyElement),
    "</document>",
    "",
  ].join("\n");
}

function pageElement(book: ReaderBook, page: EpaperPage): string {
  const [width, height] = page.size.trimMm.map((length) => points(mm(length)));
  const elements = page.regions.flatMap((region) => regionElements(book, page, region));
  const open = `<page${attributes({ number: page.order, globalnumber: page.order, width, height })}`;
  return elements.length === 0 ? `${open}/>` : `${open}>\n${elements.join("\n")}\n</page>`;
}

function regionElements(book: ReaderBook, page: EpaperPage, region: EpaperRegion): readonly string[] {
  const rects = regionRects(page, region);
  const target = book.epaper.pages.find(({ id }) => id === region.targetPage);
  if (target !== undefined) {
    return rects.map((rect) => `<emblink${attributes({ type: "page", destPage: target.order, ...corners(rect) })}/>`);
  }
  const article = region.kind === "article" ? book.articleOf(region.article) : null;
  if (article === null) return [];
  return rects.map((rect, index) => {
    const id = rects.length === 1 ? region.id : `${region.id}.${index + 1}`;
    return `<textframe${attributes({ frame_ID: id, ...corners(rect), storyid: article.stem })}/>`;
  });
}

/** A region's rectangles in points; slits a millionth of the page high are left to the band beside them. */
function regionRects({ size: { trimMm } }: EpaperPage, { polygon }: EpaperRegion): readonly Rect[] {
  // In whole steps, so that the bands of one polygon abut exactly.
  const steps = polygon.map(([x, y]) => ({ x: Math.round(x * UNITS_PER_PAGE), y: Math.round(y * UNITS_PER_PAGE) }));
  const [width, height] = [mm(trimMm[0]) / UNITS_PER_PAGE, mm(trimMm[1]) / UNITS_PER_PAGE];
  return polygonRects(steps)
    .filter((rect) => rect.width > 1 && rect.height > 1)
    .map((rect) => ({ x: rect.x * width, y: rect.y * height, width: rect.width * width, height: rect.height * height }));
}

function corners(rect: Rect): Readonly<Record<string, string>> {
  return { x0: points(rect.x), y0: points(rect.y), x1: points(right(rect)), y1: points(bottom(rect)) };
}

function points(value: number): string {
  return value.toFixed(3);
}

function storyElement({ stem, story, title }: ReaderArticle): string {
  const paragraphs = story.parts
    .map(({ role, from, to }) => ({ role, text: story.text.slice(from, to) }))
    .filter(({ text }) => text.trim() !== "")
    .map(({ role, text }) => `<p${attributes({ role })}>${markup(text)}</p>`);
  return `<story${attributes({ id: stem, title })}>\n${paragraphs.join("\n")}\n</story>`;
}
