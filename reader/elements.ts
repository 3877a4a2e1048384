/** The first element that a selector finds, of the kind that the page's own mark-up has there; null where it has none. */
export function find<Kind extends Element = HTMLElement>(selector: string, within: ParentNode = document): Kind | null {
  return within.querySelector<Kind>(selector);
}

/** Makes an element of words and other elements; words are never read as mark-up. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** Fetches a JSON file of the site; null where it is not there or is none. */
export async function fetchJson(address: string): Promise<unknown> {
  try {
    const answer = await fetch(address, { credentials: "same-origin" });
    return answer.ok ? ((await answer.json()) as unknown) : null; // read by whoever asked
  } catch {
    return null;
  }
}
