import { safeText } from "../markup";
import { onOneLine } from "../textHtml";
import { pageTitle, type ReaderBook } from "../readerBook";

/** What the reader's search looks through: the published articles' own words, in reading order. */
export interface SearchedArticle {
  readonly stem: string;
  readonly href: string;
  readonly title: string;
  readonly page: string;
  readonly text: string;
}

/** The words of an issue for the reader's search: plain text, which the script never reads as mark-up. */
export function searchWords({ articles }: ReaderBook): readonly SearchedArticle[] {
  return articles.map(({ stem, href, title, pages, story }) => ({
    stem,
    href,
    title,
    page: pages.map(pageTitle).join("、"),
    text: safeText(story.text).split("\n").map(onOneLine).join("\n"),
  }));
}
