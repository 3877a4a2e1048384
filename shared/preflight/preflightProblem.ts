import type { ArticleId, AssetId, BoxId, PageId } from "../model/ids";

/** The closed list of what preflight finds. Each code has one sentence per language in `shared/messages`. */
export const preflightCodes = [
  "overset-text",
  "headline-clipped",
  "missing-glyph",
  "font-missing",
  "font-not-embeddable",
  "missing-picture",
  "box-off-page",
  "boxes-overlap-text",
  "text-hidden",
  "empty-text-frame",
  "loose-line",
  "torn-line",
  "forced-break",
  "headline-broken",
  "fitted-beyond-limits",
  "caption-missing",
  "caption-not-placed",
  "credit-missing",
  "picture-resolution-low",
  "picture-resolution-too-low",
  "ad-unmarked",
  "pointer-target-missing",
  "jump-backwards",
  "jump-line-missing",
  "unknown-field",
] as const;

/** What is wrong. */
export type PreflightCode = (typeof preflightCodes)[number];

/** Whether an issue may go to press with it: an error would be seen in print. */
export type PreflightSeverity = "error" | "warning";

/** One thing worth telling before the issue goes to press. */
export interface PreflightProblem {
  readonly code: PreflightCode;
  readonly severity: PreflightSeverity;
  readonly place: PreflightPlace;
  /** What the sentence names: numbers and words, by the placeholder's name. */
  readonly data: Readonly<Record<string, string | number>>;
}

/** Where it is; null for what does not apply. */
export interface PreflightPlace {
  readonly pageId: PageId | null;
  /** The page's place in the issue, from 1. */
  readonly pageNumber: number | null;
  readonly boxId: BoxId | null;
  readonly articleId: ArticleId | null;
  /** The article's main headline on one line, or what stands for it; empty where it has none. */
  readonly articleName: string;
  readonly range: PreflightRange | null;
}

/** A stretch of text: UTF-16 code units of one part, half-open. */
export interface PreflightRange {
  /** `paragraph:<index>`, a title part, `caption`, `credit` or `line:<index>`, as in `SetParagraph.part`. */
  readonly part: string;
  readonly from: number;
  readonly to: number;
}

/** What only the machine knows. */
export interface PreflightFacts {
  /** The picture files that are there and can be read; null where nobody has looked. */
  readonly assetFiles: ReadonlySet<AssetId> | null;
  /** The fonts of this machine by name, and whether they may be embedded in a PDF; absent where nobody has looked. */
  readonly fonts?: ReadonlyMap<string, { readonly mayEmbed: boolean }>;
}
