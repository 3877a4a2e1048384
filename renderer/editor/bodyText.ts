import type { Overset } from "../../shared/layout/issueLayout";
import type { Paragraph } from "../../shared/model/document";

/**
 * Where in a story's body, joined by one line feed, the overset text begins. `prefixLength` says how much of the overset
 * paragraph is set before its own text, such as a dateline: the layout's offsets count it, the body's do not.
 */
export function oversetOffset(paragraphs: readonly Paragraph[], overset: Overset, prefixLength: number): number {
  const before = paragraphs.slice(0, overset.paragraph);
  const start = before.reduce((sum, { text }) => sum + text.length + 1, 0);
  return start + Math.max(0, overset.offset - prefixLength);
}

/** How many characters a text has as an editor counts them: every visible one, spaces and line ends left out. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const character of text) if (!/\s/u.test(character)) count += 1;
  return count;
}
