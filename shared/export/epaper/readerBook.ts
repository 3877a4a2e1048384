import type { EpaperIssue, EpaperPage, EpaperRegion, EpaperStory } from "./epaperIssue";
import { safeText } from "./markup";
import type { NinjsItem } from "./ninjsItem";
import { onOneLine } from "./textHtml";

/** An article that readers get, and where its page is. */
export interface ReaderArticle {
  readonly uri: string;
  /** The name of its files, in letters that need no escape. */
  readonly stem: string;
  /** From the package's folder. */
  readonly href: string;
  readonly title: string;
  readonly item: NinjsItem;
  readonly story: EpaperStory;
  /** In print order; the first is where it begins. */
  readonly pages: readonly EpaperPage[];
}

/** An issue with its articles in reading order and the addresses they have in the reader. */
export interface ReaderBook {
  readonly epaper: EpaperIssue;
  readonly articles: readonly ReaderArticle[];
  readonly articleOf: (uri: string | undefined) => ReaderArticle | null;
  readonly articlesOn: (page: EpaperPage) => readonly ReaderArticle[];
}

/** Where a region leads when it is clicked, from the package's folder. */
export interface RegionLink {
  readonly href: string;
  readonly label: string;
  /** Null where the link leads to a page. */
  readonly article: ReaderArticle | null;
}

const TITLE_LENGTH = 24;

/** Prepares an issue for the reader; `stems` names the files of each article by its uri. */
export function readerBook(epaper: EpaperIssue, stems: ReadonlyMap<string, string>): ReaderBook {
  const pageById = new Map(epaper.pages.map((page) => [page.id, page]));
  const storyByUri = new Map(epaper.stories.map((story) => [story.article, story]));
  const articles = epaper.articles.flatMap((item): readonly ReaderArticle[] => {
    const story = storyByUri.get(item.uri);
    const stem = stems.get(item.uri);
    const isPublished = item.pubStatus === undefined || item.pubStatus === "usable";
    if (story === undefined || stem === undefined || !isPublished) return [];
    const pages = story.pages.flatMap((id) => pageById.get(id) ?? []);
    return [{ uri: item.uri, stem, href: `articles/${stem}.html`, title: titleOf(item, story), item, story, pages }];
  });
  const byUri = new Map(articles.map((article) => [article.uri, article]));
  return {
    epaper,
    articles,
    articleOf: (uri) => (uri === undefined ? null : (byUri.get(uri) ?? null)),
    articlesOn: (page) => articles.filter(({ pages }) => pages.includes(page)),
  };
}

/** The file of a page, `page-01.html` for the first. */
export function pageFile(page: Pick<EpaperPage, "label">): string {
  return `page-${page.label}.html`;
}

/** Where a region leads, or null where it leads nowhere: an article, or the page that a pointer or jump line names. */
export function regionLink(book: ReaderBook, region: EpaperRegion): RegionLink | null {
  const target = book.epaper.pages.find(({ id }) => id === region.targetPage);
  if (target !== undefined) {
    const words = safeText(region.label ?? "").trim();
    const continued = jumpTarget(book, region, target);
    return { href: pageFile(target) + (continued === null ? "" : `#${continued}`), label: words === "" ? pageTitle(target) : words, article: null };
  }
  const article = book.articleOf(region.article);
  if (article === null) return null;
  const part = partOf(region);
  return { href: article.href + (part === null ? "" : `#${part}`), label: article.title, article };
}

/** The name of the picture or brief that a region shows, such as `brief2`. */
export function partOf(region: EpaperRegion): string | null {
  return region.association === undefined ? null : region.association.slice(region.association.lastIndexOf(":") + 1);
}

/** What a page is called: 第01版 要闻. */
export function pageTitle({ label, name }: Pick<EpaperPage, "label" | "name">): string {
  return `第${label}版${name === "" ? "" : ` ${safeText(name)}`}`;
}

/** The region of the pointer's article on the page that the pointer names. */
function jumpTarget(book: ReaderBook, pointer: EpaperRegion, target: EpaperPage): string | null {
  if (pointer.article === undefined) return null;
  const isOwn = (region: EpaperRegion): boolean => region.article === pointer.article && region.kind === "article";
  const ends = book.epaper.jumps.filter(({ article }) => article === pointer.article).flatMap(({ from, to }) => [to, from]);
  const region = target.regions.find(({ id }) => ends.includes(id)) ?? target.regions.find(isOwn);
  return region?.id ?? null;
}

/** The headline; where an article has none, the first words it has. */
function titleOf(item: NinjsItem, story: EpaperStory): string {
  const title = safeText(item.title ?? "").trim();
  if (title !== "") return title;
  const words = Array.from(onOneLine(safeText(story.text)).trim());
  if (words.length === 0) return "（无题）";
  return words.slice(0, TITLE_LENGTH).join("") + (words.length > TITLE_LENGTH ? "……" : "");
}
