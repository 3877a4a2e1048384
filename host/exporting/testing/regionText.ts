import { join } from "node:path";
import type { EpaperIssue, EpaperRegion, EpaperStory } from "../../../shared/export/epaper/epaperIssue";
import { isInside } from "../../../shared/geometry/outline";
import { printed } from "./readPdf";

/** A character that MuPDF finds on a page. */
export interface PdfCharacter {
  readonly text: string;
  /** Its middle, as ratios of the page. */
  readonly x: number;
  readonly y: number;
}

/**
 * The characters of a one-page PDF in the order they are drawn. MuPDF, since poppler states the boxes of vertical text a cell
 * too high and half a cell too far right: it takes the vertical origin for a point on the baseline.
 */
export function pdfCharacters(file: string): readonly PdfCharacter[] {
  const xml = printed("mutool", "draw", "-q", "-F", "stext", file);
  const page = /<page [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(xml);
  if (page === null) throw new Error("MuPDF found no page");
  const [width, height] = [Number(page[1]), Number(page[2])];
  return xml.split("<line ").flatMap((line) => {
    let before: PdfCharacter | null = null;
    return [...line.matchAll(/<char quad="([^"]*)"[^>]* c="([^"]*)"/g)].map(([, quad, code]) => {
      const corners = quad!.split(" ").map(Number);
      const middle = (first: number): number => [0, 2, 4, 6].reduce((sum, at) => sum + corners[first + at]! / 4, 0);
      const text = unescaped(code ?? "");
      // A mark that hangs over its line's end stands with the character before it.
      const place = before !== null && /^\p{P}$/u.test(text) ? before : { x: middle(0) / width, y: middle(1) / height };
      return (before = { text, x: place.x, y: place.y });
    });
  });
}

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
}

/** What the e-paper says is printed in a region: its range of the story's text with the markers, or its label. */
export function statedText(epaper: EpaperIssue, region: EpaperRegion): string {
  if (region.textRange === undefined) return region.label ?? "";
  const story = epaper.stories.find((candidate) => candidate.article === region.article);
  return story === undefined ? "" : printedRange(story, region.textRange);
}

function printedRange({ text, parts }: EpaperStory, [from, to]: readonly [number, number]): string {
  return parts
    .filter((part) => part.from < to && part.to > from)
    .map((part) => (part.from >= from ? (part.marker ?? "") : "") + text.slice(Math.max(from, part.from), Math.min(to, part.to)))
    .join("");
}

/** One region's text, stated and extracted, white space left out. */
export interface ComparedRegion {
  readonly id: string;
  readonly stated: string;
  readonly extracted: string;
}

/** White space and the hyphens that line breaking makes are no text of the story. */
const noText = /[\s\u00ad]/gu;

/** Compares every region of a package with what MuPDF finds inside it; the characters that lie in no region come last. */
export function compareRegions(epaper: EpaperIssue, folder: string): readonly ComparedRegion[] {
  const bare = (text: string): string => text.replace(noText, "");
  return epaper.pages.flatMap((page) => {
    const print = page.renditions.find(({ name }) => name === "print");
    const characters = pdfCharacters(join(folder, print?.href ?? ""));
    const outlines = page.regions.map(({ polygon }) => Float64Array.from(polygon.flat()));
    const compared = page.regions.map((region, index) => ({
      id: region.id,
      stated: bare(statedText(epaper, region)),
      extracted: bare(characters.filter(({ x, y }) => isInside(outlines[index]!, x, y)).map(({ text }) => text).join("")),
    }));
    const outside = characters.filter(({ x, y }) => !outlines.some((outline) => isInside(outline, x, y)));
    return [...compared, { id: `${page.id}-outside`, stated: "", extracted: bare(outside.map(({ text }) => text).join("")) }];
  });
}
