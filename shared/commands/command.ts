import type { IssueDocument } from "../model/document";
import type { ArticleId, AssetId, BoxId, CharacterStyleId, PageId, ParagraphStyleId, StoryId, SwatchId } from "../model/ids";
import type { Result } from "../result";

/** Why a command did not apply. Each code has one sentence per language in `renderer/i18n`. */
export type CommandProblem =
  | { readonly code: "page-missing"; readonly pageId: PageId }
  | { readonly code: "box-missing"; readonly boxId: BoxId }
  | { readonly code: "story-missing"; readonly storyId: StoryId }
  | { readonly code: "article-missing"; readonly articleId: ArticleId }
  | { readonly code: "asset-missing"; readonly assetId: AssetId }
  | { readonly code: "style-missing"; readonly styleId: ParagraphStyleId }
  | { readonly code: "character-style-missing"; readonly styleId: CharacterStyleId }
  | { readonly code: "swatch-missing"; readonly swatchId: SwatchId }
  | { readonly code: "wrong-box-kind"; readonly boxId: BoxId }
  | { readonly code: "id-taken"; readonly id: string }
  | { readonly code: "frame-already-linked"; readonly boxId: BoxId }
  | { readonly code: "box-too-small"; readonly boxId: BoxId }
  | { readonly code: "area-too-low"; readonly leastLines: number }
  | { readonly code: "value-out-of-range"; readonly field: string }
  | { readonly code: "range-outside-text"; readonly storyId: StoryId };

/**
 * A pure edit: the next document, or why there is none. It never changes the one it is given, and where nothing would
 * change it returns that very document. New ids come in with the arguments.
 */
export type Command<Args> = (document: IssueDocument, args: Args) => Result<IssueDocument, CommandProblem>;
