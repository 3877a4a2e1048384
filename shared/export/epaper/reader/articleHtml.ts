import { attributes, markup, safeText } from "../markup";
import { keysDialog } from "./keysDialog";
import { icon } from "./icon";
import type { ReaderOptions } from "./pageHtml";
import { pageFile, pageTitle, type ReaderArticle, type ReaderBook } from "../readerBook";
import { piecesHtml } from "../textHtml";
import { readerStory, type ReaderBrief, type ReaderParagraph, type ReaderPicture, type ReaderPictureFile, type ReaderStory } from "../readerStory";
import { readerBar, readerDocument, tabPictureOf } from "./readerDocument";
import { word, wordLabel } from "./readerWords";

const ROOT = "../";
const DESCRIPTION_LENGTH = 120;

/** One article by itself: titles, byline, text, pictures, where it was printed, and the way to the next. */
export function articleHtml(book: ReaderBook, article: ReaderArticle, { site }: ReaderOptions): string {
  const { publication, issue } = book.epaper;
  const index = book.articles.indexOf(article);
  const before = book.articles[index - 1] ?? null;
  const after = book.articles[index + 1] ?? null;
  const tabPicture = tabPictureOf(book.epaper);
  const words = Array.from(safeText(article.story.text).replace(/\s+/gu, " "));
  return readerDocument({
    title: safeText(`${article.title} - ${publication.name} ${issue.date}`),
    language: publication.language,
    root: ROOT,
    assets: `${ROOT}reader/`,
    bodyClass: "article-view",
    tabPicture: tabPicture === null ? null : ROOT + tabPicture,
    links: [
      ...(before === null ? [] : [{ rel: "prev", href: fileName(before) }]),
      ...(after === null ? [] : [{ rel: "next", href: fileName(after) }]),
      { rel: "alternate", href: `${article.stem}.json` },
    ],
    description: words.slice(0, DESCRIPTION_LENGTH).join(""),
    body: [
      readerBar(book.epaper, ROOT, site),
      '<main class="article-main">',
      articleElement(book, article),
      steps(before, after),
      "</main>",
      keysDialog(),
    ].join("\n"),
  });
}

/** The article proper: what the script takes over into a page of the reader. */
function articleElement(book: ReaderBook, article: ReaderArticle): string {
  const { stem, pages } = article;
  const story = readerStory(article);
  const frame = { class: "story", "data-stem": stem, "data-pages": pages.map(pageFile).join(" "), itemscope: true, itemtype: "https://schema.org/NewsArticle" };
  return [
    `<article${attributes(frame)}>`,
    printedOn(book, article),
    ...(story.column === "" ? [] : [`<p class="column" itemprop="articleSection">${markup(story.column)}</p>`]),
    "<hgroup>",
    ...titlePart("intro", story.intro),
    `<h1 tabindex="-1" itemprop="headline">${markup(story.title)}</h1>`,
    ...titlePart("subtitle", story.subtitle),
    "</hgroup>",
    byline(story),
    ...story.pictures.map(pictureElement),
    story.briefs !== null ? briefs(story.briefs) : `<div class="text" itemprop="articleBody">\n${story.paragraphs.map(paragraph).join("\n")}\n</div>`,
    "</article>",
  ].join("\n");
}

function titlePart(role: string, text: string): readonly string[] {
  return text === "" ? [] : [`<p class="${role}">${markup(text)}</p>`];
}

/** The pages the article stands on; one that goes on elsewhere says so, and each leads back to the page. */
function printedOn(book: ReaderBook, { pages, stem }: ReaderArticle): string {
  const links = pages.map((page, index) => {
    const link = `<a${attributes({ href: `${ROOT}${pageFile(page)}#article-${stem}`, itemprop: "printPage" })}>${markup(pageTitle(page))}</a>`;
    return index === 0 ? link : `${word("continued")} ${link}`;
  });
  const day = `<time${attributes({ datetime: book.epaper.issue.date, itemprop: "datePublished" })}>${book.epaper.issue.date}</time>`;
  return `<nav class="printed"${wordLabel("printedOn")}>${links.join(" ")} ${day}</nav>`;
}

function byline({ bylines, sources }: ReaderStory): string {
  const people = bylines.map(({ role, name }) => `<span><i>${markup(role)}</i> <span itemprop="author">${markup(name)}</span></span>`);
  const facts = [...people, ...sources.map((name) => `<span><i>${word("source")}</i> ${markup(name)}</span>`)];
  return facts.length === 0 ? "" : `<p class="byline">${facts.join(" ")}</p>`;
}

function pictureElement({ name, caption: words, credit: photographer, alt, files }: ReaderPicture): string {
  const credit = photographer === "" ? "" : `<span class="credit">${markup(photographer)}</span>`;
  const caption = words === "" && credit === "" ? "" : `<figcaption>${markup(words)} ${credit}</figcaption>`;
  const largest = files.reduce<ReaderPictureFile | null>((best, file) => (best === null || file.width > best.width ? file : best), null);
  if (largest === null) return `<figure${attributes({ id: name })}><p class="none">${word("pictureMissing")}</p>${caption}</figure>`;
  const image = {
    src: ROOT + largest.path,
    srcset: files.length < 2 ? null : files.map(({ path, width }) => `${ROOT}${path} ${width}w`).join(", "),
    sizes: files.length < 2 ? null : "(max-width: 40rem) 100vw, 40rem",
    width: largest.width,
    height: largest.height,
    alt,
    loading: "lazy",
    decoding: "async",
  };
  return `<figure${attributes({ id: name })}><a${attributes({ href: ROOT + largest.path })}><img${attributes(image)}></a>${caption}</figure>`;
}

function paragraph({ runIn, pieces }: ReaderParagraph): string {
  const words = (part: string): string => markup(part).replaceAll("\n", "<br>");
  return `<p>${runIn === "" ? "" : `<b class="run-in">${words(runIn)}</b>`}${piecesHtml(pieces, markup)}</p>`;
}

function briefs(entries: readonly ReaderBrief[]): string {
  const items = entries.map(({ name, source, headline }) =>
    `<li${attributes({ id: name })}>${source === "" ? "" : `<span class="source">${markup(source)}</span>`}<span class="headline">${markup(headline)}</span></li>`,
  );
  return `<ul class="briefs" itemprop="articleBody">\n${items.join("\n")}\n</ul>`;
}

function steps(before: ReaderArticle | null, after: ReaderArticle | null): string {
  const step = (article: ReaderArticle, rel: "prev" | "next"): string => {
    const name = word(rel === "prev" ? "previousArticle" : "nextArticle");
    const arrow = icon(rel === "prev" ? "before" : "after");
    return `<a${attributes({ rel, href: fileName(article) })}>${arrow}<span><i>${name}</i> ${markup(article.title)}</span></a>`;
  };
  const links = [...(before === null ? [] : [step(before, "prev")]), ...(after === null ? [] : [step(after, "next")])];
  return `<nav class="steps"${wordLabel("steps")}>${links.join("\n")}</nav>`;
}

/** The address of an article from another article. */
function fileName({ stem }: ReaderArticle): string {
  return `${stem}.html`;
}
