import { isInside, type Outline } from "../../geometry/outline";
import type { Rect } from "../../geometry/rect";
import type { IssueLayout } from "../../layout/issueLayout";
import { articleText } from "../../model/articleText";
import type { Article, IssueDocument, Story } from "../../model/document";
import { articleOfStory, lookUp } from "../../model/indexes";
import { articleUri, pageName } from "./epaperNames";
import type { EpaperIssue, EpaperRegion, EpaperUncovered } from "./epaperIssue";
import { isStoryArticle, jumpsByBox, textByBox } from "./pageContents";

/** The most characters of a stretch of text that a report quotes. */
const MOST_QUOTED = 40;
/** A strip is judged at its corners this far inside, as a share of its sides: outlines are rounded. */
const INSET = 0.1;

/**
 * What the regions of an e-paper do not stand for: characters of placed stories that lie in no region of their article or
 * in two, and printed lines and pictures outside every region. Empty where all of the printed issue can be reached.
 */
export function uncoveredParts(document: IssueDocument, layout: IssueLayout, epaper: EpaperIssue): readonly EpaperUncovered[] {
  return [...uncoveredText(document, epaper), ...uncoveredAreas(document, layout, epaper)];
}

function uncoveredText(document: IssueDocument, epaper: EpaperIssue): readonly EpaperUncovered[] {
  return Object.values<Story>(document.stories).flatMap((story): readonly EpaperUncovered[] => {
    const article = articleOfStory(document, story.id);
    if (article !== null && (!isStoryArticle(article) || article.digital === "withheld")) return [];
    if (!isPlaced(document, story, article)) return [];
    if (article === null) {
      const text = story.paragraphs.map((paragraph) => paragraph.text).join("\n");
      return text.trim() === "" ? [] : [{ kind: "text", reason: "no-article", article: story.id, from: 0, to: text.length, text: quoted(text) }];
    }
    const uri = articleUri(document, article.id);
    return stretches(articleText(document, article).text, textRegions(epaper, uri)).map((stretch) => ({ ...stretch, article: uri }));
  });
}

/** The regions of an article that show its text; heads on later pages say the title again. */
function textRegions(epaper: EpaperIssue, uri: string): readonly EpaperRegion[] {
  const own = epaper.pages.map((page) => page.regions.filter((region) => region.article === uri));
  const headPage = own.findIndex((regions) => regions.some(({ role }) => role === "headline"));
  return own.flatMap((regions, page) => regions.filter(({ role }) => role !== "headline" || page === headPage));
}

function isPlaced(document: IssueDocument, { frameIds }: Story, article: Article | null): boolean {
  const boxIds = [...frameIds, ...(article?.titleFrameIds ?? []), ...(article?.pictures ?? []).map(({ pictureFrameId }) => pictureFrameId)];
  return boxIds.some((boxId) => document.pages.some((page) => page.boxIds.includes(boxId)));
}

/** The stretches of a text that regions name not once, white space aside. */
function stretches(text: string, regions: readonly EpaperRegion[]): readonly Omit<Extract<EpaperUncovered, { kind: "text" }>, "article">[] {
  const times = new Uint8Array(text.length);
  for (const { textRange } of regions) {
    if (textRange === undefined) continue;
    for (let offset = textRange[0]; offset < textRange[1]; offset++) times[offset] = Math.min(2, times[offset]! + 1);
  }
  const found: Omit<Extract<EpaperUncovered, { kind: "text" }>, "article">[] = [];
  for (let from = 0; from < text.length; ) {
    const own = times[from]!;
    let to = from + 1;
    while (to < text.length && times[to] === own) to++;
    const words = text.slice(from, to);
    if (own !== 1 && words.trim() !== "") {
      found.push({ kind: "text", reason: own === 0 ? "no-region" : "two-regions", from, to, text: quoted(words) });
    }
    from = to;
  }
  return found;
}

function quoted(text: string): string {
  const characters = Array.from(text.replace(/\s+/gu, " ").trim());
  return characters.length <= MOST_QUOTED ? characters.join("") : `${characters.slice(0, MOST_QUOTED).join("")}…`;
}

function uncoveredAreas(document: IssueDocument, layout: IssueLayout, epaper: EpaperIssue): readonly EpaperUncovered[] {
  const texts = textByBox(layout);
  const jumps = jumpsByBox(layout);
  return document.pages.flatMap((page, index) => {
    const regions = (epaper.pages[index]?.regions ?? []).map(({ polygon }): Outline => Float64Array.from(polygon.flat()));
    return page.boxIds.flatMap((boxId): readonly EpaperUncovered[] => {
      const box = lookUp(document.boxes, boxId);
      const pictures = box?.kind === "picture" && box.assetId !== null ? [box.rect] : [];
      const lines = [...(texts.get(boxId)?.lines ?? []), ...(jumps.get(boxId)?.lines ?? [])];
      const inked = [...pictures, ...lines.filter((line) => line.to > line.from).map((line) => line.rect)];
      const outside = inked.filter((rect) => !isCovered(rect, page.size, regions));
      return outside.map(({ x, y, width, height }) => ({
        kind: "area",
        page: pageName(index),
        box: boxId,
        rect: [x / page.size.width, y / page.size.height, width / page.size.width, height / page.size.height].map(sixDecimals),
      }));
    });
  });
}

/** Whether the middle of a rectangle lies in a region, or one of its corners where something lies over the middle. */
function isCovered({ x, y, width, height }: Rect, page: { readonly width: number; readonly height: number }, regions: readonly Outline[]): boolean {
  const shares = [[0.5, 0.5], [INSET, INSET], [1 - INSET, INSET], [INSET, 1 - INSET], [1 - INSET, 1 - INSET]] as const;
  return shares.some(([across, down]) => {
    const point = { x: (x + across * width) / page.width, y: (y + down * height) / page.height };
    if (point.x < 0 || point.x > 1 || point.y < 0 || point.y > 1) return true;
    return regions.some((region) => isInside(region, point.x, point.y));
  });
}

function sixDecimals(ratio: number): number {
  return Math.round(ratio * 1e6) / 1e6;
}
