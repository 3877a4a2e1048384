import { produce } from "immer";
import { settleSwatches } from "./settleSwatches";
import type { Article, Asset, Box, CharacterStyle, IssueDocument, Page, ParagraphStyle, Story, Swatch } from "./document";
import type { ArticleId, AssetId, BoxId, CharacterStyleId, ParagraphStyleId, StoryId, SwatchId } from "./ids";

/** A document while it is edited: tables may be written to; records in them are replaced, never changed. */
export interface DocumentDraft extends Pick<IssueDocument, "publication" | "issue" | "grid" | "composition"> {
  publication: IssueDocument["publication"];
  issue: IssueDocument["issue"];
  grid: IssueDocument["grid"];
  composition: IssueDocument["composition"];
  pages: Page[];
  boxes: Record<BoxId, Box>;
  stories: Record<StoryId, Story>;
  articles: Record<ArticleId, Article>;
  assets: Record<AssetId, Asset>;
  paragraphStyles: Record<ParagraphStyleId, ParagraphStyle>;
  characterStyles: Record<CharacterStyleId, CharacterStyle>;
  swatches: Record<SwatchId, Swatch>;
}

/**
 * The document that the recipe makes of this one, frozen. Whatever has the same value as before is the same object as
 * before, so a recipe that changes nothing gives back the very document it got.
 */
export function edit(document: IssueDocument, recipe: (draft: DocumentDraft) => void): IssueDocument {
  // Immer copies what is written to, so the draft's tables may be writable where the document's are not.
  const next: IssueDocument = produce(document as DocumentDraft, (draft) => {
    recipe(draft);
  });
  return shareEqual(document, settleSwatches(next, document));
}

/** The later value with every part that equals the same part of the earlier one replaced by it. */
function shareEqual<Value>(before: Value, after: Value): Value {
  if (Object.is(before, after) || !isObject(before) || !isObject(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  // An entry that moved within a list is an old object already: unless the whole list is as before, it stays that object,
  // even where what stood there before is equal to it.
  const entries = Array.isArray(before) ? new Set<unknown>(before) : null;
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  let shared: Record<string, unknown> | null = null;
  for (const key of keys) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    const mended = shareEqual(old, after[key]);
    if (!Object.is(mended, old) || !Object.hasOwn(before, key)) same = false;
    const value = entries?.has(after[key]) === true ? after[key] : mended;
    if (!Object.is(value, after[key])) {
      // A copy of the same container with an equal part in place has the same type as before.
      shared ??= (Array.isArray(after) ? [...after] : { ...after }) as Record<string, unknown>;
      shared[key] = value;
    }
  }
  if (same) return before;
  // `shared` was copied from `after` and holds parts equal to its parts.
  return shared === null ? after : Object.freeze(shared as Value & object);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
