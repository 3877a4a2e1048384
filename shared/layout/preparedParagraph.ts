import type { Pt } from "../geometry/units";
import type { Ink } from "../model/ink";
import type { CharacterStyle } from "../model/document";
import type { LineRules } from "./lineRules";
import type { AdornedStretch, Adornment, Backdrop, DropCap } from "./textLook";

/**
 * Where added space may go, if it may go after a cluster at all; `poor` ones hold a mark to what it encloses or ends, and
 * at a `trimmedPair` two marks gave up blank that may come back.
 */
export const Place = { none: 0, wordSpace: 1, hanLatin: 2, character: 3, poor: 4, trimmedPair: 5 } as const;

/** How far a place before a closing mark or after an opening one opens, against one between two characters [house]. */
export const POOR_PLACE_WEIGHT = 1 / 2;

/** The number in `fontOf` of a character that no font has. */
export const MISSING_FONT = 255;
/** The number in `fontOf` of a cluster that shows nothing: a line feed, a joiner. */
export const NO_FONT = 254;

/** The writing direction of a line. */
export type Direction = "horizontal" | "vertical";

/** A stretch of text in one font and ink; offsets are UTF-16, half-open. */
export interface StyledRun {
  readonly from: number;
  readonly to: number;
  readonly fontId: string;
  readonly ink: Ink;
  /** Whether it is set smaller above or below the line; on the line where nothing is said. */
  readonly position?: CharacterStyle["position"];
  /** The marks beside its characters; none where nothing is said. */
  readonly adornment?: Adornment | undefined;
}

/** All that decides how a paragraph is prepared; two requests that are alike give the same paragraph. */
export interface PrepareRequest {
  readonly text: string;
  /** Sorted, touching, and covering the text. */
  readonly runs: readonly StyledRun[];
  readonly direction: Direction;
  readonly size: Pt;
  readonly horizontalScale: number;
  readonly trackingEm: number;
  readonly firstLineIndentEm: number;
  readonly hangingIndentEm: number;
  readonly rules: LineRules;
  /** None where nothing is said. */
  readonly dropCap?: DropCap | null;
  /** None where nothing is said. */
  readonly backdrop?: Backdrop | null;
}

/** A paragraph ready for line breaking: flat arrays with one entry a cluster, lengths in points along the line. */
export interface PreparedParagraph {
  readonly text: string;
  readonly count: number;
  readonly direction: Direction;
  readonly size: Pt;
  /** The em along the line: the size, narrowed or widened in horizontal setting (长扁). */
  readonly em: Pt;
  readonly firstIndent: Pt;
  readonly hangingIndent: Pt;
  readonly rules: LineRules;

  /** Where each cluster begins (UTF-16), then the text's length. */
  readonly offsets: Uint32Array;
  readonly classes: Uint8Array;
  /** The width of each cluster's frame. */
  readonly advances: Float64Array;
  /** Where each glyph's pen stands if the paragraph were one endless line; trims, gaps and tracking are in it. */
  readonly pens: Float64Array;
  /** `TrimSide` that each cluster gives up at a line's edge. */
  readonly trimSides: Uint8Array;
  /** 1 where a neighbour in the same line takes the blank start half of the cluster. */
  readonly startTrimmed: Uint8Array;
  /** `Break` after each cluster. */
  readonly breaks: Uint8Array;
  /** `BreakKind` of the break after each cluster. */
  readonly breakKinds: Uint8Array;
  /** `Place` after each cluster. */
  readonly places: Uint8Array;
  /** `SqueezeStep` of the place after each cluster. */
  readonly squeezeSteps: Uint8Array;
  /** How much the places before each cluster can give up together when a line is squeezed, then all of them. */
  readonly squeezable: Float64Array;
  /** How many characters, punctuation not counted, stand from each cluster to the end or the next line feed. */
  readonly charactersLeft: Uint32Array;
  /** 1 where the cluster has no glyph of its own but shares the one before (a ligature). */
  readonly joined: Uint8Array;

  readonly fontIds: readonly string[];
  /** The hyphen that a divided word shows at a line's end, for each of `fontIds`: its glyph, and its width in points. */
  readonly hyphenGlyphs: Uint16Array;
  readonly hyphenAdvances: Float64Array;
  /** Index into `fontIds`, `MISSING_FONT` or `NO_FONT`. */
  readonly fontOf: Uint8Array;
  readonly inks: readonly Ink[];
  readonly inkOf: Uint8Array;
  /** The size of each cluster's type: the paragraph's, but for superscripts, subscripts and drop caps. */
  readonly sizes: Float64Array;
  /** How far its baseline stands above the line's, or in vertical setting its middle right of the line's. */
  readonly raises: Float64Array;
  /** The marks beside the text, in order. */
  readonly adorned: readonly AdornedStretch[];
  /** How many clusters at its head are set as a drop cap, and how that stands; 0 and null for none. */
  readonly capCount: number;
  readonly dropCap: DropCap | null;
  readonly backdrop: Backdrop | null;
  /** The width of the letters relative to their height. */
  readonly scales: Float64Array;
  /** 1 for clusters turned clockwise in vertical setting. */
  readonly turned: Uint8Array;
  /** `Orientation` of each cluster; null in horizontal setting. */
  readonly orientations: Uint8Array | null;

  /** The first glyph of each cluster, then the number of glyphs. */
  readonly glyphFrom: Uint32Array;
  readonly glyphIds: Uint16Array;
  /** From the cluster's pen along the line. */
  readonly glyphAlong: Float64Array;
  /** From the baseline: upwards in horizontal setting; rightwards from the line's centre in vertical. */
  readonly glyphAcross: Float64Array;
  /** The offset in the text (UTF-16) of the characters each glyph stands for. */
  readonly glyphText: Uint32Array;
}
