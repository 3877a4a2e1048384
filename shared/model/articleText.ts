import type { Article, IssueDocument, Story, TitleRole } from "./document";
import type { BoxId } from "./ids";
import { lookUp } from "./indexes";
import { printedTitle } from "./titleText";

/** What a part of an article's text is in the document. */
export type ArticlePartSource =
  | { readonly kind: "title"; readonly role: TitleRole }
  | { readonly kind: "runIn" }
  | { readonly kind: "paragraph"; readonly index: number }
  | { readonly kind: "caption"; readonly pictureFrameId: BoxId }
  | { readonly kind: "credit"; readonly pictureFrameId: BoxId };

/** One part of an article's text; offsets are UTF-16 code units, half-open. */
export interface ArticlePart {
  readonly source: ArticlePartSource;
  readonly text: string;
  /** Where the part begins in the article's text. */
  readonly from: number;
  /** Where it ends, the line feed behind it not counted. */
  readonly to: number;
}

/** An article's words in reading order. */
export interface ArticleText {
  /** The parts joined by one line feed. */
  readonly text: string;
  readonly parts: readonly ArticlePart[];
}

/** The parts of a title from the top. */
export const titleRoles: readonly TitleRole[] = ["kicker", "main", "sub"];

/** Parts a dateline without a byline from the text. */
const IDEOGRAPHIC_SPACE = "\u3000";

/**
 * The words set run-in before the first paragraph: 本报讯（全媒体记者徐亚辉）, or 据证券时报消息 and one em where there
 * is no byline; empty where the story has neither.
 */
export function runInHead(story: Pick<Story, "dateline" | "byline">): string {
  if (story.byline !== "") return `${story.dateline}（${story.byline}）`;
  return story.dateline === "" ? "" : story.dateline + IDEOGRAPHIC_SPACE;
}

/**
 * An article's words in reading order: title parts, run-in head, body paragraphs, then each picture's caption and
 * credit. Empty parts are left out, but for body paragraphs. Title parts keep their chosen line breaks.
 */
export function articleText(document: IssueDocument, article: Article): ArticleText {
  const story = article.storyId === null ? null : lookUp(document.stories, article.storyId);
  const found = [...(story === null ? [] : storyParts(story)), ...pictureParts(document, article)];
  const parts: ArticlePart[] = [];
  let from = 0;
  for (const { source, text } of found) {
    parts.push({ source, text, from, to: from + text.length });
    from += text.length + 1;
  }
  return { text: parts.map((part) => part.text).join("\n"), parts };
}

type FoundPart = Pick<ArticlePart, "source" | "text">;

function storyParts(story: Story): readonly FoundPart[] {
  const title = titleRoles.map((role): FoundPart => ({ source: { kind: "title", role }, text: printedTitle(story.title[role]) }));
  const head: FoundPart = { source: { kind: "runIn" }, text: runInHead(story) };
  const body = story.paragraphs.map(
    (paragraph, index): FoundPart => ({ source: { kind: "paragraph", index }, text: paragraph.text }),
  );
  return [...[...title, head].filter(hasText), ...body];
}

function pictureParts(document: IssueDocument, article: Article): readonly FoundPart[] {
  return article.pictures.flatMap(({ pictureFrameId }) => {
    const picture = lookUp(document.boxes, pictureFrameId);
    if (picture?.kind !== "picture") return [];
    const caption: FoundPart = { source: { kind: "caption", pictureFrameId }, text: picture.caption };
    const credit: FoundPart = { source: { kind: "credit", pictureFrameId }, text: picture.credit };
    return [caption, credit].filter(hasText);
  });
}

function hasText(part: FoundPart): boolean {
  return part.text !== "";
}
