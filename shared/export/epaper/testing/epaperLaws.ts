import { expect } from "vitest";
import { sharedArea } from "../../../geometry/polygonRects";
import type { IssueLayout } from "../../../layout/issueLayout";
import type { IssueDocument } from "../../../model/document";
import type { EpaperIssue, EpaperPage, EpaperRegion } from "../epaperIssue";

/** The most that regions of different articles may share. */
const MOST_SHARED_MM2 = 0.01;

/** States what every e-paper keeps, whatever the issue: `docs/epaper.md` lists the same. */
export function expectEpaperLaws(epaper: EpaperIssue, document: IssueDocument, layout: IssueLayout): void {
  expect(epaper.pages.map(({ order }) => order)).toEqual(document.pages.map((_, index) => index + 1));
  expect(epaper.issue.pageCount).toBe(epaper.pages.length);
  for (const page of epaper.pages) {
    for (const region of page.regions) expectPolygon(region);
    expectApart(page);
  }
  expectReferences(epaper);
  for (const story of epaper.stories) expectTiled(epaper, story.article, document, layout);
  for (const { versionCreated } of epaper.articles) expect(versionCreated).toBe(`${document.issue.date}T00:00:00+08:00`);
}

function expectPolygon({ polygon }: EpaperRegion): void {
  const count = polygon.length;
  const at = (index: number): readonly [number, number] => polygon[(index + count) % count] ?? [NaN, NaN];
  expect(count).toBeGreaterThanOrEqual(4);
  expect(new Set(polygon.map(String)).size).toBe(count);
  let turned = 0;
  for (let index = 0; index < count; index++) {
    const [before, here, after] = [at(index - 1), at(index), at(index + 1)];
    for (const ratio of here) {
      expect(ratio).toBeGreaterThanOrEqual(0);
      expect(ratio).toBeLessThanOrEqual(1);
      expect(Math.round(ratio * 1e6) / 1e6).toBe(ratio);
    }
    expect((before[0] === here[0]) !== (before[1] === here[1])).toBe(true);
    expect((before[0] === here[0]) !== (here[0] === after[0])).toBe(true);
    turned += Math.sign((here[0] - before[0]) * (after[1] - here[1]) - (here[1] - before[1]) * (after[0] - here[0]));
  }
  // With no edge crossing another, four more right turns than left ones go once round clockwise.
  expect(turned).toBe(4);
  expect(hasCrossing(polygon)).toBe(false);
}

function hasCrossing(polygon: EpaperRegion["polygon"]): boolean {
  const edges = polygon.map((corner, index) => [corner, polygon[(index + 1) % polygon.length] ?? corner] as const);
  const apart = (a: number, b: number, c: number, d: number): boolean => Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b);
  return edges.some(([a, b], one) =>
    edges.some(([c, d], two) => {
      const isNeighbour = one === two || (one + 1) % edges.length === two || (two + 1) % edges.length === one;
      return !isNeighbour && !apart(a[0], b[0], c[0], d[0]) && !apart(a[1], b[1], c[1], d[1]);
    }),
  );
}

function expectApart({ regions, size: { trimMm } }: EpaperPage): void {
  const points = (region: EpaperRegion) => region.polygon.map(([x, y]) => ({ x, y }));
  regions.forEach((region, index) => {
    for (const other of regions.slice(index + 1)) {
      if (region.article !== undefined && region.article === other.article) continue;
      expect(sharedArea(points(region), points(other)) * trimMm[0] * trimMm[1]).toBeLessThanOrEqual(MOST_SHARED_MM2);
    }
  });
}

function expectReferences({ pages, articles, stories, jumps }: EpaperIssue): void {
  const uris = new Set(articles.map(({ uri }) => uri));
  const associations = new Set(articles.flatMap((article) => (article.associations ?? []).map(({ uri }) => uri)));
  const regionIds = pages.flatMap(({ regions }) => regions.map(({ id }) => id));
  expect(new Set(regionIds).size).toBe(regionIds.length);
  expect(stories.map(({ article }) => article)).toEqual(articles.map(({ uri }) => uri));
  for (const region of pages.flatMap(({ regions }) => regions)) {
    if (region.article !== undefined) expect(uris).toContain(region.article);
    if (region.association !== undefined) expect(associations).toContain(region.association);
    if (region.targetPage !== undefined) expect(pages.map(({ id }) => id)).toContain(region.targetPage);
    if (region.continuesIn !== undefined) expect(regionIds).toContain(region.continuesIn);
  }
  for (const jump of jumps) {
    const from = pages.flatMap(({ regions }) => regions).find(({ id }) => id === jump.from);
    expect(from).toMatchObject({ article: jump.article, continuesIn: jump.to });
    expect(from?.textRange?.[1]).toBe(jump.atOffset);
  }
}

/** The ranges in order leave out nothing but line feeds and what is overset; heads on later pages say the title again. */
function expectTiled({ pages, stories }: EpaperIssue, uri: string, document: IssueDocument, layout: IssueLayout): void {
  const story = stories.find(({ article }) => article === uri);
  const shown = pages
    .flatMap(({ regions, id }) => regions.map((region) => ({ region, page: id })))
    .filter(({ region }) => region.article === uri && region.textRange !== undefined)
    .sort((a, b) => (a.region.order ?? 0) - (b.region.order ?? 0));
  const main = shown.find(({ region }) => region.role === "headline");
  const isAgain = ({ region, page }: (typeof shown)[number]): boolean => region.role === "headline" && page !== main?.page;
  for (const { region } of shown.filter(isAgain)) expect(region.textRange).toEqual(main?.region.textRange);
  const ranges = shown.filter((each) => !isAgain(each)).map(({ region }) => region.textRange ?? [0, 0]);
  const text = story?.text ?? "";
  let covered = 0;
  let left = "";
  for (const [from, to] of ranges) {
    expect(from).toBeGreaterThanOrEqual(covered);
    expect(to).toBeGreaterThan(from);
    left += text.slice(covered, from);
    covered = to;
  }
  left += text.slice(covered);
  const article = Object.values(document.articles).find(({ id }) => uri.endsWith(`:${id}`));
  const overset = [...layout.flows.values()].filter((flow) => flow.articleId === article?.id).reduce((sum, flow) => sum + (flow.overset?.characters ?? 0), 0);
  expect(Array.from(left.replace(/\s/gu, "")).length).toBe(overset);
}
