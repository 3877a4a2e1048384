import type { Article, Asset, Box, IssueDocument, Page, Story } from "../shared/model/document";
import type { ArticleId, BoxId, PageId, StoryId } from "../shared/model/ids";
import { tableOf } from "../shared/model/newDocument";
import { fullPageFixture } from "./fullPageFixture";
import { newsHeadlines, newsSentences } from "./newsSentences";

/** How many of the six pictures of a full page are kept. */
const PICTURES_A_PAGE = 3;

/** A story that goes on elsewhere: from an article of page 1 into the frame of another, whose own words give way. */
const jumps = [
  { from: "1-story-0", into: { page: 2, number: 3 } },
  { from: "1-story-1", into: { page: 3, number: 23 } },
] as const;

/**
 * An issue of full 对开 pages, each with words of its own and three pictures, and two stories of page 1 that go on on the
 * pages behind it. No story is longer than its frames. The pictures show the assets in turn; nothing where none is given.
 */
export function fullIssueFixture(pageCount: number, assets: readonly Asset[] = []): IssueDocument {
  const pages: Page[] = [];
  const boxes: Record<BoxId, Box> = {};
  const stories: Record<StoryId, Story> = {};
  const articles: Record<ArticleId, Article> = {};
  let pictures = 0;
  const base = fullPageFixture();
  const [page] = base.pages;
  if (page === undefined) throw new Error("The full page has a page");
  for (let number = 1; number <= pageCount; number++) {
    // The ids of a page are those of the full page behind its number.
    const own = <SomeId extends string>(id: SomeId): SomeId => `${number}-${id}` as SomeId;
    const kept = new Set(Object.values<Box>(base.boxes).filter(({ kind }) => kind === "picture").slice(0, PICTURES_A_PAGE).map(({ id }) => id));
    const isKept = (id: BoxId): boolean => base.boxes[id]?.kind !== "picture" || kept.has(id);
    pages.push({ ...page, id: own(page.id as PageId), boxIds: page.boxIds.filter(isKept).map(own) });
    for (const box of Object.values<Box>(base.boxes)) {
      if (!isKept(box.id)) continue;
      boxes[own(box.id)] = box.kind === "picture" ? { ...box, id: own(box.id), assetId: assets[pictures++ % assets.length]?.id ?? null } : { ...box, id: own(box.id) };
    }
    Object.values<Story>(base.stories).forEach((story, index) => {
      stories[own(story.id)] = {
        ...story,
        id: own(story.id),
        title: { ...story.title, main: newsHeadlines[(index + number * 5) % newsHeadlines.length] ?? "" },
        frameIds: story.frameIds.map(own),
        // One paragraph less than fills the frames.
        paragraphs: story.paragraphs.slice(0, -1).map((paragraph, place) => ({ ...paragraph, text: otherWords(number * 31 + index * 7 + place, paragraph.text.length) })),
      };
    });
    for (const article of Object.values<Article>(base.articles)) {
      articles[own(article.id)] = {
        ...article,
        id: own(article.id),
        storyId: article.storyId === null ? null : own(article.storyId),
        titleFrameIds: article.titleFrameIds.map(own),
        pictures: article.pictures.filter(({ pictureFrameId }) => isKept(pictureFrameId)).map((picture) => ({ ...picture, pictureFrameId: own(picture.pictureFrameId) })),
      };
    }
  }
  if (pageCount > 2) for (const jump of jumps) goOn(jump.from as StoryId, `${jump.into.page}-`, jump.into.number);

  function goOn(storyId: StoryId, prefix: string, number: number): void {
    const story = stories[storyId];
    const givingId = `${prefix}story-${number}` as StoryId;
    const giving = stories[givingId];
    const articleId = `${prefix}article-${number}` as ArticleId;
    const article = articles[articleId];
    const ownArticle = Object.values<Article>(articles).find((candidate) => candidate.storyId === storyId);
    if (story === undefined || giving === undefined || article === undefined || ownArticle === undefined) throw new Error(`No ${givingId}`);
    // One page's jump line takes a line of each.
    stories[storyId] = { ...story, paragraphs: [...story.paragraphs, ...giving.paragraphs], frameIds: [...story.frameIds, ...giving.frameIds] };
    articles[ownArticle.id] = { ...ownArticle, titleFrameIds: [...ownArticle.titleFrameIds, ...article.titleFrameIds], pictures: [...ownArticle.pictures, ...article.pictures] };
    delete stories[givingId];
    delete articles[articleId];
  }

  return { ...base, pages, boxes, stories, articles, assets: tableOf(assets) };
}

/** About so many characters of news, other ones for another seed. */
function otherWords(seed: number, length: number): string {
  let words = "";
  for (let step = 0; ; step++) {
    const sentence = newsSentences[(seed + step * 7) % newsSentences.length] ?? "";
    if (words !== "" && words.length + sentence.length > length) return words;
    words += sentence;
  }
}
