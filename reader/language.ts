const STORED = "epaper-language";

type Language = "zh" | "en";

const chineseLabels = new WeakMap<Element, Readonly<Record<string, string>>>();
const listeners = new Set<() => void>();
let current: Language = "zh";

/** A word of the script's own in the language shown. */
export function say(chinese: string, english: string): string {
  return current === "en" ? english : chinese;
}

/** Calls back when the language changes. */
export function onLanguage(listener: () => void): void {
  listeners.add(listener);
}

/** Shows the language chosen before, or Chinese; `?lang=en` in the address chooses too. */
export function startLanguage(): void {
  const asked = new URLSearchParams(location.search).get("lang");
  const language = asked ?? stored();
  if (language === "en") show("en");
}

/** Exchanges Chinese for English and back, and keeps the choice. */
export function switchLanguage(): void {
  show(current === "zh" ? "en" : "zh");
  try {
    localStorage.setItem(STORED, current);
  } catch {
    // A browser that keeps nothing shows Chinese again next time.
  }
}

/** Puts words that came later, an article for instance, into the language shown. */
export function translate(within: ParentNode): void {
  for (const element of within.querySelectorAll<HTMLElement>("[data-en], [data-en-label], [data-en-placeholder]")) {
    const chinese = chineseLabels.get(element) ?? remember(element);
    const { en, enLabel, enPlaceholder } = element.dataset;
    if (en !== undefined) {
      element.textContent = current === "en" ? en : (chinese["text"] ?? "");
      // The words around are the paper's; a screen reader must change its voice for these.
      if (current === "en") element.lang = "en";
      else element.removeAttribute("lang");
    }
    if (enLabel !== undefined) setLabel(element, current === "en" ? enLabel : (chinese["label"] ?? ""));
    if (enPlaceholder !== undefined) element.setAttribute("placeholder", current === "en" ? enPlaceholder : (chinese["placeholder"] ?? ""));
  }
}

function remember(element: HTMLElement): Readonly<Record<string, string>> {
  const chinese = {
    text: element.textContent ?? "",
    label: element.getAttribute("aria-label") ?? "",
    placeholder: element.getAttribute("placeholder") ?? "",
  };
  chineseLabels.set(element, chinese);
  return chinese;
}

function setLabel(element: HTMLElement, label: string): void {
  element.setAttribute("aria-label", label);
  if (element.classList.contains("tool")) element.title = label;
}

function show(language: Language): void {
  current = language;
  document.documentElement.dataset["language"] = language;
  translate(document);
  for (const listener of listeners) listener();
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
