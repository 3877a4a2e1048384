import type { IssueDocument } from "./document";
import type { ArticleId, AssetId, BoxId, CharacterStyleId, PageId, ParagraphStyleId, StoryId, SwatchId } from "./ids";

/** What differs between two versions of a table: records that are new or another object, and records that are gone. */
export interface TableDiff<Key> {
  readonly changed: readonly Key[];
  readonly removed: readonly Key[];
}

/** What differs between two versions of a document. */
export interface DocumentDiff {
  readonly publication: boolean;
  readonly issue: boolean;
  readonly grid: boolean;
  readonly composition: boolean;
  readonly pages: TableDiff<PageId>;
  /** Whether the pages that both versions have stand in another order. */
  readonly pageOrder: boolean;
  readonly boxes: TableDiff<BoxId>;
  readonly stories: TableDiff<StoryId>;
  readonly articles: TableDiff<ArticleId>;
  readonly assets: TableDiff<AssetId>;
  readonly paragraphStyles: TableDiff<ParagraphStyleId>;
  readonly characterStyles: TableDiff<CharacterStyleId>;
  readonly swatches: TableDiff<SwatchId>;
}

/** What differs between two versions of a document, found by comparing records by identity. */
export function diffDocuments(before: IssueDocument, after: IssueDocument): DocumentDiff {
  return {
    publication: before.publication !== after.publication,
    issue: before.issue !== after.issue,
    grid: before.grid !== after.grid,
    composition: before.composition !== after.composition,
    pages: diffPages(before.pages, after.pages),
    pageOrder: isReordered(before.pages, after.pages),
    boxes: diffTables(before.boxes, after.boxes),
    stories: diffTables(before.stories, after.stories),
    articles: diffTables(before.articles, after.articles),
    assets: diffTables(before.assets, after.assets),
    paragraphStyles: diffTables(before.paragraphStyles, after.paragraphStyles),
    characterStyles: diffTables(before.characterStyles, after.characterStyles),
    swatches: diffTables(before.swatches, after.swatches),
  };
}

/** What differs between two versions of a table, found by comparing records by identity. */
export function diffTables<Key extends string, Value>(
  before: Readonly<Record<Key, Value>>,
  after: Readonly<Record<Key, Value>>,
): TableDiff<Key> {
  if (before === after) return { changed: [], removed: [] };
  return {
    changed: keysOf(after).filter((key) => !Object.hasOwn(before, key) || before[key] !== after[key]),
    removed: keysOf(before).filter((key) => !Object.hasOwn(after, key)),
  };
}

function diffPages(before: IssueDocument["pages"], after: IssueDocument["pages"]): TableDiff<PageId> {
  const old = new Map(before.map((page) => [page.id, page]));
  const now = new Set(after.map((page) => page.id));
  return {
    changed: after.filter((page) => old.get(page.id) !== page).map((page) => page.id),
    removed: before.filter((page) => !now.has(page.id)).map((page) => page.id),
  };
}

function isReordered(before: IssueDocument["pages"], after: IssueDocument["pages"]): boolean {
  const old = new Set(before.map((page) => page.id));
  const now = new Set(after.map((page) => page.id));
  const kept = after.filter((page) => old.has(page.id));
  return before.filter((page) => now.has(page.id)).some((page, index) => page.id !== kept[index]?.id);
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  // Object.keys promises no more than strings; a table's own keys are its ids.
  return Object.keys(table) as Key[];
}
