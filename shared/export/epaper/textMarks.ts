import type { ArticlePart } from "../../model/articleText";
import type { Article, CharacterStyle, IssueDocument, Paragraph } from "../../model/document";
import { lookUp } from "../../model/indexes";
import type { EpaperMark } from "./epaperIssue";

/** A stretch of a text that is marked in the same ways all through, or in none. */
export interface MarkedPiece {
  readonly text: string;
  /** What the stretch means, the outermost element first. */
  readonly kinds: readonly EpaperMark["kind"][];
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

/** The marks of a paragraph that mean something, whatever face they are set in; a style of several meanings gives one for each. */
export function paragraphMarks(document: IssueDocument, { marks }: Paragraph, at: number): readonly EpaperMark[] {
  return marks.flatMap(({ from, to, styleId }): readonly EpaperMark[] => {
    const style = lookUp(document.characterStyles, styleId);
    return style === null ? [] : markKinds(style).map((kind) => ({ from: at + from, to: at + to, kind }));
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
export function markedPieces(text: string, from: number, to: number, marks: readonly EpaperMark[]): readonly MarkedPiece[] {
  const within = (at: number): boolean => at > from && at < to;
  const cuts = [...new Set([from, ...marks.flatMap((mark) => [mark.from, mark.to]).filter(within), to])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index]!;
    return { text: text.slice(start, end), kinds: marks.filter((mark) => mark.from < end && mark.to > start).map(({ kind }) => kind) };
  });
}

/** All that a style says, what stands around the name before what stands in it. */
function markKinds({ position, framed, line, emphasis }: CharacterStyle): readonly EpaperMark["kind"][] {
  return [
    ...(framed ? (["deceased"] as const) : []),
    ...(line === "none" ? [] : [line]),
    ...(emphasis === "dot" ? (["emphasis"] as const) : []),
    ...(position === "normal" ? [] : [position]),
  ];
}
