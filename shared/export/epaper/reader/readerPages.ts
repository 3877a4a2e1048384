import type { TextFile } from "../derived/derivedFiles";
import { articleHtml } from "./articleHtml";
import { pageFile, type ReaderBook } from "../readerBook";
import { pageHtml, type ReaderOptions } from "./pageHtml";
import { searchWords } from "./searchWords";

/** The reader's own files but for its script and style sheet: every page and article as HTML, and the search's words. */
export function readerPages(book: ReaderBook, options: ReaderOptions): readonly TextFile[] {
  const pages = book.epaper.pages.map((page) => ({ path: pageFile(page), text: pageHtml(book, page, options) }));
  const articles = book.articles.map((article) => ({ path: article.href, text: articleHtml(book, article, options) }));
  const first = pages.slice(0, 1).map(({ text }) => ({ path: "index.html", text }));
  return [...first, ...pages, ...articles, { path: "reader/search.json", text: `${JSON.stringify(searchWords(book))}\n` }];
}
