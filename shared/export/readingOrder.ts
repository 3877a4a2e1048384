import type { Pt } from "../geometry/units";
import type { Article, IssueDocument } from "../model/document";
import { lookUp } from "../model/indexes";

/** What decides when an article of an issue is read. */
export interface ReadingPlace {
  /** The first page it stands on, from 0. */
  readonly pageIndex: number;
  /** The size of its main title; 0 without one. */
  readonly titleSize: Pt;
  /** The top left corner of its part on that page, in any unit that all share. */
  readonly top: number;
  readonly left: number;
  /** Decides where all else is equal. */
  readonly id: string;
}

/** Orders articles as they are read: by page, the larger headline first, then from the top, then from the left. */
export function inReadingOrder(a: ReadingPlace, b: ReadingPlace): number {
  return a.pageIndex - b.pageIndex || b.titleSize - a.titleSize || a.top - b.top || a.left - b.left || (a.id < b.id ? -1 : 1);
}

/** The size of the largest main title of an article; 0 where it has none. */
export function titleSizeOf(document: Pick<IssueDocument, "boxes">, article: Article): Pt {
  const sizes = article.titleFrameIds.map((boxId) => {
    const frame = lookUp(document.boxes, boxId);
    return frame?.kind === "title" ? frame.sizes.main : 0;
  });
  return Math.max(0, ...sizes);
}
