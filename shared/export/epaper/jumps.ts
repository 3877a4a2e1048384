import { jumpText, type JumpSide } from "../../layout/jumpLines";
import type { IssueDocument } from "../../model/document";
import { articleUri } from "./epaperNames";
import type { EpaperJump } from "./epaperIssue";
import { isTextRegion, type RegionDraft } from "./regionDraft";

/** A region with the id it has in the file and its place in its article's reading order. */
export interface NamedRegion {
  readonly id: string;
  readonly order: number | null;
  readonly draft: RegionDraft;
}

/** Where stories leave a page, and the region in which each left region goes on. */
export interface Jumps {
  readonly jumps: readonly EpaperJump[];
  readonly continuations: ReadonlyMap<string, string>;
}

/** Finds where the body of a story goes on another page; the labels are those of the 下转 and 上接 lines that are printed. */
export function jumpsOf(document: IssueDocument, regions: readonly NamedRegion[]): Jumps {
  const jumps: EpaperJump[] = [];
  const continuations = new Map<string, string>();
  const bodies = regions
    .filter(({ draft }) => draft.role === "body" || draft.role === "brief")
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  for (const articleId of new Set(bodies.map(({ draft }) => draft.articleId))) {
    const own = bodies.filter(({ draft }) => draft.articleId === articleId);
    own.slice(1).forEach((to, index) => {
      const from = own[index];
      if (from === undefined || !isTextRegion(from.draft) || from.draft.pageIndex === to.draft.pageIndex) return;
      continuations.set(from.id, to.id);
      const fromLabel = printedLabel(regions, from, to, "to");
      const toLabel = printedLabel(regions, to, from, "from");
      jumps.push({
        article: articleUri(document, from.draft.articleId),
        from: from.id,
        to: to.id,
        ...(fromLabel === null ? {} : { fromLabel }),
        ...(toLabel === null ? {} : { toLabel }),
        atOffset: from.draft.textRange[1],
      });
    });
  }
  return { jumps, continuations };
}

/** The words of the article's jump line on one region's page that names the other's; null where it had no room. */
function printedLabel(regions: readonly NamedRegion[], at: NamedRegion, other: NamedRegion, side: JumpSide): string | null {
  const label = jumpText(side, other.draft.pageIndex + 1);
  const isPrinted = regions.some(
    ({ draft }) => draft.label === label && draft.articleId === at.draft.articleId && draft.pageIndex === at.draft.pageIndex,
  );
  return isPrinted ? label : null;
}
