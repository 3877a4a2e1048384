import type { IssueDocument, Story } from "../../model/document";
import { lookUp } from "../../model/indexes";
import { onOneLine } from "./textHtml";

/** One entry of a list of briefs: whose news it is, and what the news is. */
export interface BriefEntry {
  /** The entry's paragraphs in the story, half-open. */
  readonly fromParagraph: number;
  readonly toParagraph: number;
  readonly source: string | null;
  readonly headline: string;
}

/**
 * The entries of a 标题新闻 list. A paragraph with a marker such as ● begins one; where no paragraph has a marker, each
 * is one. What stands before a colon at the head of an entry is its source.
 */
export function briefEntries(document: Pick<IssueDocument, "paragraphStyles">, story: Story): readonly BriefEntry[] {
  const marked = story.paragraphs.map(
    ({ styleId, text }) => (lookUp(document.paragraphStyles, styleId)?.marker ?? "") !== "" || /^[●■◆▲]/u.test(text),
  );
  const startsEntry = (index: number): boolean => !marked.includes(true) || marked[index] === true;
  const starts = story.paragraphs.flatMap(({ text }, index) => (startsEntry(index) && text.trim() !== "" ? [index] : []));
  return starts.map((fromParagraph, index) => {
    const toParagraph = starts[index + 1] ?? story.paragraphs.length;
    const text = story.paragraphs
      .slice(fromParagraph, toParagraph)
      .map((paragraph) => onOneLine(paragraph.text).trim())
      .join("")
      .replace(/^[●■◆▲]\s*/u, "");
    const [, source, headline] = /^([^：:。！？]{1,40})[：:](.+)$/su.exec(text) ?? [];
    return { fromParagraph, toParagraph, source: source ?? null, headline: headline ?? text };
  });
}
