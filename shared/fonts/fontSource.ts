/** What the engine asks of fonts. The real port reads font files through HarfBuzz; a test's is a few lines long. */
export interface FontSource {
  /** The font of that name, or null where the machine has no such font. */
  font(fontId: string): Font | null;
  /** Fonts tried in order for a character that the chosen font lacks. */
  readonly fallbackFontIds: readonly string[];
}

/** One font file, ready for shaping. All lengths are in em; 1 em is the type size. */
export interface Font {
  readonly id: string;
  /** Shapes a run in script Hani, language zh-Hans; it never looks outside `text`. */
  shape(text: string, direction: "horizontal" | "vertical"): ShapedRun;
  /** The glyph that the font's character map gives, before any shaping, or 0 where it has none. */
  nominalGlyph(codePoint: number): number;
  /** The horizontal advance of a glyph as the file's metrics give it. */
  advance(glyphId: number): number;
  /** The outline as SVG path data in font units, y upwards; empty for a blank glyph. */
  outline(glyphId: number): string;
  readonly unitsPerEm: number;
}

/** What shaping made of a run: parallel arrays, one entry a glyph, in text order. */
export interface ShapedRun {
  readonly glyphIds: Uint16Array;
  /** Where in the run's text (UTF-16) the characters of each glyph begin. */
  readonly textOffsets: Uint32Array;
  /** Along the line, in em: rightwards, or downwards in vertical setting (positive). */
  readonly advances: Float64Array;
  /**
   * Where the glyph's pen stands, in em, x rightwards and y upwards: horizontally, from the running pen on the baseline;
   * vertically, from the line's centre at the top of the glyph's cell (half its width to the left, 0.88 em down).
   */
  readonly xOffsets: Float64Array;
  readonly yOffsets: Float64Array;
}

/** The em box that lines are built from: 0.88 em above the baseline, 0.12 below (the fonts' OS/2 metrics). */
export const EM_ASCENT = 0.88;
/** The part of the em box below the baseline, in em. */
export const EM_DESCENT = 0.12;
