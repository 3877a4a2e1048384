import type { FlowPlace } from "../../shared/layout/caret";
import type { ArticleId, BoxId, StoryId } from "../../shared/model/ids";

/**
 * What is selected: articles as wholes, and boxes by themselves (boxes inside an article, or boxes of none). A box of a
 * selected article is never listed as well.
 */
export interface Selection {
  readonly articleIds: readonly ArticleId[];
  readonly boxIds: readonly BoxId[];
}

/** Nothing selected. */
export const emptySelection: Selection = { articleIds: [], boxIds: [] };

/** The tools of the tool bar. `article`, `photo` and `briefs` draw a new article of that kind on the grid. */
export type ToolName = "select" | "text" | "article" | "photo" | "briefs" | "hand" | "zoom";

/** What the canvas shows beside the page. */
export interface ViewSettings {
  readonly rulers: "millimetres" | "characters" | "off";
  readonly grid: boolean;
  readonly frames: boolean;
  readonly threads: boolean;
  /** 软打样: whether the page is shown in the colours of print on its paper. */
  readonly softProof: boolean;
}

/** What a window shows first. */
export const initialView: ViewSettings = { rulers: "millimetres", grid: false, frames: true, threads: true, softProof: false };

/** The caret on the page (`focus`), and the text selected from `anchor` up to it; both in one flow. */
export interface TextCursor {
  readonly anchor: FlowPlace;
  readonly focus: FlowPlace;
}

/** What is selected in the body of a story, its paragraphs joined by one line feed: UTF-16 code units, half-open. */
export interface BodyRange {
  readonly storyId: StoryId;
  readonly from: number;
  readonly to: number;
}

/** The issue folder behind the document; `revision` is what the next save expects to find. */
export interface OpenFile {
  readonly issueId: string;
  readonly path: string;
  readonly revision: number;
}
