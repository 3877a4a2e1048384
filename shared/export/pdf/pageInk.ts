import type { DisplayItem, GlyphRun, PageDisplay, PathItem, PictureItem } from "../../display/displayList";
import type { PagePoint } from "../../geometry/rect";
import { createInkSheet, eachPlaceFilled, eachPlaceIn, eachPlaceStroked, inkAt, PLACE, printInk, type InkSheet } from "./inkSheet";
import { isSolidBlack } from "./inkState";
import { ruleWidth, WIDEST_RULE } from "./pathContent";

/** A separated picture made coarse: the share of cyan, magenta, yellow and black, 0 to 255, a pixel after the other. */
export interface CoarsePicture {
  readonly width: number;
  readonly height: number;
  readonly inks: Uint8Array;
}

/** How much ink lies on top of each other on a page. */
export interface PageInk {
  /** The most at one place, in percent: 240 for 240 %. */
  readonly most: number;
  /** Where that is. */
  readonly at: PagePoint;
  /** The share of the page that bears more than the limit, 0 to 1. */
  readonly shareOver: number;
}

/**
 * Adds up the inks of a page, place by place, as the plates print them: fills knock out, solid black text and rules print
 * over what lies below. What a placed PDF adds is not known.
 */
export function pageInk(page: PageDisplay, pictures: ReadonlyMap<string, CoarsePicture>, limit: number): PageInk {
  const sheet = createInkSheet(page.size);
  for (const box of page.boxes) for (const item of box.items) printItem(sheet, item, pictures);
  const places = sheet.columns * sheet.rows;
  let most = 0;
  let place = 0;
  let over = 0;
  for (let index = 0; index < places; index++) {
    const total = inkAt(sheet, index);
    if (Math.round(total) > limit) over++;
    if (total <= most) continue;
    most = total;
    place = index;
  }
  const at = { x: ((place % sheet.columns) + 0.5) * PLACE, y: (Math.floor(place / sheet.columns) + 0.5) * PLACE };
  return { most: Math.round(most), at, shareOver: over / places };
}

function printItem(sheet: InkSheet, item: DisplayItem, pictures: ReadonlyMap<string, CoarsePicture>): void {
  switch (item.kind) {
    case "glyphs":
      printGlyphs(sheet, item);
      return;
    case "path":
      printPath(sheet, item);
      return;
    case "picture":
      printPicture(sheet, item, item.assetId === null ? undefined : pictures.get(item.assetId));
  }
}

/** The cells of the letters: their strokes are finer than a place, but where they run their ink lies on what is below. */
function printGlyphs(sheet: InkSheet, { xs, ys, size, ink, horizontalScale, rotation }: GlyphRun): void {
  const overprints = isSolidBlack(ink);
  xs.forEach((x, index) => {
    const y = ys[index]!;
    const cell = rotation === 0 ? { x, y: y - size, width: size * horizontalScale, height: size } : { x, y, width: size, height: size * horizontalScale };
    eachPlaceIn(sheet, cell, (place) => printInk(sheet, place, ink, overprints));
  });
}

function printPath(sheet: InkSheet, item: PathItem): void {
  const { segments, fill, stroke, strokeWidth } = item;
  if (fill !== null) {
    const overprints = isSolidBlack(fill) && ruleWidth(item) <= WIDEST_RULE;
    eachPlaceFilled(sheet, segments, (place) => printInk(sheet, place, fill, overprints));
  }
  if (stroke !== null) {
    const overprints = isSolidBlack(stroke);
    eachPlaceStroked(sheet, segments, strokeWidth, (place) => printInk(sheet, place, stroke, overprints));
  }
}

function printPicture(sheet: InkSheet, { rect, clip }: PictureItem, picture: CoarsePicture | undefined): void {
  if (picture === undefined) return;
  eachPlaceIn(sheet, clip, (place, x, y) => {
    const column = Math.floor(((x - rect.x) / rect.width) * picture.width);
    const row = Math.floor(((y - rect.y) / rect.height) * picture.height);
    if (column < 0 || row < 0 || column >= picture.width || row >= picture.height) return;
    sheet.inks.set(picture.inks.subarray(4 * (row * picture.width + column), 4 * (row * picture.width + column) + 4), 4 * place);
    sheet.spots[place] = 0;
  });
}
