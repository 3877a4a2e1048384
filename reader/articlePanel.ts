import { element, find } from "./elements";
import { onLanguage, say, translate } from "./language";
import type { Stage } from "./stage";

/** The article shown beside the page, or over it where the window is narrow. */
export interface ArticlePanel {
  readonly isOpen: () => boolean;
  close(): void;
  /** To the article before or after the open one. */
  step(rel: "prev" | "next"): void;
  /** Opens an article by the name of its file. */
  open(stem: string, part?: string): void;
}

const HASH = /^#article-([a-z0-9_-]+)$/;

/**
 * Shows articles in place: the article's own page is fetched and its article taken over, so that there is one page of
 * each. The address says which is open; without the script the same links lead to the pages themselves.
 */
export function startArticlePanel(stage: Stage | null): ArticlePanel | null {
  const reading = find(".reading");
  const panel = find(".panel");
  if (reading === null || panel === null) return null;
  const narrow = matchMedia("(max-width: 60rem)");
  const thisPage = document.querySelector<HTMLAnchorElement>(".pages [aria-current]")?.pathname ?? location.pathname;
  let shown: string | null = null;
  let fetched: string | null = null;
  let part: string | undefined;
  let cameFrom: Element | null = null;

  const show = async (stem: string): Promise<void> => {
    const address = new URL(`articles/${stem}.html`, document.baseURI);
    fetched = stem;
    const article = await fetchArticle(address);
    fetched = null;
    if (stemInAddress() !== stem) return;
    if (article === null) {
      location.assign(address);
      return;
    }
    const pages = (article.story.dataset["pages"] ?? "").split(" ").map((page) => new URL(page, document.baseURI).pathname);
    if (!pages.includes(thisPage) && pages[0] !== undefined) {
      location.assign(`${pages[0]}${location.search}#article-${stem}`);
      return;
    }
    shown = stem;
    reading.replaceChildren(readingBar(article.steps), article.story, ...(article.steps === null ? [] : [article.steps]));
    translate(reading);
    reading.hidden = false;
    panel.classList.add("open");
    document.body.classList.add("is-reading");
    setBackground(true);
    reading.scrollTop = 0;
    mark(stem);
    const target = part === undefined ? null : reading.querySelector<HTMLElement>(`#${part}`);
    part = undefined;
    find("h1", reading)?.focus({ preventScroll: true });
    if (target !== null) {
      target.classList.add("shown");
      target.scrollIntoView({ block: "center" });
    }
  };

  const hide = (): void => {
    if (shown === null) return;
    shown = null;
    reading.hidden = true;
    reading.replaceChildren();
    panel.classList.remove("open");
    document.body.classList.remove("is-reading");
    setBackground(false);
    mark(null);
    if (cameFrom instanceof HTMLElement || cameFrom instanceof SVGElement) cameFrom.focus({ preventScroll: true });
    cameFrom = null;
  };

  /** Where the article covers the page, the page must be out of reach of keys and screen readers. */
  const setBackground = (isReading: boolean): void => {
    for (const behind of document.querySelectorAll<HTMLElement>(".bar, .pages, main, .contents, .skip")) behind.inert = isReading && narrow.matches;
  };

  const mark = (stem: string | null): void => {
    for (const link of document.querySelectorAll(".overlay a.story, .contents li")) {
      const isShown = stem !== null && link.getAttribute("data-stem") === stem;
      link.classList.toggle("open", isShown);
      if (isShown && link instanceof SVGElement && !narrow.matches) stage?.show(link);
    }
  };

  const follow = (): void => {
    const stem = stemInAddress();
    if (stem === null) hide();
    // A change of the address is told twice, as a hash and as history.
    else if (stem !== shown && stem !== fetched) void show(stem);
  };

  const open = (stem: string, wantedPart?: string): void => {
    part = wantedPart;
    cameFrom ??= document.activeElement;
    if (stem === shown) return;
    if (stemInAddress() === stem) void show(stem);
    else location.hash = `article-${stem}`;
  };

  const close = (): void => {
    if (shown === null) return;
    history.pushState(null, "", location.pathname + location.search);
    hide();
  };

  const step = (rel: "prev" | "next"): void => find<HTMLAnchorElement>(`.steps a[rel="${rel}"]`, reading)?.click();

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[data-action='close-article']")) close();
    const link = target?.closest("a");
    const stem = link === null || link === undefined ? null : stemOfLink(link);
    if (stem === null || target === null) return;
    event.preventDefault();
    if (!reading.contains(target)) cameFrom = link ?? null;
    open(stem, target.getAttribute("data-part") ?? undefined);
  });
  window.addEventListener("hashchange", follow);
  window.addEventListener("popstate", follow);
  narrow.addEventListener("change", () => setBackground(shown !== null));
  onLanguage(() => {
    for (const bar of reading.querySelectorAll(".reading-bar")) bar.replaceWith(readingBar(find(".steps", reading)));
  });
  follow();
  return { isOpen: () => shown !== null, close, step, open };
}

function readingBar(steps: HTMLElement | null): HTMLElement {
  const close = element("button", { type: "button", class: "close", "data-action": "close-article" }, say("返回版面", "Back to the page"));
  const bar = element("div", { class: "reading-bar" }, close);
  for (const rel of ["prev", "next"] as const) {
    const link = steps === null ? null : find<HTMLAnchorElement>(`a[rel="${rel}"]`, steps);
    if (link === null) continue;
    bar.append(element("a", { rel, href: link.href, class: "step" }, rel === "prev" ? say("上一篇", "Previous") : say("下一篇", "Next")));
  }
  return bar;
}

interface FetchedArticle {
  readonly story: HTMLElement;
  readonly steps: HTMLElement | null;
}

async function fetchArticle(address: URL): Promise<FetchedArticle | null> {
  try {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const story = find("article.story", page);
    if (story === null) return null;
    const steps = find("nav.steps", page);
    for (const part of [story, steps]) if (part !== null) makeAbsolute(part, address);
    return { story: document.importNode(story, true), steps: steps === null ? null : document.importNode(steps, true) };
  } catch {
    return null;
  }
}

/** Addresses were written from the article's own folder. */
function makeAbsolute(part: HTMLElement, address: URL): void {
  for (const name of ["href", "src"] as const) {
    for (const holder of part.querySelectorAll(`[${name}]`)) {
      holder.setAttribute(name, new URL(holder.getAttribute(name) ?? "", address).href);
    }
  }
  for (const holder of part.querySelectorAll("[srcset]")) {
    const files = (holder.getAttribute("srcset") ?? "").split(", ").map((file) => {
      const [path = "", size = ""] = file.split(" ");
      return `${new URL(path, address).href} ${size}`;
    });
    holder.setAttribute("srcset", files.join(", "));
  }
}

function stemInAddress(): string | null {
  return HASH.exec(location.hash)?.[1] ?? null;
}

/** The article that a link of this package leads to; null for any other link. */
function stemOfLink(link: Element): string | null {
  const href = link.getAttribute("href") ?? "";
  const address = new URL(href, document.baseURI);
  const articles = new URL("articles/", document.baseURI);
  if (address.origin !== articles.origin || !address.pathname.startsWith(articles.pathname)) return null;
  return /^([a-z0-9_-]+)\.html$/.exec(address.pathname.slice(articles.pathname.length))?.[1] ?? null;
}
