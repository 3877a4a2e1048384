import type { PagePoint, Size } from "../geometry/rect";
import { mm, storedLength } from "../geometry/units";
import type { NewspaperGrid } from "./document";
import { typeAreaSize } from "./gridGeometry";

/** The names of the page presets: 对开 by its usual trim and by sheet arithmetic, and 四开. */
export type PageFormatId = "broadsheet-390" | "broadsheet-393" | "tabloid-272";

/** A page preset: what a new issue starts from; everything in it may be edited afterwards. */
export interface PageFormat {
  readonly id: PageFormatId;
  /** The sheet that is folded once: 对开 gives the large page, 四开 the small one. */
  readonly sheet: "对开" | "四开";
  /** The trim size of one page. */
  readonly size: Size;
  readonly grid: NewspaperGrid;
}

// 小五 with a gap of a quarter of it: the usual newspaper leading.
const body = { bodySize: 9, pitch: 11.25 };
const broadsheetGrid: NewspaperGrid = { ...body, columns: 8, charactersPerColumn: 13, gutterCharacters: 1, lines: 123 };
const tabloidGrid: NewspaperGrid = { ...body, columns: 6, charactersPerColumn: 11, gutterCharacters: 1, lines: 88 };

/** All page presets, the usual one of each sheet first. */
export const pageFormats: readonly PageFormat[] = [
  { id: "broadsheet-390", sheet: "对开", size: millimetres(390, 540), grid: broadsheetGrid },
  { id: "broadsheet-393", sheet: "对开", size: millimetres(393, 545), grid: broadsheetGrid },
  { id: "tabloid-272", sheet: "四开", size: millimetres(272, 393), grid: tabloidGrid },
];

/** The preset of that name. */
export function pageFormat(id: PageFormatId): PageFormat {
  const format = pageFormats.find((format) => format.id === id);
  if (format === undefined) throw new Error(`Unknown page format ${id}`);
  return format;
}

/** The head margin's share of the white above and below the type area: the folio stands in it. */
const HEAD_SHARE = 0.55;

/** Where the type area's top left corner belongs on a page: centred across, a little below the middle. */
export function gridOriginOn(size: Size, grid: NewspaperGrid): PagePoint {
  const area = typeAreaSize(grid);
  return {
    x: storedLength((size.width - area.width) / 2),
    y: storedLength((size.height - area.height) * HEAD_SHARE),
  };
}

function millimetres(width: number, height: number): Size {
  return { width: storedLength(mm(width)), height: storedLength(mm(height)) };
}
