import { articleText, type ArticlePart } from "../../model/articleText";
import type { Article, IssueDocument } from "../../model/document";
import type { ParagraphStyleId } from "../../model/ids";
import { lookUp } from "../../model/indexes";
import { readByline, readCredit } from "./bylines";
import { articleUri, pageName } from "./epaperNames";
import { articleMarks } from "./textMarks";
import type { EpaperByline, EpaperStory, EpaperTextPart } from "./epaperIssue";

/** Where an article stands. */
export interface StoryPlace {
  readonly readingOrder: number;
  /** The pages of its regions, from 0, in any order. */
  readonly pageIndexes: readonly number[];
  /** The words of the standing head over it. */
  readonly columnHead: string | null;
}

const storyKinds = { news: "news", photo: "photo-news", briefs: "headline-list" } as const;

/** What the printed page knows of an article beyond its ninjs item. */
export function storyRecord(document: IssueDocument, article: Article, place: StoryPlace): EpaperStory {
  const isWithheld = article.digital === "withheld";
  const { text, parts } = isWithheld ? { text: "", parts: [] } : articleText(document, article);
  const marks = articleMarks(document, article, parts);
  const { kind } = article;
  return {
    article: articleUri(document, article.id),
    kind: kind === "photo" || kind === "briefs" ? storyKinds[kind] : storyKinds.news,
    column: place.columnHead,
    readingOrder: place.readingOrder,
    pages: [...new Set(place.pageIndexes)].sort((a, b) => a - b).map(pageName),
    bylines: isWithheld ? [] : bylinesOf(document, article),
    text,
    parts: parts.map((part) => textPart(document, article, part)),
    ...(marks.length === 0 ? {} : { marks }),
  };
}

function bylinesOf(document: IssueDocument, article: Article): readonly EpaperByline[] {
  const story = article.storyId === null ? null : lookUp(document.stories, article.storyId);
  const credits = article.pictures.flatMap(({ pictureFrameId }) => {
    const picture = lookUp(document.boxes, pictureFrameId);
    return picture?.kind === "picture" ? readCredit(picture.credit) : [];
  });
  const people = [...(story === null ? [] : readByline(story.byline)), ...credits];
  return people.filter(
    ({ role, name }, index) => people.findIndex((other) => other.role === role && other.name === name) === index,
  );
}

const titlePartRoles = { kicker: "introtitle", main: "main", sub: "subtitle" } as const;

function textPart(document: IssueDocument, article: Article, { source, from, to }: ArticlePart): EpaperTextPart {
  const role = source.kind === "title" ? titlePartRoles[source.role] : source.kind;
  const styleId = styleOf(document, article, source);
  const marker = styleId === null ? "" : (lookUp(document.paragraphStyles, styleId)?.marker ?? "");
  return { role, from, to, ...(marker === "" ? {} : { marker }) };
}

/** The style that prints a part, and its marker with it; a run-in head stands behind the marker of its paragraph. */
function styleOf(document: IssueDocument, article: Article, source: ArticlePart["source"]): ParagraphStyleId | null {
  const story = article.storyId === null ? null : lookUp(document.stories, article.storyId);
  switch (source.kind) {
    case "title": {
      const frameId = article.titleFrameIds[0];
      const frame = frameId === undefined ? null : lookUp(document.boxes, frameId);
      return frame?.kind === "title" ? frame.styleIds[source.role] : null;
    }
    case "runIn":
      return story?.paragraphs[0]?.styleId ?? null;
    case "paragraph": {
      const hasHead = source.index === 0 && story !== null && (story.dateline !== "" || story.byline !== "");
      return hasHead ? null : (story?.paragraphs[source.index]?.styleId ?? null);
    }
    case "caption":
    case "credit": {
      const frameId = article.pictures.find((picture) => picture.pictureFrameId === source.pictureFrameId)?.captionFrameId;
      const frame = frameId === undefined || frameId === null ? null : lookUp(document.boxes, frameId);
      if (frame?.kind !== "caption") return null;
      return source.kind === "caption" ? frame.captionStyleId : frame.creditStyleId;
    }
  }
}
