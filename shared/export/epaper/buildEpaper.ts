import { toMm, type Pt } from "../../geometry/units";
import type { IssueLayout } from "../../layout/issueLayout";
import { isoWeekday, parseIsoDate } from "../../model/calendar";
import type { Article, IssueDocument, Page } from "../../model/document";
import { typeAreaRect } from "../../model/gridGeometry";
import type { ArticleId, AssetId, PageId } from "../../model/ids";
import { pageOfBox } from "../../model/indexes";
import { invariant } from "../../result";
import { framesOfArticle, inReadingOrder, readingPlace, type ReadingPlace } from "../readingOrder";
import { articleItem, type PictureFile } from "./articleItem";
import { articleRegions } from "./articleRegions";
import { articleUri, issueUri, pageLabel, pageName } from "./epaperNames";
import type { EpaperGenerator, EpaperIssue, EpaperPage, EpaperPublication, EpaperRegion, EpaperRendition } from "./epaperIssue";
import { CHINA_OFFSET } from "./issueTime";
import { jumpRegions } from "./jumpRegions";
import { jumpsOf, type NamedRegion } from "./jumps";
import { isStoryArticle, jumpsByBox, textByBox, type PageContents } from "./pageContents";
import { ratioPolygon } from "./pageUnits";
import type { RegionDraft } from "./regionDraft";
import { standingRegions } from "./standingRegions";
import { storyRecord } from "./storyRecord";

/** What the export brings along; files are mentioned only where they have been written. */
export interface EpaperOptions {
  readonly generator: EpaperGenerator;
  /** The paper's offset from UTC on the issue's day, such as `+08:00`, which is taken where nothing is given. */
  readonly utcOffset?: string;
  readonly pageFiles?: ReadonlyMap<PageId, readonly EpaperRendition[]>;
  readonly pictureFiles?: ReadonlyMap<AssetId, readonly PictureFile[]>;
  /** An http address for picture files where it is not the paper's site. */
  readonly renditionBase?: string;
}

/** The issue as open-epaper 1.0, from the very lines that canvas and PDF show; the same issue gives the same value. */
export function buildEpaper(document: IssueDocument, layout: IssueLayout, options: EpaperOptions): EpaperIssue {
  const texts = textByBox(layout);
  const jumpLines = jumpsByBox(layout);
  const pages = document.pages.map((page, pageIndex): PageContents => ({ document, texts, jumps: jumpLines, page, pageIndex }));
  const printed = articlesInOrder(document, pages);
  const standing = pages.map(standingRegions);
  const named = nameRegions(document, printed.map(({ regions }) => regions), pages.map((page, index) => [...(standing[index] ?? []), ...jumpRegions(page)]));
  const jumps = jumpsOf(document, named);
  const itemOptions = {
    utcOffset: options.utcOffset ?? CHINA_OFFSET,
    pictureFiles: options.pictureFiles ?? new Map(),
    renditionBase: options.renditionBase ?? null,
  };
  return {
    format: "open-epaper",
    version: "1.0",
    generator: options.generator,
    publication: publicationFacts(document),
    issue: issueFacts(document),
    pages: pages.map(({ page, pageIndex }) => pageRecord(document, page, pageIndex, {
      renditions: options.pageFiles?.get(page.id) ?? [],
      regions: named.filter(({ draft }) => draft.pageIndex === pageIndex).map((region) => regionRecord(document, region, jumps.continuations)),
    })),
    jumps: jumps.jumps,
    stories: printed.map(({ article, regions }, index) => storyRecord(document, article, {
      readingOrder: index + 1,
      pageIndexes: regions.map((region) => region.pageIndex),
      columnHead: columnHead(standing, article),
    })),
    articles: printed.map(({ article }) => articleItem(document, article, itemOptions)),
  };
}

interface PrintedArticle {
  readonly article: Article;
  readonly regions: readonly RegionDraft[];
}

/** The articles that show something, in reading order. */
function articlesInOrder(document: IssueDocument, pages: readonly PageContents[]): readonly PrintedArticle[] {
  return Object.values<Article>(document.articles)
    .filter(isStoryArticle)
    .map((article): PrintedArticle => ({ article, regions: articleRegions({ article, pages }) }))
    .filter(({ regions }) => regions.length > 0)
    .map((printed) => ({ printed, place: placeOf(document, printed) }))
    .sort((a, b) => inReadingOrder(a.place, b.place))
    .map(({ printed }) => printed);
}

