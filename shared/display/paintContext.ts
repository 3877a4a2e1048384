import type { Font } from "../fonts/fontSource";
import type { DisplayInk } from "./displayList";

/**
 * The part of a canvas's 2D context that painting uses: a browser's canvas, an offscreen one and the command line's
 * all fit. Properties that the platforms type more narrowly are `string` or `unknown` here; only strings are written.
 */
export interface PaintContext<Path, Picture> {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  font: string;
  textBaseline: string;
  textAlign: string;
  direction: string;
  fontKerning: string;
  letterSpacing: string;
  textRendering: string;
  save(): void;
  restore(): void;
  /** The transform from page points to device pixels, set by whoever calls the painter. */
  getTransform(): TransformMatrix;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  closePath(): void;
  rect(x: number, y: number, width: number, height: number): void;
  clip(): void;
  fill(path?: Path): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  setLineDash(lengths: number[]): void;
  drawImage(picture: Picture, x: number, y: number, width: number, height: number): void;
}

/** The six numbers of a plane transform. */
export interface TransformMatrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** What the painter needs besides the display list. */
export interface PaintResources<Path, Picture> {
  /** The CSS colour of an ink; as screens show process inks where absent. */
  readonly inkColour?: (ink: DisplayInk) => string;
  /** How many times larger text is set, and drawn smaller again, on a canvas that rounds type sizes; 1 where absent. */
  readonly textEnlargement?: number;
  /** The font the layout was made with; a run's font is always known. */
  font(fontId: string): Font;
  /**
   * The family under which the canvas has the font's file without its layout tables (`layoutTables`), or null while it
   * is not there: the text is then drawn as outlines, in the same places.
   */
  canvasFamily(fontId: string): string | null;
  /** The outline of a glyph in font units, or null for a blank one. */
  glyphPath(fontId: string, glyphId: number): Path | null;
  /** The picture, or null where it is not loaded or does not exist: a placeholder is drawn. */
  picture(assetId: string): Picture | null;
}
