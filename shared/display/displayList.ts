import type { Rect, Size } from "../geometry/rect";
import type { Pt } from "../geometry/units";

/** A finished page: marks at fixed positions, back to front. Whoever draws it breaks no line and measures nothing. */
export interface PageDisplay {
  readonly pageId: string;
  readonly size: Size;
  readonly boxes: readonly BoxDisplay[];
}

/** What one box shows. The same object as before while nothing in it changed, so a painter may keep its picture. */
export interface BoxDisplay {
  readonly boxId: string;
  /** Holds everything drawn, in page points. */
  readonly bounds: Rect;
  readonly items: readonly DisplayItem[];
  /** The lines of text it shows, in the order of their items; items of no line come before them. Absent where nobody set any. */
  readonly lines?: readonly DisplayLine[];
}

/** The items that show one line of text: `from` up to `to` of its box, `to` not included. */
export interface DisplayLine {
  /** The line as the layout has it, for looking up what it is a line of; compared by identity. */
  readonly line: object;
  readonly from: number;
  readonly to: number;
}

/** One mark on the page, in page points from the top left corner, y downwards. */
export type DisplayItem = GlyphRun | PathItem | PictureItem;

/** The share of each process ink, 0 to 1; for a spot colour, of the process inks that stand in for it. */
export interface DisplayInk {
  readonly cyan: number;
  readonly magenta: number;
  readonly yellow: number;
  readonly black: number;
  /** The ink of its own that prints the mark on a plate of its own; absent for process inks. */
  readonly spot?: DisplaySpot;
}

/** How much of which spot colour. */
export interface DisplaySpot {
  /** As the plate is called, such as `PANTONE 185 C`. */
  readonly name: string;
  /** 0 to 1. */
  readonly tint: number;
  /** The process inks that stand in for it at full strength. */
  readonly solid: { readonly cyan: number; readonly magenta: number; readonly yellow: number; readonly black: number };
}

/** Glyphs of one font, size and ink. Arrays are parallel, one entry a glyph. */
export interface GlyphRun {
  readonly kind: "glyphs";
  readonly fontId: string;
  /** The type size. */
  readonly size: Pt;
  /** The width of the letters relative to their height. */
  readonly horizontalScale: number;
  readonly ink: DisplayInk;
  readonly glyphIds: Uint16Array;
  /** The pen position of each glyph on its baseline. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Whether upright glyphs follow one another downwards; absent where they run along their baseline. */
  readonly isVertical?: true;
  /** 0, or 90 for glyphs turned clockwise in vertical setting: about their own pen position. */
  readonly rotation: 0 | 90;
  /** The characters the run stands for, exactly as in the document. */
  readonly text: string;
  /** Where in `text` (UTF-16) the characters of each glyph begin; a character no glyph begins at belongs to the one before. */
  readonly textOffsets: Uint32Array;
}

/** A filled or stroked outline made of absolute segments. */
export interface PathItem {
  readonly kind: "path";
  readonly segments: readonly PathSegment[];
  readonly fill: DisplayInk | null;
  readonly stroke: DisplayInk | null;
  readonly strokeWidth: Pt;
  /** The lengths of dash and gap, or null for a solid stroke. */
  readonly dash: readonly [Pt, Pt] | null;
  /** Set where the path stands for a character that no font has. */
  readonly missing: string | null;
}

/** One step of an outline. */
export type PathSegment =
  | { readonly kind: "move"; readonly x: Pt; readonly y: Pt }
  | { readonly kind: "line"; readonly x: Pt; readonly y: Pt }
  /** A cubic Bézier curve to (x, y) with its two control points. */
  | { readonly kind: "curve"; readonly x1: Pt; readonly y1: Pt; readonly x2: Pt; readonly y2: Pt; readonly x: Pt; readonly y: Pt }
  | { readonly kind: "close" };

/** A picture, the part of it inside `clip` visible. */
export interface PictureItem {
  readonly kind: "picture";
  /** Null where the frame has no picture yet. */
  readonly assetId: string | null;
  /** Where the whole picture would be drawn. */
  readonly rect: Rect;
  readonly clip: Rect;
}
