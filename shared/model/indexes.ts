import type { Article, ArticlePicture, Box, IssueDocument, Page, PictureFrame, Story } from "./document";
import type { ArticleId, BoxId, StoryId } from "./ids";

// Everything here is derived from tables of the document and kept as long as the very same tables are.

/** A page and its place in the issue, from 0. */
export interface PagePlace {
  readonly page: Page;
  readonly index: number;
}

/** The record of that id in a table, never one that the table inherits. */
export function lookUp<Key extends string, Value>(table: Readonly<Record<Key, Value>>, id: Key): Value | null {
  return Object.hasOwn(table, id) ? table[id] : null;
}

/** The box's page, or null where it stands on none. */
export function pageOfBox(document: IssueDocument, boxId: BoxId): PagePlace | null {
  return placesOf(document.pages).get(boxId)?.place ?? null;
}

/** The story that runs through a text frame, or null. */
export function storyOfFrame(document: IssueDocument, boxId: BoxId): Story | null {
  return storiesByFrame(document.stories).get(boxId) ?? null;
}

/** The article whose story this is, or null. */
export function articleOfStory(document: IssueDocument, storyId: StoryId): Article | null {
  return membersOf(document).byStory.get(storyId) ?? null;
}

/** The article a box belongs to, body frames included, or null. */
export function articleOfBox(document: IssueDocument, boxId: BoxId): Article | null {
  return membersOf(document).byBox.get(boxId) ?? null;
}

/** The story whose title stands in a title frame, or null. */
export function storyOfTitleFrame(document: IssueDocument, boxId: BoxId): Story | null {
  const article = articleOfBox(document, boxId);
  if (article === null || article.storyId === null || !article.titleFrameIds.includes(boxId)) return null;
  return lookUp(document.stories, article.storyId);
}

/** The picture whose words stand in a caption frame, or null. */
export function pictureOfCaption(document: IssueDocument, boxId: BoxId): PictureFrame | null {
  const picture = articleOfBox(document, boxId)?.pictures.find((picture) => picture.captionFrameId === boxId);
  const box = picture === undefined ? null : lookUp(document.boxes, picture.pictureFrameId);
  return box?.kind === "picture" ? box : null;
}

/** The article's boxes in the order of pages and, on each page, back to front. */
export function boxesOfArticle(document: IssueDocument, articleId: ArticleId): readonly Box[] {
  const article = lookUp(document.articles, articleId);
  if (article === null) return [];
  const places = placesOf(document.pages);
  const order = (boxId: BoxId) => places.get(boxId)?.order ?? Number.POSITIVE_INFINITY;
  return memberIds(document, article)
    .flatMap((boxId) => lookUp(document.boxes, boxId) ?? [])
    .sort((a, b) => order(a.id) - order(b.id));
}

/** The ids of the article's boxes: title frames, body frames, pictures with their captions, furniture. */
export function memberIds(document: Pick<IssueDocument, "stories">, article: Article): readonly BoxId[] {
  const story = article.storyId === null ? null : lookUp(document.stories, article.storyId);
  return [
    ...article.titleFrameIds,
    ...(story?.frameIds ?? []),
    ...article.pictures.flatMap(pictureIds),
    ...article.furnitureIds,
  ];
}

function pictureIds(picture: ArticlePicture): readonly BoxId[] {
  return picture.captionFrameId === null ? [picture.pictureFrameId] : [picture.pictureFrameId, picture.captionFrameId];
}

interface OrderedPlace {
  readonly place: PagePlace;
  /** Counts all boxes of the issue, page after page and back to front. */
  readonly order: number;
}

const placesByPages = new WeakMap<IssueDocument["pages"], ReadonlyMap<BoxId, OrderedPlace>>();

function placesOf(pages: IssueDocument["pages"]): ReadonlyMap<BoxId, OrderedPlace> {
  const known = placesByPages.get(pages);
  if (known !== undefined) return known;
  const places = new Map<BoxId, OrderedPlace>();
  pages.forEach((page, index) => {
    const place = { page, index };
    for (const boxId of page.boxIds) places.set(boxId, { place, order: places.size });
  });
  placesByPages.set(pages, places);
  return places;
}

const framesByStories = new WeakMap<IssueDocument["stories"], ReadonlyMap<BoxId, Story>>();

function storiesByFrame(stories: IssueDocument["stories"]): ReadonlyMap<BoxId, Story> {
  const known = framesByStories.get(stories);
  if (known !== undefined) return known;
  const byFrame = new Map<BoxId, Story>();
  for (const story of Object.values<Story>(stories)) for (const boxId of story.frameIds) byFrame.set(boxId, story);
  framesByStories.set(stories, byFrame);
  return byFrame;
}

interface Members {
  readonly stories: IssueDocument["stories"];
  readonly byBox: ReadonlyMap<BoxId, Article>;
  readonly byStory: ReadonlyMap<StoryId, Article>;
}

const membersByArticles = new WeakMap<IssueDocument["articles"], Members>();

function membersOf(document: IssueDocument): Members {
  const known = membersByArticles.get(document.articles);
  if (known !== undefined && known.stories === document.stories) return known;
  const byBox = new Map<BoxId, Article>();
  const byStory = new Map<StoryId, Article>();
  for (const article of Object.values<Article>(document.articles)) {
    if (article.storyId !== null) byStory.set(article.storyId, article);
    for (const boxId of memberIds(document, article)) byBox.set(boxId, article);
  }
  const members = { stories: document.stories, byBox, byStory };
  membersByArticles.set(document.articles, members);
  return members;
}
