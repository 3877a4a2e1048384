import type { IssueDocument } from "../../model/document";
import { articleUri, pageName } from "./epaperNames";
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

/** Finds where the body of a story goes on another page; the labels are the printed 下转 and 上接 lines. */
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
      const fromLabel = pointerLabel(regions, from, to);
      const toLabel = pointerLabel(regions, to, from);
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

/** The words of the article's own pointer that stands on one region's page and leads to the other's. */
function pointerLabel(regions: readonly NamedRegion[], at: NamedRegion, to: NamedRegion): string | null {
  const pointer = regions.find(
    ({ draft }) =>
      draft.kind === "pointer" &&
      draft.articleId === at.draft.articleId &&
      draft.pageIndex === at.draft.pageIndex &&
      draft.targetPage === pageName(to.draft.pageIndex),
  );
  return pointer?.draft.label ?? null;
}
