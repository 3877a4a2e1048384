import type { CharacterStyle, Paragraph } from "../../shared/model/document";
import type { CharacterStyleId } from "../../shared/model/ids";

/** A stretch of a paragraph that looks the same all along in the story panel. */
export interface ParagraphPiece {
  /** Where it begins, in UTF-16 code units of the paragraph. */
  readonly from: number;
  readonly text: string;
  readonly styleId: CharacterStyleId | null;
  /** Whether it does not fit its frames. */
  readonly isOver: boolean;
}

/** A paragraph in pieces at the edges of its marks and where the overset part begins, if it does; joined they are its text. */
export function paragraphPieces({ text, marks }: Paragraph, overFrom: number | null): readonly ParagraphPiece[] {
  const over = overFrom ?? text.length;
  const edges = [...new Set([0, text.length, over, ...marks.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => ({
    from,
    text: text.slice(from, edges[index + 1]),
    styleId: marks.find((mark) => mark.from <= from && from < mark.to)?.styleId ?? null,
    isOver: from >= over && overFrom !== null,
  }));
}

/** Where in each paragraph its overset part begins, null where all of it fits; `oversetFrom` counts from the body's start. */
export function overFromOf(paragraphs: readonly Paragraph[], oversetFrom: number | null): readonly (number | null)[] {
  let start = 0;
  return paragraphs.map(({ text }) => {
    const from = start;
    start += text.length + 1;
    return oversetFrom === null || oversetFrom > from + text.length ? null : Math.max(0, oversetFrom - from);
  });
}

/** How the story panel shows a character style behind its text. */
export function lookOfStyle(style: CharacterStyle | null): string {
  if (style === null) return "";
  if (style.framed) return "deceased";
  if (style.line === "properNoun") return "proper-noun";
  if (style.line === "bookTitle") return "book-title";
  return style.emphasis === "dot" ? "dotted" : "tinted";
}