function placeOf(document: IssueDocument, { article, regions }: PrintedArticle): ReadingPlace {
  const pageIndex = Math.min(...regions.map((region) => region.pageIndex));
  const onPage = framesOfArticle(document, article).filter((boxId) => pageOfBox(document, boxId)?.index === pageIndex);
  return readingPlace(document, article, pageIndex, onPage);
}

/** Names regions by page, articles first: a page that did not change keeps its names. */
function nameRegions(
  document: IssueDocument,
  articles: readonly (readonly RegionDraft[])[],
  standing: readonly (readonly RegionDraft[])[],
): readonly NamedRegion[] {
  const named: NamedRegion[] = [];
  document.pages.forEach((_, pageIndex) => {
    let number = 0;
    const name = (draft: RegionDraft, order: number | null): void => {
      number += 1;
      named.push({ id: `${pageName(pageIndex)}-r${number}`, order, draft });
    };
    for (const regions of articles) {
      regions.forEach((draft, index) => {
        if (draft.pageIndex === pageIndex) name(draft, index + 1);
      });
    }
    for (const draft of standing[pageIndex] ?? []) name(draft, null);
  });
  return named;
}

function regionRecord(document: IssueDocument, { id, order, draft }: NamedRegion, continuations: ReadonlyMap<string, string>): EpaperRegion {
  const continuesIn = continuations.get(id);
  return {
    id,
    kind: draft.kind,
    ...(draft.role === undefined ? {} : { role: draft.role }),
    ...(draft.articleId === undefined ? {} : { article: articleUri(document, draft.articleId) }),
    ...(draft.association === undefined ? {} : { association: draft.association }),
    ...(order === null ? {} : { order }),
    polygon: ratioPolygon(draft.polygon),
    ...(draft.textRange === undefined ? {} : { textRange: draft.textRange }),
    ...(continuesIn === undefined ? {} : { continuesIn }),
    ...(draft.targetPage === undefined ? {} : { targetPage: draft.targetPage }),
    ...(draft.label === undefined ? {} : { label: draft.label }),
  };
}

function columnHead(standing: readonly (readonly RegionDraft[])[], article: Article): string | null {
  const articleId: ArticleId = article.id;
  const head = standing.flat().find((draft) => draft.articleId === articleId && draft.kind === "furniture");
  return head?.label ?? null;
}

function pageRecord(
  document: IssueDocument,
  page: Page,
  pageIndex: number,
  { renditions, regions }: Pick<EpaperPage, "renditions" | "regions">,
): EpaperPage {
  const area = typeAreaRect(document.grid, page);
  return {
    id: pageName(pageIndex),
    order: pageIndex + 1,
    label: pageLabel(pageIndex),
    name: page.name,
    size: {
      trimMm: [millimetres(page.size.width), millimetres(page.size.height)],
      typeAreaMm: [millimetres(area.x), millimetres(area.y), millimetres(area.width), millimetres(area.height)],
    },
    renditions,
    coordinateSpace: { unit: "ratio", origin: "top-left", box: "trim" },
    regions,
  };
}

function millimetres(length: Pt): number {
  return Math.round(toMm(length) * 1000) / 1000;
}

function issueFacts(document: IssueDocument): EpaperIssue["issue"] {
  const { date, timeZone, totalIssueNumber, edition } = document.issue;
  const day = parseIsoDate(date);
  invariant(day !== null, "the date of a parsed issue is a day");
  return {
    id: issueUri(document),
    date,
    timeZone,
    weekday: isoWeekday(day),
    totalIssueNumber,
    pageCount: document.pages.length,
    edition: edition === "" ? "main" : edition,
  };
}

function publicationFacts({ publication }: IssueDocument): EpaperPublication {
  const { name, mastheadName, language, cn, postalCode, adLicence, supervisor, publisher, siteName, url, slogan, email } = publication;
  const optional = { mastheadName, cn, postalCode, adLicence, supervisor, publisher, siteName, url, slogan, email };
  return { name, language, ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== "")) };
}
