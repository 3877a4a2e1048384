import type { ArticlePanel } from "./articlePanel";
import { find } from "./elements";
import type { Stage } from "./stage";

/** The reader's keys; none of them works while words are typed or another key is held. */
export function startKeys(stage: Stage | null, panel: ArticlePanel | null): void {
  const follow = (rel: "prev" | "next"): void => find<HTMLAnchorElement>(`.page-tools a[rel="${rel}"], .article-main .steps a[rel="${rel}"]`)?.click();
  const step = (rel: "prev" | "next"): void => (panel?.isOpen() === true ? panel.step(rel) : follow(rel));
  const actions: Readonly<Record<string, () => void>> = {
    "+": () => stage?.zoomBy(1),
    "=": () => stage?.zoomBy(1),
    "-": () => stage?.zoomBy(-1),
    "0": () => stage?.fit(),
    "/": () => find<HTMLInputElement>(".search input")?.focus(),
    "?": () => find<HTMLDialogElement>("dialog.keys")?.showModal(),
    Escape: () => leave(panel),
    ArrowLeft: () => step("prev"),
    ArrowRight: () => step("next"),
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || find("dialog[open]") !== null) return;
    if (event.target instanceof HTMLElement && event.target.closest("input, textarea, select") !== null) return;
    // A page that is larger than its place is scrolled by the arrows while it has the focus.
    const isPanning = event.key.startsWith("Arrow") && event.target instanceof Element && event.target.matches(".stage.zoomed");
    const action = isPanning || !Object.hasOwn(actions, event.key) ? undefined : actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}

/** Closes the article; on an article's own page, goes to where it was printed. */
function leave(panel: ArticlePanel | null): void {
  if (panel !== null) panel.close();
  else find<HTMLAnchorElement>(".printed a")?.click();
}
