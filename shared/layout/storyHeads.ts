import type { IssueDocument, ParagraphStyle, Story } from "../model/document";
import type { ParagraphStyleId } from "../model/ids";
import { lookUp } from "../model/indexes";

/** The paragraphs of a story, by index, that head what follows them: in another style than most of the story, one that is not set full. */
export function storyHeads(document: Pick<IssueDocument, "paragraphStyles">, story: Story): ReadonlySet<number> {
  const bodyStyle = commonestStyle(story);
  const heads = new Set<number>();
  for (let index = 0; index < story.paragraphs.length - 1; index++) {
    const { styleId } = story.paragraphs[index]!;
    const style = styleId === bodyStyle ? null : lookUp(document.paragraphStyles, styleId);
    if (style !== null && headsWhatFollows(style)) heads.add(index);
  }
  return heads;
}

/** Whether a style is one of heads: they are not set full, as quotations, items of lists and notes are, or occupy lines. */
function headsWhatFollows({ align, linesOccupied }: ParagraphStyle): boolean {
  return align !== "justify" || linesOccupied > 0;
}

/** The style that sets most of a story's text; what is set in others heads what follows it. */
function commonestStyle(story: Story): ParagraphStyleId | null {
  const lengths = new Map<ParagraphStyleId, number>();
  let commonest: ParagraphStyleId | null = null;
  let most = -1;
  for (const { styleId, text } of story.paragraphs) {
    const length = (lengths.get(styleId) ?? 0) + text.length;
    lengths.set(styleId, length);
    if (length <= most) continue;
    most = length;
    commonest = styleId;
  }
  return commonest;
}
