import type { CharacterStyle, CompositionSettings, ParagraphStyle, StoryFitting, TextFrame } from "../shared/model/document";
import type { CharacterStyleId, ParagraphStyleId } from "../shared/model/ids";

/** One rule of composition, shown by the same words set in two or three ways. */
export interface SpecimenCase {
  /** Names it in the record and in file names. */
  readonly id: string;
  readonly name: string;
  readonly englishName: string;
  /** What to look at. */
  readonly rule: string;
  /** Where the rule is written. */
  readonly source: string;
  /** Before first. Up to three of a column's width. */
  readonly sides: readonly SpecimenSide[];
}

/** One setting of a case's words: a title, a text frame, or both. */
export interface SpecimenSide {
  readonly label: string;
  /** The width in body characters, and the height in lines of the grid. */
  readonly characters: number;
  readonly lines: number;
  readonly paragraphs: readonly SpecimenParagraph[];
  readonly composition?: Partial<CompositionSettings>;
  readonly frame?: Partial<Pick<TextFrame, "columns" | "gutter" | "direction" | "remainder" | "balance" | "blockAlign">>;
  readonly title?: SpecimenTitle;
  /** What the text keeps clear of. */
  readonly obstacle?: SpecimenObstacle;
  readonly fitting?: Partial<StoryFitting>;
  /** Climbs the copyfit ladder by so many rungs before the side is set. */
  readonly rungs?: number;
  /** Goes on in a second frame beside the first, which stands on another page of the issue. */
  readonly jumpsToPage?: number;
  /** Changes to the house's styles. */
  readonly paragraphStyles?: readonly (Partial<ParagraphStyle> & { readonly id: ParagraphStyleId })[];
  readonly characterStyles?: readonly (Partial<CharacterStyle> & { readonly id: CharacterStyleId })[];
}

/** A paragraph; body text in which nothing is marked unless it says otherwise. */
export interface SpecimenParagraph {
  readonly text: string;
  readonly styleId?: ParagraphStyleId;
  /** Words of the text and the character style they stand in; only their first occurrence is marked. */
  readonly marks?: readonly (readonly [words: string, styleId: CharacterStyleId])[];
}

/** A main title over the text, or, where there is no text, in the whole place. */
export interface SpecimenTitle {
  readonly text: string;
  /** How many lines of the grid it takes from the text. */
  readonly lines: number;
  readonly size: number;
  readonly direction?: "horizontal" | "vertical";
  readonly align?: "start" | "center" | "justify";
  readonly scale?: number;
  readonly trackingEm?: number;
  /** Lines may end only where words do, by the program's dictionary. */
  readonly bySense?: boolean;
}

/** A picture in the text, in body characters and lines from the corner of the side's place. */
export interface SpecimenObstacle {
  readonly x: number;
  readonly line: number;
  readonly characters: number;
  readonly lines: number;
  readonly outline: "rectangle" | "circle";
}
