import type { DisplayInk, DisplayItem, GlyphRun, PageDisplay, PathItem, PictureItem } from "../../display/displayList";
import type { PagePoint, Rect } from "../../geometry/rect";
import type { Pt } from "../../geometry/units";
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

/** The side of a place, in points: 36 places an inch. */
const PLACE: Pt = 2;
const FULL = 255;

/** Adds up the inks of a page, place by place, as the plates print them: fills knock out, solid black text and rules print over what lies below. */
export function pageInk(page: PageDisplay, pictures: ReadonlyMap<string, CoarsePicture>, limit: number): PageInk {
  const sheet = createSheet(page);
  for (const box of page.boxes) for (const item of box.items) printItem(sheet, item, pictures);
  let most = 0;
  let place = 0;
  let over = 0;
  for (let index = 0; index < sheet.columns * sheet.rows; index++) {
    const total = (100 / FULL) * (sheet.inks[4 * index]! + sheet.inks[4 * index + 1]! + sheet.inks[4 * index + 2]! + sheet.inks[4 * index + 3]!) + sheet.spots[index]!;
    if (total > limit) over++;
    if (total <= most) continue;
    most = total;
    place = index;
  }
  const at = { x: ((place % sheet.columns) + 0.5) * PLACE, y: (Math.floor(place / sheet.columns) + 0.5) * PLACE };
  return { most: Math.round(most), at, shareOver: over / (sheet.columns * sheet.rows) };
}

interface Sheet {
  readonly columns: number;
  readonly rows: number;
  /** Four process inks a place. */
  readonly inks: Uint8Array;
  /** What spot colours add, in percent. */
  readonly spots: Float32Array;
}

function createSheet({ size }: PageDisplay): Sheet {
  const columns = Math.max(1, Math.ceil(size.width / PLACE));
  const rows = Math.max(1, Math.ceil(size.height / PLACE));
  return { columns, rows, inks: new Uint8Array(4 * columns * rows), spots: new Float32Array(columns * rows) };
}

function printItem(sheet: Sheet, item: DisplayItem, pictures: ReadonlyMap<string, CoarsePicture>): void {
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

function eachPlace({ columns, rows }: Sheet, { x, y, width, height }: Rect, visit: (index: number, x: Pt, y: Pt) => void): void {
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));
  // A place counts where its middle is covered.
  const [left, right] = [clamp(Math.ceil(x / PLACE - 0.5), columns), clamp(Math.ceil((x + width) / PLACE - 0.5), columns)];
  const [top, foot] = [clamp(Math.ceil(y / PLACE - 0.5), rows), clamp(Math.ceil((y + height) / PLACE - 0.5), rows)];
  for (let row = top; row < foot; row++) {
    for (let column = left; column < right; column++) visit(row * columns + column, (column + 0.5) * PLACE, (row + 0.5) * PLACE);
  }
}

function put(sheet: Sheet, index: number, ink: DisplayInk, overprints: boolean): void {
  if (overprints) {
    sheet.inks[4 * index + 3] = FULL;
    return;
  }
  const { spot } = ink;
  sheet.inks[4 * index] = spot === undefined ? FULL * ink.cyan : 0;
  sheet.inks[4 * index + 1] = spot === undefined ? FULL * ink.magenta : 0;
  sheet.inks[4 * index + 2] = spot === undefined ? FULL * ink.yellow : 0;
  sheet.inks[4 * index + 3] = spot === undefined ? FULL * ink.black : 0;
  sheet.spots[index] = spot === undefined ? 0 : 100 * spot.tint;
}

/** The cells of the letters: their strokes are finer than a place, but where they run their ink lies on what is below. */
function printGlyphs(sheet: Sheet, { xs, ys, size, ink, horizontalScale, rotation }: GlyphRun): void {
  const overprints = isSolidBlack(ink);
  xs.forEach((x, index) => {
    const y = ys[index]!;
    const cell = rotation === 0 ? { x, y: y - size, width: size * horizontalScale, height: size } : { x, y, width: size, height: size * horizontalScale };
    eachPlace(sheet, cell, (place) => put(sheet, place, ink, overprints));
  });
}

function printPath(sheet: Sheet, item: PathItem): void {
  const { fill } = item;
  if (fill === null) return;
  const corners = item.segments.flatMap((segment) => (segment.kind === "close" ? [] : [segment]));
  if (corners.length === 0) return;
  const left = Math.min(...corners.map(({ x }) => x));
  const top = Math.min(...corners.map(({ y }) => y));
  const rect = { x: left, y: top, width: Math.max(...corners.map(({ x }) => x)) - left, height: Math.max(...corners.map(({ y }) => y)) - top };
  const overprints = isSolidBlack(fill) && ruleWidth(item) <= WIDEST_RULE;
  eachPlace(sheet, rect, (place, x, y) => {
    if (isInside(corners, x, y)) put(sheet, place, fill, overprints);
  });
}

/** By the even-odd rule; curves count as lines between their ends. */
function isInside(corners: readonly PagePoint[], x: Pt, y: Pt): boolean {
  let inside = false;
  corners.forEach((from, index) => {
    const to = corners[(index + 1) % corners.length]!;
    if (from.y > y !== to.y > y && x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)) inside = !inside;
  });
  return inside;
}

function printPicture(sheet: Sheet, { rect, clip }: PictureItem, picture: CoarsePicture | undefined): void {
  if (picture === undefined) return;
  eachPlace(sheet, clip, (place, x, y) => {
    const column = Math.floor(((x - rect.x) / rect.width) * picture.width);
    const row = Math.floor(((y - rect.y) / rect.height) * picture.height);
    if (column < 0 || row < 0 || column >= picture.width || row >= picture.height) return;
    sheet.inks.set(picture.inks.subarray(4 * (row * picture.width + column), 4 * (row * picture.width + column) + 4), 4 * place);
    sheet.spots[place] = 0;
  });
}
