import type { PageDisplay } from "../display/displayList";
import type { Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { ArticleId, BoxId, PageId, StoryId } from "../model/ids";

/**
 * The one composition result that canvas, PDF, e-paper, preflight and caret read. Nothing in it is saved. Parts that
 * did not change between two layouts are the same objects.
 */
export interface IssueLayout {
  readonly flows: ReadonlyMap<FlowKey, FlowLayout>;
  readonly pages: ReadonlyMap<PageId, PageDisplay>;
}

/**
 * The name of one run of text through its frames. `jump` holds the jump lines of a text frame, 上接 first: they are no
 * part of the story that flows through it.
 */
export type FlowKey = `story:${StoryId}` | `title:${BoxId}` | `caption:${BoxId}` | `furniture:${BoxId}` | `jump:${BoxId}`;

/** One run of text, set: a story's body through its frames, a title, a caption, a piece of standing matter. */
export interface FlowLayout {
  readonly key: FlowKey;
  /** The article it belongs to, where it belongs to one. */
  readonly articleId: ArticleId | null;
  readonly paragraphs: readonly SetParagraph[];
  /** In reading order; overset text has no lines here. */
  readonly lines: readonly SetLine[];
  readonly overset: Overset | null;
  /** How many whole lines of the frames are left empty behind the text. */
  readonly spareLines: number;
  readonly missing: readonly MissingCharacter[];
}

/** A paragraph as it is set: what is printed, in print order. */
export interface SetParagraph {
  /** Run-in dateline, byline and marker included, fields filled in. */
  readonly text: string;
  /** How many UTF-16 units at the start of `text` are not in the document's paragraph. */
  readonly prefixLength: number;
  /** What the paragraph is in the document: a body paragraph by index, a title part, a caption part, a furniture line; `jump:from` and `jump:to` are in none. */
  readonly part: string;
}

/** One line on a page. Offsets are UTF-16 units of its set paragraph, half-open; break spaces at its end are inside. */
export interface SetLine {
  readonly boxId: BoxId;
  /** Which column of the box, from 0. */
  readonly column: number;
  /** Which line of that column, from 0; two slots beside an obstacle share one. */
  readonly row: number;
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
  /** The measure as a strip of one type size's height (width in vertical setting), in page points. */
  readonly rect: Rect;
  /** The baseline: y in horizontal setting, the x of the line's centre in vertical. */
  readonly baseline: Pt;
  readonly direction: "horizontal" | "vertical";
  /**
   * Space added (positive) or taken per adjustable place to fill the measure, in em; 0 where the line is not justified. A
   * place before a stop or after an opening bracket opens by half, and counts as half.
   */
  readonly stretchEm: number;
  /** Whether no legal end fitted, so that it breaks a word, a unit or a rule of line edges. */
  readonly isForced: boolean;
  /** Where each character starts along the line, from the line's start, then where the last one ends. */
  readonly positions: Float64Array;
  /** The UTF-16 offset of each of those positions but the last. */
  readonly offsets: Uint32Array;
}

/** What did not fit in the frames of a flow. */
export interface Overset {
  /** Lines needed to set the rest at the measure of the last column. */
  readonly lines: number;
  /** Characters of the rest, white space not counted. */
  readonly characters: number;
  /** Where the rest begins. */
  readonly paragraph: number;
  readonly offset: number;
}

/** A character that no font has; it is drawn as a box. */
export interface MissingCharacter {
  readonly character: string;
  readonly paragraph: number;
  readonly offset: number;
}
