import type { Rect, Size } from "../shared/geometry/rect";
import type { NewspaperGrid } from "../shared/model/document";
import type { SpecimenCase, SpecimenSide } from "./specimenCase";

/** A4, in points. */
export const PAGE_SIZE: Size = { width: 595.276, height: 841.89 };
/** The body of a Chinese daily: 小五 on a quarter of leading, columns of 13 characters. */
export const bodyGrid: NewspaperGrid = { bodySize: 9, pitch: 11.25, columns: 3, charactersPerColumn: 13, gutterCharacters: 1, lines: 60 };
/** Blank paper around the type area. */
export const MARGIN = 36;
/** Between two sides. */
export const GAP = 16;
/** Where the words about a case stand, and where its sides begin. */
export const WORDS_WIDTH = 122;
export const SIDES_LEFT = MARGIN + WORDS_WIDTH + GAP;
/** From the top of a case to its sides: a rule and their labels. */
export const SIDES_TOP = 21;
/** Below the sides: their numbers and some air. */
const NUMBERS_HEIGHT = 40;
/** The least height of the words about a case. */
const WORDS_HEIGHT = 128;
const FIRST_TOP = 74;
const LAST_BOTTOM = PAGE_SIZE.height - 54;

/** Where a case stands in the book. */
export interface PlacedCase {
  readonly specimen: SpecimenCase;
  /** From 0. */
  readonly page: number;
  readonly top: number;
  /** The left edge of each side. */
  readonly lefts: readonly number[];
}

/** The rectangle a side's frame fills. */
export function placeOf({ characters, lines }: SpecimenSide, at: { readonly x: number; readonly y: number }): Rect {
  return { ...at, width: characters * bodyGrid.bodySize, height: (lines - 1) * bodyGrid.pitch + bodyGrid.bodySize };
}

/** Lays cases out below each other, a page after another. */
export function placeCases(cases: readonly SpecimenCase[]): readonly PlacedCase[] {
  let page = 0;
  let top = FIRST_TOP;
  return cases.map((specimen) => {
    const tallest = Math.max(...specimen.sides.map(({ lines }) => lines)) * bodyGrid.pitch;
    const height = Math.max(WORDS_HEIGHT, SIDES_TOP + tallest + NUMBERS_HEIGHT);
    if (top + height > LAST_BOTTOM && top > FIRST_TOP) {
      page++;
      top = FIRST_TOP;
    }
    let left = SIDES_LEFT;
    const lefts = specimen.sides.map((side) => {
      const here = left;
      const frames = side.jumpsToPage === undefined ? 1 : 2;
      left += frames * (side.characters * bodyGrid.bodySize + GAP);
      return here;
    });
    const placed = { specimen, page, top, lefts };
    top += height;
    return placed;
  });
}
