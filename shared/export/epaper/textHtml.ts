import { markElements, type MarkedPiece } from "./textMarks";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it may stand in HTML, in content and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** One `<p>` for each paragraph that has words, its marks as elements; a line feed inside a paragraph is a `<br>`. */
export function paragraphsHtml(paragraphs: readonly (readonly MarkedPiece[])[]): string {
  return paragraphs
    .filter((pieces) => pieces.some(({ text }) => text.trim() !== ""))
    .map((pieces) => `<p>${piecesHtml(pieces, escapeHtml)}</p>`)
    .join("");
}

/** Pieces of text as HTML, each in the elements of its marks; `escape` is the one way from words to mark-up. */
export function piecesHtml(pieces: readonly MarkedPiece[], escape: (text: string) => string): string {
  return pieces
    .map(({ text, kinds }) =>
      kinds.reduceRight((inner, kind) => {
        const { element, className } = markElements[kind];
        return `<${element}${className === null ? "" : ` class="${className}"`}>${inner}</${element}>`;
      }, escape(text).replaceAll("\n", "<br>")),
    )
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
