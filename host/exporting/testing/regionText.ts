import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import type { EpaperIssue, EpaperRegion, EpaperStory } from "../../../shared/export/epaper/epaperIssue";

/** Whether poppler's pdftotext is installed. */
export const hasPdftotext = spawnSync("pdftotext", ["-v"]).error === undefined;

/** A word that poppler finds on a page: never longer than a printed line. */
export interface PdfWord {
  readonly text: string;
  /** The middle of the word, as ratios of the page. */
  readonly x: number;
  readonly y: number;
}

/** The words of a one-page PDF in the order they are drawn. */
export function pdfWords(file: string): readonly PdfWord[] {
  const html = execFileSync("pdftotext", ["-raw", "-bbox", file, "-"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    // An empty page is no error, but pdftotext says so.
    stdio: ["ignore", "pipe", "ignore"],
  });
  const page = /<page width="([\d.]+)" height="([\d.]+)">/.exec(html);
  if (page === null) throw new Error("pdftotext found no page");
  const [width, height] = [Number(page[1]), Number(page[2])];
  const words = html.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<\/word>/g);
  return [...words].map(([, left, top, right, bottom, text]) => ({
    text: unescaped(text ?? ""),
    x: (Number(left) + Number(right)) / 2 / width,
    y: (Number(top) + Number(bottom)) / 2 / height,
  }));
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
}

/** Whether a point lies in a polygon, by the even-odd rule. */
export function isInside(polygon: EpaperRegion["polygon"], x: number, y: number): boolean {
  let inside = false;
  polygon.forEach(([fromX, fromY], index) => {
    const [toX, toY] = polygon[(index + 1) % polygon.length] ?? [fromX, fromY];
    if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) inside = !inside;
  });
  return inside;
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

/** Compares every region of a package with what poppler extracts inside it; the words that lie in no region come last. */
export function compareRegions(epaper: EpaperIssue, folder: string): readonly ComparedRegion[] {
  const bare = (text: string): string => text.replace(noText, "");
  return epaper.pages.flatMap((page) => {
    const print = page.renditions.find(({ name }) => name === "print");
    const words = pdfWords(join(folder, print?.href ?? ""));
    const compared = page.regions.map((region) => ({
      id: region.id,
      stated: bare(statedText(epaper, region)),
      extracted: bare(words.filter(({ x, y }) => isInside(region.polygon, x, y)).map(({ text }) => text).join("")),
    }));
    const outside = words.filter(({ x, y }) => !page.regions.some(({ polygon }) => isInside(polygon, x, y)));
    return [...compared, { id: `${page.id}-outside`, stated: "", extracted: bare(outside.map(({ text }) => text).join("")) }];
  });
}
