const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it may stand in HTML, in content and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** One `<p>` for each paragraph that has words; a line feed inside a paragraph is a `<br>`. */
export function paragraphsHtml(paragraphs: readonly string[]): string {
  return paragraphs
    .filter((text) => text.trim() !== "")
    .map((text) => `<p>${escapeHtml(text).replaceAll("\n", "<br>")}</p>`)
    .join("");
}

/** Text with chosen line breaks on one line: a space takes the break's place between Western words only. */
export function onOneLine(text: string): string {
  return text.split(/\n+/).reduce((line, next) => {
    const isBetweenWords = endsWestern.test(line) && startsWestern.test(next);
    return line + (isBetweenWords ? " " : "") + next;
  });
}

const endsWestern = /[\u0021-\u024f]$/;
const startsWestern = /^[\u0021-\u024f]/;
