import { pagePicturesOf } from "../derived/areaMap";
import type { EpaperIssue } from "../epaperIssue";
import { attributes, markup, safeText } from "../markup";
import { icon, type IconName } from "./icon";
import { issueDate } from "./issueDate";
import { word, wordLabel, type ReaderWord } from "./readerWords";

/** Nothing but the package's own files, no script or style inside a page, and no way out by a form or a base address. */
const POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

/** One HTML page of the reader. */
export interface ReaderDocument {
  readonly title: string;
  readonly language: string;
  /** From this page to the package's folder: empty or `../`. */
  readonly root: string;
  /** From this page to the folder of style sheet and script. */
  readonly assets: string;
  readonly bodyClass: string;
  readonly links?: readonly { readonly rel: string; readonly href: string }[];
  readonly description?: string;
  /** A small picture that stands for the page in the browser's tabs. */
  readonly tabPicture: string | null;
  readonly body: string;
}

/** A whole page: head with its security policy, then the body. */
export function readerDocument({ title, language, root, assets, bodyClass, links = [], description, tabPicture, body }: ReaderDocument): string {
  return [
    "<!doctype html>",
    `<html${attributes({ lang: language, class: "reader" })}>`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta${attributes({ "http-equiv": "Content-Security-Policy", content: POLICY })}>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="same-origin">',
    '<meta name="generator" content="Broadsheet">',
    `<title>${markup(title)}</title>`,
    ...(description === undefined ? [] : [`<meta${attributes({ name: "description", content: description })}>`]),
    ...(tabPicture === null ? [] : [`<link${attributes({ rel: "icon", href: tabPicture })}>`]),
    ...links.map((link) => `<link${attributes({ ...link })}>`),
    `<link${attributes({ rel: "stylesheet", href: `${assets}reader.css` })}>`,
    `<script${attributes({ src: `${assets}reader.js` })}></script>`,
    "</head>",
    `<body${attributes({ class: bodyClass, "data-root": root })}>`,
    body,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** The bar over every page of an issue: the paper, the day, search and tools; what needs the script waits for it. */
export function readerBar({ publication, issue }: EpaperIssue, root: string, site: string | null): string {
  const name = publication.mastheadName ?? publication.name;
  return [
    '<header class="bar">',
    `<a${attributes({ class: "paper", href: `${root}index.html` })}>${markup(name)}</a>`,
    `<p class="day"><time${attributes({ datetime: issue.date })}>${issueDate(issue.date)}</time> ${issueNumber(issue.totalIssueNumber)}</p>`,
    '<form class="search scripted" role="search">',
    icon("search"),
    `<input${attributes({ type: "search", name: "q", autocomplete: "off", placeholder: "搜索本期", "data-en-placeholder": "Search this issue", role: "combobox", "aria-expanded": "false", "aria-controls": "results" })}${wordLabel("search")}>`,
    `<div${attributes({ id: "results", class: "results", hidden: true })}${wordLabel("results")}></div>`,
    "</form>",
    '<div class="tools">',
    ...(site === null ? [] : [`<a${attributes({ class: "tool unscripted", href: root + site })}>${word("issues")}</a>`]),
    toolButton("issues", "calendar", "pastIssues", true),
    `<button${attributes({ type: "button", class: "tool scripted", "data-action": "language" })}${wordLabel("languageLabel")}>${word("language")}</button>`,
    toolButton("print", "print", "print"),
    toolButton("help", "keys", "help"),
    "</div>",
    "</header>",
  ].join("\n");
}

/** The smallest picture of an issue's first page, from the package's folder. */
export function tabPictureOf({ pages: [first] }: EpaperIssue): string | null {
  return first === undefined ? null : (pagePicturesOf(first)[0]?.href ?? null);
}

/** A button that does something only with the script, an icon named for screen readers and as a tip. */
export function toolButton(action: string, picture: IconName, name: ReaderWord, hidden = false): string {
  return `<button${attributes({ type: "button", class: "tool scripted", "data-action": action, hidden })}${wordLabel(name)}>${icon(picture)}</button>`;
}

function issueNumber(number: number): string {
  const english = `No. ${number}`;
  return `<span class="number"${attributes({ "data-en": english })}>${safeText(`总第${number}期`)}</span>`;
}
