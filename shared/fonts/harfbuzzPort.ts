/**
 * The part of harfbuzzjs 1.6 that shaping needs. A shell instantiates the library, which loads WebAssembly, and passes
 * the module in as it is (`createFontSource(await import("harfbuzzjs"), …)`); nothing in `shared/` imports it.
 */
export interface HarfBuzzPort<Face, Feature> {
  readonly Blob: new (bytes: Uint8Array) => HarfBuzzHandle;
  readonly Face: new (blob: HarfBuzzHandle) => Face;
  readonly Font: new (face: Face) => HarfBuzzFont;
  readonly Buffer: new () => HarfBuzzBuffer;
  readonly Feature: new (tag: string, value: number) => Feature;
  readonly Direction: { readonly LTR: number; readonly TTB: number };
  shape(font: HarfBuzzFont, buffer: HarfBuzzBuffer, features: Feature[]): void;
}

/** An object that lives in HarfBuzz's memory and is freed with its JavaScript half. */
export interface HarfBuzzHandle {
  readonly ptr: number;
}

/** A font at the scale of its own units. */
export interface HarfBuzzFont extends HarfBuzzHandle {
  nominalGlyph(codePoint: number): number | undefined;
  /** SVG path data in font units, y upwards. */
  glyphToPath(glyphId: number): string;
}

/** Text before shaping, glyphs after. */
export interface HarfBuzzBuffer extends HarfBuzzHandle {
  clearContents(): void;
  addText(text: string): void;
  setDirection(direction: number): void;
  setScript(script: string): void;
  setLanguage(language: string): void;
  /** `codepoint` is the glyph id after shaping, `cluster` the UTF-16 offset of its characters. */
  getGlyphInfos(): readonly { readonly codepoint: number; readonly cluster: number }[];
  getGlyphPositions(): readonly {
    readonly xAdvance: number;
    readonly yAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }[];
}
