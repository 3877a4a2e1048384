import type { FlowLayout, SetLine } from "../../layout/issueLayout";
import type { ArticlePart, ArticlePartSource, ArticleText } from "../../model/articleText";
import type { BoxId } from "../../model/ids";

/** A stretch of an article's text: UTF-16 code units, half-open. */
export type ArticleRange = readonly [from: number, to: number];

/**
 * Where a line's words stand in its article's text, or null for words that are no part of it. What layout prints before
 * a paragraph counts as the run-in head where it is one, and as nothing where it is a marker.
 */
export function articleRange(
  text: ArticleText,
  flow: FlowLayout,
  line: SetLine,
  pictureFrameId: BoxId | null,
): ArticleRange | null {
  const set = flow.paragraphs[line.paragraph];
  if (set === undefined) return null;
  const source = partSource(flow, line.paragraph, pictureFrameId);
  const part = source === null ? undefined : text.parts.find((candidate) => isSame(candidate.source, source));
  if (part === undefined) return null;
  const isFirst = part.source.kind === "paragraph" && part.source.index === 0;
  const head = isFirst ? text.parts.find((candidate) => candidate.source.kind === "runIn") : undefined;
  const from = articleOffset(part, head, line.from - set.prefixLength, "from");
  return [from, Math.max(from, articleOffset(part, head, line.to - set.prefixLength, "to"))];
}

/** The offset of a place in a part, given from the part's first unit; negative ones lie in what is printed before it. */
function articleOffset(part: ArticlePart, head: ArticlePart | undefined, offset: number, side: "from" | "to"): number {
  const isBefore = side === "from" ? offset < 0 : offset <= 0;
  if (head === undefined || !isBefore) return Math.min(part.to, Math.max(part.from, part.from + offset));
  return Math.max(head.from, head.to + offset);
}

/** What a set paragraph is in the article, read from its flow and its `part`. */
function partSource(flow: FlowLayout, paragraph: number, pictureFrameId: BoxId | null): ArticlePartSource | null {
  const part = flow.paragraphs[paragraph]?.part ?? "";
  if (flow.key.startsWith("story:")) {
    const index = /\d+$/.exec(part)?.[0];
    return { kind: "paragraph", index: index === undefined ? paragraph : Number(index) };
  }
  const name = /(kicker|main|sub|caption|credit)$/.exec(part)?.[0];
  if (name === "kicker" || name === "main" || name === "sub") return { kind: "title", role: name };
  if ((name === "caption" || name === "credit") && pictureFrameId !== null) return { kind: name, pictureFrameId };
  return null;
}

function isSame(a: ArticlePartSource, b: ArticlePartSource): boolean {
  if (a.kind === "title") return b.kind === "title" && a.role === b.role;
  if (a.kind === "paragraph") return b.kind === "paragraph" && a.index === b.index;
  if (a.kind === "runIn") return b.kind === "runIn";
  return b.kind === a.kind && a.pictureFrameId === b.pictureFrameId;
}
