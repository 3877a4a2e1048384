import { attributes, markup } from "../markup";
import { issueDate } from "./issueDate";
import { readerDocument } from "./readerDocument";
import { word, wordLabel } from "./readerWords";
import type { SiteIssue } from "./siteIssues";

/** The list of all issues at the root of a site, by month, the newest first. */
export function siteHtml(issues: readonly SiteIssue[], language: string): string {
  const name = issues[0]?.name ?? "";
  const months = [...new Set(issues.map(({ date }) => date.slice(0, 7)))];
  return readerDocument({
    title: name,
    language,
    root: "",
    assets: "",
    bodyClass: "shelf-view",
    tabPicture: issues[0]?.cover?.href ?? null,
    body: [
      '<header class="bar">',
      `<a class="paper" href="index.html">${markup(name)}</a>`,
      `<p class="day">${word("issues")}</p>`,
      `<div class="tools"><button${attributes({ type: "button", class: "tool scripted", "data-action": "language" })}${wordLabel("languageLabel")}>${word("language")}</button></div>`,
      "</header>",
      '<main class="shelf">',
      `<h1 class="page-title">${markup(name)}</h1>`,
      ...months.map((month) => monthElement(month, issues.filter(({ date }) => date.startsWith(month)))),
      "</main>",
    ].join("\n"),
  });
}

function monthElement(month: string, issues: readonly SiteIssue[]): string {
  const [year, number] = month.split("-");
  const title = `${year}年${Number(number)}月`;
  return `<section>\n<h2><span${attributes({ "data-en": month })}>${markup(title)}</span></h2>\n<ol>\n${issues.map(issueElement).join("\n")}\n</ol>\n</section>`;
}

function issueElement({ date, href, number, cover }: SiteIssue): string {
  const picture =
    cover === undefined
      ? ""
      : `<img${attributes({ src: cover.href, width: cover.width, height: cover.height, alt: "", loading: "lazy", decoding: "async" })}>`;
  const facts = `<time${attributes({ datetime: date })}>${issueDate(date)}</time> <span${attributes({ class: "number", "data-en": `No. ${number}` })}>${markup(`总第${number}期`)}</span>`;
  return `<li><a${attributes({ href: `${href}index.html` })}>${picture}${facts}</a></li>`;
}
