import type { ArticlePart } from "../../model/articleText";
import type { Article, CharacterStyle, IssueDocument, Paragraph } from "../../model/document";
import { lookUp } from "../../model/indexes";
import type { EpaperMark } from "./epaperIssue";

/** A stretch of a text that is marked in one way, or in none. */
export interface TextPiece {
  readonly text: string;
  readonly kind: EpaperMark["kind"] | null;
}

/** The element that says what a mark means, and the class by which a style sheet shows it; null for none. */
export const markElements: Readonly<Record<EpaperMark["kind"], { readonly element: string; readonly className: string | null }>> = {
  superscript: { element: "sup", className: null },
  subscript: { element: "sub", className: null },
  deceased: { element: "span", className: "deceased" },
  properNoun: { element: "u", className: "proper-noun" },
  bookTitle: { element: "cite", className: "book-title" },
  emphasis: { element: "em", className: "dotted" },
};

/** The marks of a paragraph that mean something, whatever face they are set in; of several meanings of one style, the first. */
export function paragraphMarks(document: IssueDocument, { marks }: Paragraph, at: number): readonly EpaperMark[] {
  return marks.flatMap(({ from, to, styleId }): readonly EpaperMark[] => {
    const style = lookUp(document.characterStyles, styleId);
    const kind = style === null ? null : markKind(style);
    return kind === null ? [] : [{ from: at + from, to: at + to, kind }];
  });
}

/** The marks of an article's text, in order. */
export function articleMarks(document: IssueDocument, article: Article, parts: readonly ArticlePart[]): readonly EpaperMark[] {
  const story = article.storyId === null ? null : lookUp(document.stories, article.storyId);
  return parts.flatMap(({ source, from }) => {
    const paragraph = source.kind === "paragraph" ? story?.paragraphs[source.index] : undefined;
    return paragraph === undefined ? [] : paragraphMarks(document, paragraph, from);
  });
}

/** A stretch of a text cut wherever a mark begins or ends; the pieces joined are the stretch. */
export function markedPieces(text: string, from: number, to: number, marks: readonly EpaperMark[]): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = from;
  const add = (end: number, kind: TextPiece["kind"]): void => {
    if (end > at) pieces.push({ text: text.slice(at, end), kind });
    at = Math.max(at, end);
  };
  for (const mark of marks) {
    if (mark.to <= from || mark.from >= to) continue;
    add(Math.max(from, mark.from), null);
    add(Math.min(to, mark.to), mark.kind);
  }
  add(to, null);
  return pieces;
}

function markKind({ position, framed, line, emphasis }: CharacterStyle): EpaperMark["kind"] | null {
  if (position !== "normal") return position;
  if (framed) return "deceased";
  if (line !== "none") return line;
  return emphasis === "dot" ? "emphasis" : null;
}
