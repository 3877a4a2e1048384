import { articleRange } from "../../shared/export/epaper/articleOffsets";
import { articleUri } from "../../shared/export/epaper/epaperNames";
import type { EpaperUncovered } from "../../shared/export/epaper/epaperIssue";
import { textByBox, type TextByBox } from "../../shared/export/epaper/pageContents";
import type { Rect } from "../../shared/geometry/rect";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import { articleText, type ArticlePartSource } from "../../shared/model/articleText";
import type { Article, Box, IssueDocument, Story } from "../../shared/model/document";
import type { ArticleId, BoxId, PageId } from "../../shared/model/ids";
import { lookUp, pageOfBox } from "../../shared/model/indexes";
import { countCharacters } from "../editor/bodyText";

/** Something that no region of the e-paper stands for, and where it is in the issue. */
export interface UncoveredPlace {
  readonly part: EpaperUncovered;
  /** `over` where a text is in no region because it is not printed at all. */
  readonly reason: "over" | "no-region" | "two-regions" | "no-article" | "area";
  /** The headline of the story, or how its text begins; empty for ink that belongs to none. */
  readonly title: string;
  /** Characters without white space; 0 for ink. */
  readonly characters: number;
  /** What to select: the article, or the box where there is none. */
  readonly articleId: ArticleId | null;
  readonly boxId: BoxId | null;
  /** Where to look first; null where nothing of it is on a page. */
  readonly pageId: PageId | null;
  readonly marks: readonly UncoveredMark[];
}

/** What is drawn over the page's picture for it, in page points. */
export interface UncoveredMark {
  readonly pageId: PageId;
  /** `ink` is what is printed there; `frame` is where text was to go; `end` is the last line that had room. */
  readonly kind: "ink" | "frame" | "end";
  readonly rect: Rect;
}

/** Finds each uncovered part in the issue: for text that is over, the frame it runs out of. */
export function uncoveredPlaces(document: IssueDocument, layout: IssueLayout, parts: readonly EpaperUncovered[]): readonly UncoveredPlace[] {
  const texts = textByBox(layout);
  return parts.map((part) => {
    if (part.kind === "area") return areaPlace(document, part);
    const article = Object.values<Article>(document.articles).find(({ id }) => articleUri(document, id) === part.article);
    return article === undefined ? loosePlace(document, texts, part) : textPlace(document, texts, article, part);
  });
}

type UncoveredText = Extract<EpaperUncovered, { kind: "text" }>;
type UncoveredArea = Extract<EpaperUncovered, { kind: "area" }>;

function areaPlace(document: IssueDocument, part: UncoveredArea): UncoveredPlace {
  const box = Object.values<Box>(document.boxes).find(({ id }) => id === part.box) ?? null;
  const page = box === null ? null : pageOfBox(document, box.id);
  const [left = 0, top = 0, width = 0, height = 0] = part.rect;
  const marks = page === null ? [] : [{
    pageId: page.page.id,
    kind: "ink" as const,
    rect: { x: left * page.page.size.width, y: top * page.page.size.height, width: width * page.page.size.width, height: height * page.page.size.height },
  }];
  return { part, reason: "area", title: "", characters: 0, articleId: null, boxId: box?.id ?? null, pageId: page?.page.id ?? null, marks };
}

/** A story that is placed but belongs to no article: all its lines. */
function loosePlace(document: IssueDocument, texts: TextByBox, part: UncoveredText): UncoveredPlace {
  const story = Object.values<Story>(document.stories).find(({ id }) => id === part.article);
  const frameIds = story?.frameIds ?? [];
  const marks = frameIds.flatMap((boxId) => inkOf(document, texts, boxId, () => true));
  const pageId = marks[0]?.pageId ?? placeOf(document, frameIds[0] ?? null);
  const characters = countCharacters((story?.paragraphs ?? []).map(({ text }) => text).join(""));
  return { part, reason: part.reason, title: part.text, characters, articleId: null, boxId: frameIds[0] ?? null, pageId, marks };
}

