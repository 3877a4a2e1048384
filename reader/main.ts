import { startArticlePanel } from "./articlePanel";
import { find } from "./elements";
import { startKeys } from "./keys";
import { startLanguage, switchLanguage } from "./language";
import { startPastIssues } from "./pastIssues";
import { startSearch } from "./search";
import { startStage } from "./stage";

// Before the first drawing: what needs the script is there from the start, and the image map's natural size is not.
document.documentElement.classList.add("scripted");
document.addEventListener("DOMContentLoaded", start);

function start(): void {
  const root = document.body.dataset["root"] ?? "";
  startLanguage();
  for (const tool of document.querySelectorAll<HTMLElement>(".tool[aria-label]")) tool.title ||= tool.getAttribute("aria-label") ?? "";
  const stage = startStage();
  const panel = startArticlePanel(stage);
  startKeys(stage, panel);
  startActions({
    language: switchLanguage,
    print: () => window.print(),
    help: () => find<HTMLDialogElement>("dialog.keys")?.showModal(),
    "zoom-in": () => stage?.zoomBy(1),
    "zoom-out": () => stage?.zoomBy(-1),
    "zoom-fit": () => stage?.fit(),
    "close-dialog": () => find<HTMLDialogElement>("dialog[open]")?.close(),
  });
  if (document.body.matches(".shelf-view")) return;
  startSearch(root);
  void startPastIssues(root);
  const area = /^#(p\d+-r\d+)$/.exec(location.hash)?.[1];
  const target = area === undefined ? null : document.getElementById(area);
  if (target !== null) {
    target.classList.add("reached");
    stage?.show(target);
  }
}

/** Buttons say by name what they do. */
function startActions(actions: Readonly<Record<string, () => void>>): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-action]") : null;
    const name = button?.dataset["action"];
    if (name !== undefined && Object.hasOwn(actions, name)) actions[name]?.();
  });
}
