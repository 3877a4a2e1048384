import type { OrthogonalPolygon } from "../../geometry/orthogonalPolygon";
import type { ArticleId } from "../../model/ids";
import type { ArticleRange } from "./articleOffsets";
import type { EpaperRegionKind, EpaperRegionRole } from "./epaperIssue";

/** A region before it has a name: what it shows, and where, in page units. */
export interface RegionDraft {
  readonly kind: EpaperRegionKind;
  readonly pageIndex: number;
  readonly polygon: OrthogonalPolygon;
  readonly role?: EpaperRegionRole;
  readonly articleId?: ArticleId;
  readonly association?: string;
  readonly textRange?: ArticleRange;
  readonly targetPage?: string;
  readonly label?: string;
}

/** A region that shows a stretch of an article's text. */
export interface TextRegionDraft extends RegionDraft {
  readonly articleId: ArticleId;
  readonly textRange: ArticleRange;
}

/** Whether a region shows a stretch of an article's text. */
export function isTextRegion(draft: RegionDraft): draft is TextRegionDraft {
  return draft.articleId !== undefined && draft.textRange !== undefined;
}