function textPlace(document: IssueDocument, texts: TextByBox, article: Article, part: UncoveredText): UncoveredPlace {
  const words = articleText(document, article);
  const story = article.storyId === null ? null : lookUp(document.stories, article.storyId);
  const printed = new Uint8Array(words.text.length);
  const marks: UncoveredMark[] = [];
  for (const { boxId, pictureFrameId } of textBoxes(article, story)) {
    const shown = texts.get(boxId);
    if (shown === undefined) continue;
    marks.push(...inkOf(document, texts, boxId, (line) => {
      const range = articleRange(words, shown.flow, line, pictureFrameId);
      if (range === null || range[1] <= part.from || range[0] >= part.to) return false;
      printed.fill(1, range[0], range[1]);
      return true;
    }));
  }
  let isOver = false;
  const frames = new Set<BoxId>();
  for (const { source, from, to } of words.parts) {
    const [start, end] = [Math.max(from, part.from), Math.min(to, part.to)];
    const isMissing = words.text.slice(start, end).split("").some((character, index) => character.trim() !== "" && printed[start + index] === 0);
    if (start >= end || !isMissing) continue;
    isOver = true;
    const boxId = frameOf(document, article, story, source);
    if (boxId !== null) frames.add(boxId);
  }
  marks.push(...[...frames].flatMap((boxId) => endOf(document, texts, boxId)));
  const title = (story?.title.main ?? "").replace(/\s+/gu, " ").trim();
  return {
    part,
    reason: part.reason === "no-region" && isOver ? "over" : part.reason,
    title: title === "" ? part.text : title,
    characters: countCharacters(words.text.slice(part.from, part.to)),
    articleId: article.id,
    boxId: null,
    pageId: marks[0]?.pageId ?? firstPlace(document, textBoxes(article, story).map(({ boxId }) => boxId)),
    marks,
  };
}

interface TextBox {
  readonly boxId: BoxId;
  readonly pictureFrameId: BoxId | null;
}

/** Every box that may print words of an article. */
function textBoxes({ titleFrameIds, pictures }: Article, story: Story | null): readonly TextBox[] {
  return [
    ...[...titleFrameIds, ...(story?.frameIds ?? [])].map((boxId): TextBox => ({ boxId, pictureFrameId: null })),
    ...pictures.flatMap(({ captionFrameId, pictureFrameId }): readonly TextBox[] => (captionFrameId === null ? [] : [{ boxId: captionFrameId, pictureFrameId }])),
  ];
}

/** The frame that a part of an article's text runs out of. */
function frameOf(document: IssueDocument, article: Article, story: Story | null, source: ArticlePartSource): BoxId | null {
  switch (source.kind) {
    case "title":
      return article.titleFrameIds[0] ?? null;
    case "runIn":
    case "paragraph":
      return (story?.frameIds ?? []).findLast((boxId) => placeOf(document, boxId) !== null) ?? null;
    case "caption":
    case "credit": {
      const picture = article.pictures.find(({ pictureFrameId }) => pictureFrameId === source.pictureFrameId);
      return picture?.captionFrameId ?? source.pictureFrameId;
    }
  }
}

function inkOf(document: IssueDocument, texts: TextByBox, boxId: BoxId, isMeant: (line: NonNullable<ReturnType<TextByBox["get"]>>["lines"][number]) => boolean): readonly UncoveredMark[] {
  const pageId = placeOf(document, boxId);
  if (pageId === null) return [];
  return (texts.get(boxId)?.lines ?? []).filter(isMeant).map(({ rect }) => ({ pageId, kind: "ink", rect }));
}

/** The frame, and its last line where it has one. */
function endOf(document: IssueDocument, texts: TextByBox, boxId: BoxId): readonly UncoveredMark[] {
  const pageId = placeOf(document, boxId);
  const box = lookUp(document.boxes, boxId);
  if (pageId === null || box === null) return [];
  const last = texts.get(boxId)?.lines.at(-1);
  const frame: UncoveredMark = { pageId, kind: "frame", rect: box.rect };
  return last === undefined ? [frame] : [frame, { pageId, kind: "end", rect: last.rect }];
}

function firstPlace(document: IssueDocument, boxIds: readonly BoxId[]): PageId | null {
  return boxIds.map((boxId) => placeOf(document, boxId)).find((pageId) => pageId !== null) ?? null;
}

function placeOf(document: IssueDocument, boxId: BoxId | null): PageId | null {
  return boxId === null ? null : (pageOfBox(document, boxId)?.page.id ?? null);
}
