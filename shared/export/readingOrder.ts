import type { Pt } from "../geometry/units";
import type { Article, IssueDocument } from "../model/document";
import type { BoxId } from "../model/ids";
import { lookUp } from "../model/indexes";

/** What decides when an article of an issue is read. */
export interface ReadingPlace {
  /** The first page it stands on, from 0. */
  readonly pageIndex: number;
  /** The size of its main title; 0 without one. */
  readonly titleSize: Pt;
  /** The top left corner of its frames on that page. */
  readonly top: Pt;
  readonly left: Pt;
  /** Decides where all else is equal. */
  readonly id: string;
}

/** Orders articles as they are read: by page, the larger headline first, then from the top, then from the left. */
export function inReadingOrder(a: ReadingPlace, b: ReadingPlace): number {
  return a.pageIndex - b.pageIndex || b.titleSize - a.titleSize || a.top - b.top || a.left - b.left || (a.id < b.id ? -1 : 1);
}

/** Where an article that begins on a page is read, by those of its frames that stand there. */
export function readingPlace(document: IssueDocument, article: Article, pageIndex: number, onPage: readonly BoxId[]): ReadingPlace {
  const rects = onPage.flatMap((boxId) => lookUp(document.boxes, boxId)?.rect ?? []);
  return {
    pageIndex,
    titleSize: titleSizeOf(document, article),
    // Frames, not the ink in them: what is aligned on the page is in one row to the last bit.
    top: Math.min(...rects.map(({ y }) => y)),
    left: Math.min(...rects.map(({ x }) => x)),
    id: article.id,
  };
}

/** The frames of an article that hold its words and pictures; pointers and advertisements may be standing matter alone. */
export function framesOfArticle(document: IssueDocument, article: Article): readonly BoxId[] {
  const story = article.storyId === null ? null : lookUp(document.stories, article.storyId);
  return [
    ...article.titleFrameIds,
    ...(story?.frameIds ?? []),
    ...article.pictures.flatMap(({ pictureFrameId, captionFrameId }) => (captionFrameId === null ? [pictureFrameId] : [pictureFrameId, captionFrameId])),
    ...(article.kind === "pointer" || article.kind === "ad" ? article.furnitureIds : []),
  ];
}

/** The size of the largest main title of an article; 0 where it has none. */
function titleSizeOf(document: Pick<IssueDocument, "boxes">, article: Article): Pt {
  const sizes = article.titleFrameIds.map((boxId) => {
    const frame = lookUp(document.boxes, boxId);
    return frame?.kind === "title" ? frame.sizes.main : 0;
  });
  return Math.max(0, ...sizes);
}
