import { areaMap, pagePicturesOf, type PagePicture } from "../derived/areaMap";
import type { EpaperPage } from "../epaperIssue";
import { attributes, markup, safeText } from "../markup";
import { keysDialog } from "./keysDialog";
import { icon } from "./icon";
import { pageOverlay } from "./pageOverlay";
import { pageFile, pageTitle, type ReaderArticle, type ReaderBook } from "../readerBook";
import { readerSummary } from "../readerStory";
import { readerBar, readerDocument, tabPictureOf, toolButton } from "./readerDocument";
import { word, wordLabel } from "./readerWords";

const MAP = "areas";
/** Up to this window width the picture is as wide as the window; the style sheet says the same. */
const NARROW = "60rem";

/** What a page of the reader needs to know besides the issue. */
export interface ReaderOptions {
  /** From the package's folder to the list of all issues, or null where the package stands alone. */
  readonly site: string | null;
}

/** One printed page: its picture with hot areas, the list of pages, and the articles that stand on it. */
export function pageHtml(book: ReaderBook, page: EpaperPage, { site }: ReaderOptions): string {
  const { publication, issue, pages } = book.epaper;
  const before = pages[page.order - 2] ?? null;
  const after = pages[page.order] ?? null;
  return readerDocument({
    title: safeText(`${pageTitle(page)} - ${publication.name} ${issue.date}`),
    language: publication.language,
    root: "",
    assets: "reader/",
    bodyClass: "page-view",
    tabPicture: tabPictureOf(book.epaper),
    links: [
      ...(before === null ? [] : [{ rel: "prev", href: pageFile(before) }]),
      ...(after === null ? [] : [{ rel: "next", href: pageFile(after) }]),
      { rel: "alternate", href: "issue.json" },
    ],
    body: [
      `<a class="skip" href="#contents">${word("skip")}</a>`,
      readerBar(book.epaper, "", site),
      pageList(book, page, ""),
      "<main>",
      `<h1 class="page-title">${markup(pageTitle(page))}</h1>`,
      sheet(book, page),
      pageTools(page, before, after),
      "</main>",
      panel(book, page),
      keysDialog(),
    ].join("\n"),
  });
}

/** The pages of the issue with their thumbnails. */
export function pageList({ epaper }: ReaderBook, current: EpaperPage | null, root: string): string {
  const items = epaper.pages.map((page) => {
    const [thumbnail] = pagePicturesOf(page);
    const picture =
      thumbnail === undefined
        ? ""
        : `<img${attributes({ src: root + thumbnail.href, alt: "", width: thumbnail.width, height: thumbnail.height, loading: "lazy", decoding: "async" })}>`;
    const link = { href: root + pageFile(page), "aria-current": page === current ? "page" : null };
    return `<li><a${attributes(link)}>${picture}<span><b>${markup(page.label)}</b> ${markup(page.name)}</span></a></li>`;
  });
  return `<nav class="pages"${wordLabel("pages")}>\n<ol>\n${items.join("\n")}\n</ol>\n</nav>`;
}

/**
 * The picture twice armed: an image map at its natural size where no script runs, and the same areas drawn over it, which
 * follow it at any size, for the script to show instead.
 */
function sheet(book: ReaderBook, page: EpaperPage): string {
  const pictures = pagePicturesOf(page).filter(({ name }) => name !== "thumbnail");
  const shown = pictures.find(({ name }) => name === "preview") ?? pictures.at(-1);
  const stage = `<div class="stage" tabindex="0" role="region"${wordLabel("pagePicture")}>`;
  if (shown === undefined) return `${stage}</div>`;
  return [
    stage,
    `<div${attributes({ class: "sheet", "data-ratio": (shown.width / shown.height).toFixed(6), "data-most": pictures.at(-1)?.width ?? shown.width })}>`,
    pictureElement(page, shown, pictures),
    areaMap(book, page, { name: MAP, picture: shown, root: "" }),
    pageOverlay(book, page),
    "</div>",
    "</div>",
  ].join("\n");
}

function pictureElement(page: EpaperPage, shown: PagePicture, pictures: readonly PagePicture[]): string {
  return `<img${attributes({
    class: "picture",
    src: shown.href,
    srcset: pictures.map(({ href, width }) => `${href} ${width}w`).join(", "),
    sizes: `(max-width: ${NARROW}) 100vw, ${shown.width}px`,
    width: shown.width,
    height: shown.height,
    alt: pageTitle(page),
    usemap: `#${MAP}`,
    fetchpriority: "high",
  })}>`;
}

function pageTools(page: EpaperPage, before: EpaperPage | null, after: EpaperPage | null): string {
  const print = page.renditions.find(({ name }) => name === "print");
  return [
    `<div class="page-tools" role="group"${wordLabel("zoomTools")}>`,
    ...(before === null ? [] : [`<a${attributes({ class: "tool", rel: "prev", href: pageFile(before) })}${wordLabel("previousPage")}>${icon("before")}</a>`]),
    toolButton("zoom-out", "out", "zoomOut"),
    '<output class="zoom scripted" aria-live="off"></output>',
    toolButton("zoom-in", "in", "zoomIn"),
    toolButton("zoom-fit", "fit", "zoomFit"),
    ...(print === undefined ? [] : [`<a${attributes({ class: "tool", href: print.href, type: print.contentType })}${wordLabel("pdf")}>${icon("pdf")}</a>`]),
    ...(after === null ? [] : [`<a${attributes({ class: "tool", rel: "next", href: pageFile(after) })}${wordLabel("nextPage")}>${icon("after")}</a>`]),
    "</div>",
  ].join("\n");
}

/** The list of what stands on the page, and the place where the script shows an article. */
function panel(book: ReaderBook, page: EpaperPage): string {
  const articles = book.articlesOn(page);
  const list =
    articles.length === 0
      ? `<p class="none">${word("noArticles")}</p>`
      : `<ol>\n${articles.map((article) => contentsItem(article)).join("\n")}\n</ol>`;
  return [
    '<div class="panel">',
    `<section id="contents" class="contents" aria-labelledby="contents-title">`,
    `<h2 id="contents-title">${word("onThisPage")}</h2>`,
    list,
    "</section>",
    `<section class="reading" hidden${wordLabel("article")}></section>`,
    "</div>",
  ].join("\n");
}

function contentsItem(article: ReaderArticle): string {
  const { intro, title, second } = readerSummary(article);
  return [
    `<li${attributes({ "data-stem": article.stem })}><a${attributes({ href: article.href })}>`,
    intro === "" ? "" : `<span class="intro">${markup(intro)}</span>`,
    `<span class="headline">${markup(title)}</span>`,
    second === "" ? "" : `<span class="second">${markup(second)}</span>`,
    "</a></li>",
  ].join("");
}
