import { orthogonalUnion } from "../../geometry/orthogonalPolygon";
import type { FlowLayout, SetLine } from "../../layout/issueLayout";
import type { Article, Box, IssueDocument } from "../../model/document";
import type { PageId } from "../../model/ids";
import { articleOfBox, lookUp } from "../../model/indexes";
import { framePieces } from "./articleRegions";
import { pageName } from "./epaperNames";
import type { EpaperRegionKind } from "./epaperIssue";
import { boxesOn, coversOf, isStoryArticle, obstaclesOf, type PageContents } from "./pageContents";
import { pageUnits } from "./pageUnits";
import type { RegionDraft } from "./regionDraft";
import { textPieces, type TextPiece } from "./textPieces";

/** The regions of a page that are no part of an article's text: masthead, pointers, folios, heads of columns. */
export function standingRegions(contents: PageContents): readonly RegionDraft[] {
  return boxesOn(contents).flatMap((box): readonly RegionDraft[] => {
    const article = articleOfBox(contents.document, box.id);
    const isStory = article !== null && isStoryArticle(article);
    if (isStory && box.kind !== "furniture") return [];
    const owner = isStory ? { articleId: article.id } : {};
    const kind = standingKind(contents.document, box, article);
    const target = kind === "pointer" ? targetOf(contents.document, box, article) : {};
    return areasOf(contents, box).map(({ polygon, label }) => ({
      kind,
      ...owner,
      ...target,
      ...(label === "" && kind !== "ad" ? {} : { label: label === "" ? AD_LABEL : label }),
      pageIndex: contents.pageIndex,
      polygon,
    }));
  });
}

/** The words of lines as they are printed: lines of a paragraph joined, paragraphs apart by a space. */
export function printedWords(flow: FlowLayout, lines: readonly SetLine[]): string {
  const words = new Map<number, string>();
  for (const line of lines) {
    const text = flow.paragraphs[line.paragraph]?.text.slice(line.from, line.to) ?? "";
    words.set(line.paragraph, (words.get(line.paragraph) ?? "") + text);
  }
  return [...words.values()].map((text) => text.replace(/\s+/gu, " ").trim()).filter((text) => text !== "").join(" ");
}

/** What an advertisement is called that shows no words. */
const AD_LABEL = "广告";

interface Area {
  readonly polygon: TextPiece["polygon"];
  readonly label: string;
}

function areasOf(contents: PageContents, box: Box): readonly Area[] {
  if (box.kind === "picture") {
    if (box.assetId === null) return [];
    const units = (rect: Box["rect"]): Box["rect"] => pageUnits(rect, contents.page.size);
    const polygons = orthogonalUnion([units(box.rect)], { without: coversOf(contents, box).map(units), cut: 1 });
    return polygons.map((polygon) => ({ polygon, label: "" }));
  }
  const shown = contents.texts.get(box.id);
  if (shown === undefined) return [];
  const pieces =
    box.kind === "text"
      ? textPieces(shown.lines, { page: contents.page.size, obstacles: obstaclesOf(contents, box) })
      : framePieces(box, shown.lines, contents);
  return pieces.map((piece) => ({ polygon: piece.polygon, label: printedWords(shown.flow, piece.lines) }));
}

function standingKind(document: IssueDocument, box: Box, article: Article | null): EpaperRegionKind {
  if (article?.kind === "masthead" || article?.kind === "pointer" || article?.kind === "ad") return article.kind;
  if (box.kind === "furniture" && box.targetPageId !== null) return "pointer";
  const siblings = article !== null && !isStoryArticle(article) ? article.furnitureIds : [box.id];
  return siblings.some((boxId) => isFolio(lookUp(document.boxes, boxId))) ? "folio" : "furniture";
}

function isFolio(box: Box | null): boolean {
  return box?.kind === "furniture" && box.lines.some((line) => line.template.includes("{pageNumber}"));
}

/** Where a pointer leads; one that says nothing itself leads where another box of its article does. */
function targetOf(document: IssueDocument, box: Box, article: Article | null): { readonly targetPage?: string } {
  const own = box.kind === "furniture" ? box.targetPageId : null;
  const target = own ?? siblingTarget(document, article);
  const index = document.pages.findIndex((page) => page.id === target);
  return index < 0 ? {} : { targetPage: pageName(index) };
}

function siblingTarget(document: IssueDocument, article: Article | null): PageId | null {
  for (const boxId of article?.furnitureIds ?? []) {
    const box = lookUp(document.boxes, boxId);
    if (box?.kind === "furniture" && box.targetPageId !== null) return box.targetPageId;
  }
  return null;
}
