import type { Issue, IssueDocument, Page, Publication } from "./document";
import { houseComposition } from "./houseComposition";
import { houseCharacterStyles, houseParagraphStyles } from "./houseStyles";
import { houseSwatches } from "./houseSwatches";
import { idFrom, type NewId } from "./idFrom";
import { gridOriginOn, type PageFormat } from "./pageFormats";

/** What a blank issue is made of. */
export interface NewIssue {
  readonly format: Pick<PageFormat, "size" | "grid">;
  readonly publication: Publication;
  readonly issue: Issue;
  /** At least 1. */
  readonly pageCount: number;
  readonly newId: NewId;
}

/** An issue of empty pages in the house's styles. */
export function blankIssue({ format, publication, issue, pageCount, newId }: NewIssue): IssueDocument {
  const blankPage = (): Page => ({
    id: idFrom(newId()),
    name: "",
    size: format.size,
    gridOrigin: gridOriginOn(format.size, format.grid),
    boxIds: [],
    note: "",
  });
  return {
    publication,
    issue,
    grid: format.grid,
    composition: houseComposition,
    pages: Array.from({ length: Math.max(1, pageCount) }, blankPage),
    boxes: {},
    stories: {},
    articles: {},
    assets: {},
    paragraphStyles: tableOf(houseParagraphStyles),
    characterStyles: tableOf(houseCharacterStyles),
    swatches: tableOf(houseSwatches),
  };
}

/** A publication of which nothing but the name is known. */
export function namedPublication(name: string): Publication {
  return {
    code: "",
    name,
    mastheadName: name,
    language: "zh-Hans-CN",
    supervisor: "",
    publisher: "",
    cn: "",
    postalCode: "",
    adLicence: "",
    siteName: "",
    url: "",
    slogan: "",
    email: "",
  };
}

/** Records by their ids. */
export function tableOf<Key extends string, Value extends { readonly id: Key }>(
  records: readonly Value[],
): Readonly<Record<Key, Value>> {
  // Every key is the id of the record under it.
  return Object.fromEntries(records.map((record) => [record.id, record])) as Record<Key, Value>;
}
