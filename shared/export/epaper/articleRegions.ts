import { orthogonalUnion } from "../../geometry/orthogonalPolygon";
import type { SetLine } from "../../layout/issueLayout";
import { articleText, type ArticleText } from "../../model/articleText";
import type { Article, Box } from "../../model/document";
import type { BoxId } from "../../model/ids";
import { lookUp, pageOfBox } from "../../model/indexes";
import { articleRange, type ArticleRange } from "./articleOffsets";
import { briefEntries } from "./briefEntries";
import { articleUri, briefUri, pictureUri } from "./epaperNames";
import type { EpaperRegionRole } from "./epaperIssue";
import { coversOf, isSharedFrame, obstaclesOf, type BoxText, type PageContents } from "./pageContents";
import { pageUnits } from "./pageUnits";
import type { RegionDraft } from "./regionDraft";
import { textPieces, textStrip, type TextPiece } from "./textPieces";

/** An article and the pages of the issue, for looking up the page a box stands on. */
export interface ArticleContents {
  readonly article: Article;
  readonly pages: readonly PageContents[];
}

/** All regions of an article in reading order, over all pages: titles, body, then each picture with its caption. */
export function articleRegions(contents: ArticleContents): readonly RegionDraft[] {
  const regions = wholeRegions(contents);
  return contents.article.digital === "withheld" ? regions.map(withoutWords) : regions;
}

/** The area alone: a withheld article's text and pictures are in no item that a region could point to. */
function withoutWords({ kind, pageIndex, polygon, role, articleId }: RegionDraft): RegionDraft {
  return { kind, pageIndex, polygon, ...(role === undefined ? {} : { role }), ...(articleId === undefined ? {} : { articleId }) };
}

function wholeRegions({ article, pages }: ArticleContents): readonly RegionDraft[] {
  const document = pages[0]?.document;
  if (document === undefined) return [];
  const text = articleText(document, article);
  const story = article.storyId === null ? null : lookUp(document.stories, article.storyId);
  const placed = (boxId: BoxId): readonly PlacedBox[] => placedBox(boxId, article, text, pages);
  return [
    ...article.titleFrameIds.flatMap(placed).flatMap((box) => frameRegions(box, "headline")),
    ...(story?.frameIds ?? []).flatMap(placed).flatMap(bodyRegions),
    ...article.pictures.flatMap((picture, index) => [
      ...placed(picture.pictureFrameId).flatMap((box) => pictureRegions(box, index + 1)),
      ...(picture.captionFrameId === null ? [] : placed(picture.captionFrameId)).flatMap((box) =>
        frameRegions({ ...box, pictureFrameId: picture.pictureFrameId }, "caption"),
      ),
    ]),
  ];
}

interface PlacedBox {
  readonly box: Box;
  readonly article: Article;
  readonly articleText: ArticleText;
  readonly contents: PageContents;
  readonly shown: BoxText | null;
  readonly pictureFrameId: BoxId | null;
}

function placedBox(
  boxId: BoxId,
  article: Article,
  text: ArticleText,
  pages: readonly PageContents[],
): readonly PlacedBox[] {
  const contents = pages[0] === undefined ? undefined : pages[pageOfBox(pages[0].document, boxId)?.index ?? -1];
  const box = contents === undefined ? null : lookUp(contents.document.boxes, boxId);
  if (contents === undefined || box === null) return [];
  return [{ box, article, articleText: text, contents, shown: contents.texts.get(boxId) ?? null, pictureFrameId: null }];
}

/** The region of a frame that has its rect to itself, else the outline of its lines. */
function frameRegions(placed: PlacedBox, role: EpaperRegionRole): readonly RegionDraft[] {
  const { box, contents, shown } = placed;
  if (shown === null) return [];
  return framePieces(box, shown.lines, contents).flatMap((piece) => textRegion(placed, piece, role));
}

/** A frame's rect around all its lines, or the outline of the lines where other things stand in the rect. */
export function framePieces(box: Box, lines: readonly SetLine[], contents: PageContents): readonly TextPiece[] {
  const page = contents.page.size;
  const obstacles = obstaclesOf(contents, box);
  if (isSharedFrame(contents, box)) return textPieces(lines, { page, obstacles });
  const strip = textStrip(box.rect, lines[0]?.direction ?? "horizontal", obstacles);
  const [polygon] = orthogonalUnion([pageUnits(strip, page)], { cut: 1 });
  return polygon === undefined ? [] : [{ lines, polygon }];
}

function bodyRegions(placed: PlacedBox): readonly RegionDraft[] {
  const { box, contents, shown, article } = placed;
  if (shown === null) return [];
  const surroundings = { page: contents.page.size, obstacles: obstaclesOf(contents, box) };
  if (article.kind !== "briefs") {
    return textPieces(shown.lines, surroundings).flatMap((piece) => textRegion(placed, piece, "body"));
  }
  const story = article.storyId === null ? null : lookUp(contents.document.stories, article.storyId);
  if (story === null) return [];
  const uri = articleUri(contents.document, article.id);
  return briefEntries(contents.document, story).flatMap(({ fromParagraph, toParagraph }, index) => {
    const lines = shown.lines.filter((line) => line.paragraph >= fromParagraph && line.paragraph < toParagraph);
    return textPieces(lines, surroundings)
      .flatMap((piece) => textRegion(placed, piece, "brief"))
      .map((region) => ({ ...region, association: briefUri(uri, index + 1) }));
  });
}

function textRegion(placed: PlacedBox, piece: TextPiece, role: EpaperRegionRole): readonly RegionDraft[] {
  const { article, articleText: text, contents, shown, pictureFrameId } = placed;
  if (shown === null) return [];
  const ranges = piece.lines.flatMap((line): readonly ArticleRange[] => {
    const range = articleRange(text, shown.flow, line, pictureFrameId);
    return range === null || range[0] === range[1] ? [] : [range];
  });
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{
    kind: "article",
    role,
    articleId: article.id,
    pageIndex: contents.pageIndex,
    polygon: piece.polygon,
    textRange: [first[0], last[1]],
  }];
}

/** The visible parts of a picture; an empty frame prints nothing and has none. */
function pictureRegions({ box, article, contents }: PlacedBox, number: number): readonly RegionDraft[] {
  if (box.kind !== "picture" || box.assetId === null) return [];
  const units = (rect: Box["rect"]): Box["rect"] => pageUnits(rect, contents.page.size);
  const polygons = orthogonalUnion([units(box.rect)], { without: coversOf(contents, box).map(units), cut: 1 });
  return polygons.map((polygon) => ({
    kind: "article",
    role: "picture",
    articleId: article.id,
    association: pictureUri(articleUri(contents.document, article.id), number),
    pageIndex: contents.pageIndex,
    polygon,
  }));
}
