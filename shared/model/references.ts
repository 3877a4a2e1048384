import { titleRoles } from "./articleText";
import type { Article, Box, CharacterStyle, IssueDocument, Page, ParagraphStyle, Story } from "./document";
import type { Ink } from "./ink";
import type { Report } from "./documentProblem";
import type { BoxId } from "./ids";
import { lookUp, memberIds } from "./indexes";
import { MOST_STORY_TEXT } from "./soundText";

/** Reports what is wrong between the records of a document: names that lead nowhere, and things that are in two places. */
export function checkReferences(document: IssueDocument, report: Report): void {
  checkPages(document, report);
  checkBoxes(document, report);
  checkStories(document, report);
  checkArticles(document, report);
  checkInks(document, report);
  for (const style of Object.values<ParagraphStyle>(document.paragraphStyles)) {
    const place = `paragraphStyles/${style.id}/runInStyleId`;
    if (style.runInStyleId !== null) expect(document.characterStyles, style.runInStyleId, place, report);
  }
}

function checkInks({ swatches, boxes, paragraphStyles, characterStyles }: IssueDocument, report: Report): void {
  const check = (ink: Ink | null, place: string): void => {
    if (ink?.swatch !== undefined) expect(swatches, ink.swatch.id, `${place}/swatch`, report);
  };
  for (const box of Object.values<Box>(boxes)) {
    if (box.kind === "rule") check(box.ink, `boxes/${box.id}/ink`);
    if (box.kind === "panel") {
      check(box.fill, `boxes/${box.id}/fill`);
      check(box.stroke, `boxes/${box.id}/stroke`);
    }
  }
  for (const style of Object.values<ParagraphStyle>(paragraphStyles)) {
    check(style.ink, `paragraphStyles/${style.id}/ink`);
    check(style.fill, `paragraphStyles/${style.id}/fill`);
  }
  for (const style of Object.values<CharacterStyle>(characterStyles)) check(style.ink, `characterStyles/${style.id}/ink`);
}

/** How many UTF-16 code units the story's paragraphs hold, one line feed between two of them. */
export function storyLength(story: Pick<Story, "paragraphs">): number {
  const lineFeeds = Math.max(0, story.paragraphs.length - 1);
  return story.paragraphs.reduce((length, paragraph) => length + paragraph.text.length, lineFeeds);
}

function checkPages(document: IssueDocument, report: Report): void {
  if (document.pages.length === 0) report("out-of-range", "pages", "0");
  const pageIds = new Set<string>();
  const placed = new Set<BoxId>();
  document.pages.forEach((page: Page, pageIndex) => {
    if (pageIds.has(page.id)) report("page-repeated", `pages/${pageIndex}/id`, page.id);
    pageIds.add(page.id);
    page.boxIds.forEach((boxId, index) => {
      const place = `pages/${pageIndex}/boxIds/${index}`;
      expect(document.boxes, boxId, place, report);
      if (placed.has(boxId)) report("box-on-two-pages", place, boxId);
      placed.add(boxId);
    });
  });
  for (const box of Object.values<Box>(document.boxes)) {
    if (!placed.has(box.id)) report("box-on-no-page", `boxes/${box.id}`, box.id);
  }
}

function checkBoxes(document: IssueDocument, report: Report): void {
  const pageIds = new Set(document.pages.map((page) => page.id));
  for (const box of Object.values<Box>(document.boxes)) {
    const place = `boxes/${box.id}`;
    if (box.kind === "title") {
      for (const role of titleRoles) {
        expect(document.paragraphStyles, box.styleIds[role], `${place}/styleIds/${role}`, report);
      }
    } else if (box.kind === "caption") {
      expect(document.paragraphStyles, box.captionStyleId, `${place}/captionStyleId`, report);
      expect(document.paragraphStyles, box.creditStyleId, `${place}/creditStyleId`, report);
    } else if (box.kind === "picture") {
      if (box.assetId !== null) expect(document.assets, box.assetId, `${place}/assetId`, report);
    } else if (box.kind === "furniture") {
      box.lines.forEach((line, index) => {
        expect(document.paragraphStyles, line.styleId, `${place}/lines/${index}/styleId`, report);
      });
      if (box.targetPageId !== null && !pageIds.has(box.targetPageId)) {
        report("dangling-reference", `${place}/targetPageId`, box.targetPageId);
      }
    }
  }
}

function checkStories(document: IssueDocument, report: Report): void {
  const linked = new Set<BoxId>();
  let length = 0;
  for (const story of Object.values<Story>(document.stories)) {
    const place = `stories/${story.id}`;
    length += storyLength(story);
    story.paragraphs.forEach((paragraph, index) => {
      expect(document.paragraphStyles, paragraph.styleId, `${place}/paragraphs/${index}/styleId`, report);
      paragraph.marks.forEach((mark, markIndex) => {
        const markPlace = `${place}/paragraphs/${index}/marks/${markIndex}/styleId`;
        expect(document.characterStyles, mark.styleId, markPlace, report);
      });
    });
    const own = new Set<BoxId>();
    story.frameIds.forEach((boxId, index) => {
      const framePlace = `${place}/frameIds/${index}`;
      expectBox(document, boxId, ["text"], framePlace, report);
      if (own.has(boxId)) report("frame-repeated", framePlace, boxId);
      else if (linked.has(boxId)) report("frame-in-two-stories", framePlace, boxId);
      own.add(boxId);
      linked.add(boxId);
    });
  }
  if (length > MOST_STORY_TEXT) report("text-too-long", "stories", String(length));
}

function checkArticles(document: IssueDocument, report: Report): void {
  const storyIds = new Set<string>();
  const taken = new Set<BoxId>();
  for (const article of Object.values<Article>(document.articles)) {
    const place = `articles/${article.id}`;
    if (article.storyId !== null) {
      expect(document.stories, article.storyId, `${place}/storyId`, report);
      if (storyIds.has(article.storyId)) report("story-in-two-articles", `${place}/storyId`, article.storyId);
      storyIds.add(article.storyId);
    }
    article.titleFrameIds.forEach((boxId, index) => {
      expectBox(document, boxId, ["title"], `${place}/titleFrameIds/${index}`, report);
    });
    article.pictures.forEach((picture, index) => {
      const picturePlace = `${place}/pictures/${index}`;
      expectBox(document, picture.pictureFrameId, ["picture"], `${picturePlace}/pictureFrameId`, report);
      if (picture.captionFrameId !== null) {
        expectBox(document, picture.captionFrameId, ["caption"], `${picturePlace}/captionFrameId`, report);
      }
    });
    article.furnitureIds.forEach((boxId, index) => {
      expectBox(document, boxId, ["furniture", "panel", "rule"], `${place}/furnitureIds/${index}`, report);
    });
    for (const boxId of memberIds(document, article)) {
      if (taken.has(boxId)) report("box-in-two-articles", place, boxId);
      taken.add(boxId);
    }
  }
}

function expect<Key extends string>(table: Readonly<Record<Key, unknown>>, id: Key, place: string, report: Report): void {
  if (!Object.hasOwn(table, id)) report("dangling-reference", place, id);
}

function expectBox(
  document: IssueDocument,
  boxId: BoxId,
  kinds: readonly Box["kind"][],
  place: string,
  report: Report,
): void {
  const box = lookUp(document.boxes, boxId);
  if (box === null) report("dangling-reference", place, boxId);
  else if (!kinds.includes(box.kind)) report("wrong-box-kind", place, box.kind);
}
