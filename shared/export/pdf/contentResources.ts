import type { CharacterCode } from "./characterCodes";

/** What a page's content names: fonts with their codes and widths, and pictures by the order of their first use. */
export interface ContentResources {
  /** The resource name of a font, such as F1; the same font has another for vertical writing, and for each layer of codes. */
  fontName(fontId: string, isVertical: boolean, layer: number): string;
  codeOf(fontId: string, glyphId: number, text: string): CharacterCode;
  /** The advance of a glyph as the font in the file has it, in em. */
  advance(fontId: string, glyphId: number): number;
  /** A picture, or null where there is none to draw. */
  picture(assetId: string): PlacedPicture | null;
  /** A font of the file for text that is read but not drawn, or null where the file has no text. */
  readonly hiddenTextFontId: string | null;
}

/** A picture's resource name, and the operands of `cm` that put it upright into the unit square, or null where it is. */
export interface PlacedPicture {
  readonly name: string;
  /** Whether it is a page of another file, which is drawn from the state that pages begin with. */
  readonly isPage: boolean;
  readonly upright: string | null;
}
