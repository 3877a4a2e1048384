import { element, fetchJson, find } from "./elements";
import { findWords, type FoundArticle, type SearchedArticle } from "./findWords";
import { say } from "./language";

/** Searches the articles as one types; the words are fetched when the field is first used. */
export function startSearch(root: string): void {
  const form = find<HTMLFormElement>("form.search");
  const field = find<HTMLInputElement>("input", form ?? document);
  const list = find(".results");
  if (form === null || field === null || list === null) return;
  let articles: Promise<readonly SearchedArticle[]> | null = null;
  const load = (): Promise<readonly SearchedArticle[]> =>
    (articles ??= fetchJson(new URL(`${root}reader/search.json`, document.baseURI).href).then(readArticles));

  const setOpen = (isOpen: boolean): void => {
    list.hidden = !isOpen;
    field.setAttribute("aria-expanded", String(isOpen));
  };
  const seek = async (): Promise<void> => {
    const sought = field.value;
    const found = findWords(await load(), sought);
    if (field.value !== sought) return;
    const none = element("p", { class: "none", role: "status" }, say("没有找到。", "Nothing found."));
    list.replaceChildren(...(found.length > 0 ? found.map((one) => resultLink(one, root)) : [none]));
    setOpen(sought.trim() !== "");
  };
  const links = (): readonly HTMLAnchorElement[] => [...list.querySelectorAll("a")];
  const move = (steps: number): void => {
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    const next = at + steps;
    if (next < 0) field.focus();
    else all[Math.min(next, all.length - 1)]?.focus();
  };

  field.addEventListener("focus", () => void load());
  field.addEventListener("input", () => void seek());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void seek().then(() => links()[0]?.click());
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      setOpen(false);
      field.focus();
    }
  });
  form.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a") !== null) setOpen(false);
  });
  form.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) setOpen(false);
  });
}

function resultLink({ article, before, match, after }: FoundArticle, root: string): HTMLAnchorElement {
  return element(
    "a",
    { href: root + article.href },
    element("span", { class: "headline" }, article.title),
    element("span", { class: "second" }, before, element("mark", {}, match), after),
    element("span", { class: "place" }, article.page),
  );
}

/** Reads the file strictly: what is no article of the package is left out. */
function readArticles(value: unknown): readonly SearchedArticle[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown): readonly SearchedArticle[] => {
    if (typeof entry !== "object" || entry === null) return [];
    const { stem, href, title, page, text } = entry as Readonly<Record<string, unknown>>; // an object just here
    const isWhole = [stem, href, title, page, text].every((part) => typeof part === "string");
    if (!isWhole || !/^articles\/[a-z0-9_-]+\.html$/.test(String(href))) return [];
    return [{ stem: String(stem), href: String(href), title: String(title), page: String(page), text: String(text) }];
  });
}
