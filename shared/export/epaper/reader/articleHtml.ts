import type { EpaperStory, EpaperTextPart } from "../epaperIssue";
import { attributes, markup, safeText } from "../markup";
import type { NinjsAssociation } from "../ninjsItem";
import { keysDialog } from "./keysDialog";
import { icon } from "./icon";
import type { ReaderOptions } from "./pageHtml";
import { pageFile, pageTitle, type ReaderArticle, type ReaderBook } from "../readerBook";
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
  const { item, story, stem, title, pages } = article;
  const headline = (role: string): string => item.headlines?.find((each) => each.role === role)?.value ?? "";
  const pictures = (item.associations ?? []).filter(({ type }) => type === "picture");
  const frame = { class: "story", "data-stem": stem, "data-pages": pages.map(pageFile).join(" "), itemscope: true, itemtype: "https://schema.org/NewsArticle" };
  return [
    `<article${attributes(frame)}>`,
    printedOn(book, article),
    ...(story.column === null || story.column === title ? [] : [`<p class="column" itemprop="articleSection">${markup(story.column)}</p>`]),
    "<hgroup>",
    ...titlePart("intro", headline("introtitle")),
    `<h1 tabindex="-1" itemprop="headline">${markup(title)}</h1>`,
    ...titlePart("subtitle", headline("subtitle")),
    "</hgroup>",
    byline(article),
    ...pictures.map(pictureElement),
    item.type === "composite" ? briefs(article) : `<div class="text" itemprop="articleBody">\n${paragraphs(story).join("\n")}\n</div>`,
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

function byline({ item, story }: ReaderArticle): string {
  const people = story.bylines.map(({ role, name }) => `<span><i>${markup(role)}</i> <span itemprop="author">${markup(name)}</span></span>`);
  const sources = (item.infoSources ?? []).map(({ name }) => `<span><i>${word("source")}</i> ${markup(name)}</span>`);
  const facts = [...people, ...sources];
  return facts.length === 0 ? "" : `<p class="byline">${facts.join(" ")}</p>`;
}

function pictureElement(picture: NinjsAssociation): string {
  const description = (role: string): string => picture.descriptions?.find((each) => each.role === role)?.value ?? "";
  const credit = picture.by === undefined ? "" : `<span class="credit">${markup(picture.by)}/摄</span>`;
  const caption = description("caption") === "" && credit === "" ? "" : `<figcaption>${markup(description("caption"))} ${credit}</figcaption>`;
  const files = (picture.renditions ?? []).flatMap((rendition) => {
    const path = packagePath(rendition.href);
    return path === null ? [] : [{ ...rendition, path: ROOT + path }];
  });
  const largest = files.reduce<(typeof files)[number] | null>((best, file) => (best === null || file.width > best.width ? file : best), null);
  if (largest === null) return `<figure${attributes({ id: picture.name })}><p class="none">${word("pictureMissing")}</p>${caption}</figure>`;
  const image = {
    src: largest.path,
    srcset: files.length < 2 ? null : files.map(({ path, width }) => `${path} ${width}w`).join(", "),
    sizes: files.length < 2 ? null : "(max-width: 40rem) 100vw, 40rem",
    width: largest.width,
    height: largest.height,
    alt: description("alt") || description("caption"),
    loading: "lazy",
    decoding: "async",
  };
  return `<figure${attributes({ id: picture.name })}><a${attributes({ href: largest.path })}><img${attributes(image)}></a>${caption}</figure>`;
}

/** Where a picture's file lies in the package: its address is that path under a base, which may be another machine's. */
function packagePath(href: string): string | null {
  return /(?:^|[/:])(img\/[\w.-]+)$/.exec(href)?.[1] ?? null;
}

/** The paragraphs as printed; the run-in head opens the first one. */
function paragraphs({ text, parts }: EpaperStory): readonly string[] {
  const words = (part: EpaperTextPart): string => markup(text.slice(part.from, part.to)).replaceAll("\n", "<br>");
  let head = "";
  const elements: string[] = [];
  for (const part of parts) {
    if (part.role === "runIn") head = `<b class="run-in">${words(part)}</b>`;
    if (part.role !== "paragraph" || text.slice(part.from, part.to).trim() === "") continue;
    elements.push(`<p>${head}${words(part)}</p>`);
    head = "";
  }
  return head === "" ? elements : [...elements, `<p>${head}</p>`];
}

function briefs({ item }: ReaderArticle): string {
  const entries = (item.associations ?? []).filter(({ type }) => type === "text");
  const items = entries.map((entry) => {
    const source = entry.infoSources?.[0]?.name ?? "";
    return `<li${attributes({ id: entry.name })}>${source === "" ? "" : `<span class="source">${markup(source)}</span>`}<span class="headline">${markup(entry.title ?? "")}</span></li>`;
  });
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
