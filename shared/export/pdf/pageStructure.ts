import type { FlowKey, FlowLayout, IssueLayout } from "../../layout/issueLayout";
import { storyHeads } from "../../layout/storyHeads";
import type { Article, Box, IssueDocument, Page, PictureFrame, Story } from "../../model/document";
import type { BoxId, PageId } from "../../model/ids";
import { articleOfBox, lookUp, storyOfFrame } from "../../model/indexes";
import { briefEntries, type BriefEntry } from "../epaper/briefEntries";
import { framesOfArticle, inReadingOrder, readingPlace, type ReadingPlace } from "../readingOrder";
import type { Bookmark, PdfStructure, StructureElement, StructureType } from "./structureElement";

/**
 * The reading order of pages as a file has them: a part for each page, in it its masthead, its articles in reading order
 * with title, body, figures and captions, then pointers and advertisements, then what belongs to no article. An article stands in the part of its first page
 * and keeps what jumps to later ones; a paragraph is one element however many columns it runs through.
 */
export function pageStructure(document: IssueDocument, layout: IssueLayout, pageIds: readonly PageId[]): PdfStructure {
  const lines = new Map<object, StructureElement>();
  const boxes = new Map<string, StructureElement>();
  const places = boxPlaces(document, pageIds);
  const makers: Makers = {
    shows: (boxId) => places.has(boxId),
    line: (key, elementOf) => noteLines(layout.flows.get(key), elementOf, lines),
    box: (boxId, element) => void boxes.set(boxId, element),
  };
  const articles = articlesByPage(document, places);
  const parts: StructureElement[] = [];
  const bookmarks: Bookmark[] = [];
  pageIds.forEach((pageId, pageIndex) => {
    const number = document.pages.findIndex((page) => page.id === pageId) + 1;
    const page = document.pages[number - 1];
    if (page === undefined) return;
    const title = `第${number}版${page.name === "" ? "" : ` ${page.name}`}`;
    const printed = articles[pageIndex] ?? [];
    const elements = printed.map(({ article }) => articleElement(document, layout, article, makers));
    const standing = standingElements(document, layout, page, makers);
    const loose = looseElements(document, layout, { pageIndex, places }, makers);
    parts.push({ ...element("Part", [...standing, ...elements, ...loose]), title });
    bookmarks.push({ title, pageIndex, x: 0, y: 0, children: printed.flatMap((each) => bookmarkOf(document, each)) });
  });
  return {
    root: element("Document", parts),
    elementOfLine: (line) => lines.get(line) ?? null,
    elementOfBox: (boxId) => boxes.get(boxId) ?? null,
    bookmarks,
  };
}

interface Makers {
  /** Whether a box stands on a page of the file. */
  shows(boxId: BoxId): boolean;
  /** Gives the lines of a flow their elements, by paragraph. */
  line(key: FlowKey, elementOf: (paragraph: number) => StructureElement): void;
  box(boxId: BoxId, element: StructureElement): void;
}

function element(type: StructureType, children: readonly StructureElement[] = [], alt = ""): StructureElement {
  return { type, children, title: "", alt };
}

function noteLines(flow: FlowLayout | undefined, elementOf: (paragraph: number) => StructureElement, lines: Map<object, StructureElement>): void {
  for (const line of flow?.lines ?? []) lines.set(line, elementOf(line.paragraph));
}

interface BoxPlace {
  readonly pageIndex: number;
  readonly box: Box;
}

function boxPlaces(document: IssueDocument, pageIds: readonly PageId[]): ReadonlyMap<BoxId, BoxPlace> {
  const pages = new Map<PageId, Page>(document.pages.map((page) => [page.id, page]));
  const places = new Map<BoxId, BoxPlace>();
  pageIds.forEach((pageId, pageIndex) => {
    for (const boxId of pages.get(pageId)?.boxIds ?? []) {
      const box = lookUp(document.boxes, boxId);
      if (box !== null) places.set(boxId, { pageIndex, box });
    }
  });
  return places;
}

interface PlacedArticle {
  readonly article: Article;
  readonly place: ReadingPlace;
}

/** The articles of each page that are read: all but the masthead and standing matter, which come with their page. */
function articlesByPage(document: IssueDocument, places: ReadonlyMap<BoxId, BoxPlace>): readonly (readonly PlacedArticle[])[] {
  const pages: PlacedArticle[][] = [];
  for (const article of Object.values<Article>(document.articles)) {
    if (article.kind === "masthead" || article.kind === "furniture") continue;
    const frames = framesOfArticle(document, article).filter((boxId) => places.has(boxId));
    if (frames.length === 0) continue;
    const pageIndex = Math.min(...frames.map((boxId) => places.get(boxId)!.pageIndex));
    const onPage = frames.filter((boxId) => places.get(boxId)!.pageIndex === pageIndex);
    (pages[pageIndex] ??= []).push({ article, place: readingPlace(document, article, pageIndex, onPage) });
  }
  const isStory = ({ article: { kind } }: PlacedArticle): boolean => kind !== "pointer" && kind !== "ad";
  return pages.map((articles) => articles.toSorted((a, b) => Number(isStory(b)) - Number(isStory(a)) || inReadingOrder(a.place, b.place)));
}

function articleElement(document: IssueDocument, layout: IssueLayout, article: Article, makers: Makers): StructureElement {
  const story = article.storyId === null ? null : lookUp(document.stories, article.storyId);
  const children = [
    ...article.furnitureIds.flatMap((boxId) => paragraphElements(layout, `furniture:${boxId}`, makers)),
    // Title frames behind the first say the same once more, over what goes on on another page: artifacts, as running heads are.
    ...article.titleFrameIds.filter((boxId) => makers.shows(boxId)).slice(0, 1).flatMap((boxId) => titleElements(layout, boxId, makers)),
    ...(story === null ? [] : storyElements(document, layout, article, story, makers)),
    ...article.pictures.flatMap(({ pictureFrameId, captionFrameId }) => {
      const frame = lookUp(document.boxes, pictureFrameId);
      if (frame?.kind !== "picture") return [];
      return [...figureElements(frame, makers), ...(captionFrameId === null ? [] : captionElements(layout, captionFrameId, makers))];
    }),
  ];
  return { ...element("Art", children), title: headlineOf(story) };
}

/** One heading with a span for each of its parts. */
function titleElements(layout: IssueLayout, boxId: BoxId, makers: Makers): readonly StructureElement[] {
  const key = `title:${boxId}` as const;
  const spans = (layout.flows.get(key)?.paragraphs ?? []).map(() => element("Span"));
  if (spans.length === 0) return [];
  makers.line(key, (paragraph) => spans[paragraph]!);
  return [element("H1", spans)];
}

function storyElements(document: IssueDocument, layout: IssueLayout, article: Article | null, story: Story, makers: Makers): readonly StructureElement[] {
  const key = `story:${story.id}` as const;
  const heads = storyHeads(document, story);
  const paragraphs = (layout.flows.get(key)?.paragraphs ?? []).map(({ part }) => element(heads.has(paragraphIndex(part)) ? "H2" : "P"));
  makers.line(key, (paragraph) => paragraphs[paragraph]!);
  const jumps = story.frameIds.flatMap((boxId) => paragraphElements(layout, `jump:${boxId}`, makers));
  const entries = article?.kind === "briefs" ? briefEntries(document, story) : [];
  return [...(entries.length === 0 ? paragraphs : inEntries(paragraphs, entries)), ...jumps];
}

function paragraphIndex(part: string): number {
  return Number(part.slice("paragraph:".length));
}

/** Each brief is a section of its own. */
function inEntries(paragraphs: readonly StructureElement[], entries: readonly BriefEntry[]): readonly StructureElement[] {
  const first = entries[0]?.fromParagraph ?? paragraphs.length;
  return [
    ...paragraphs.slice(0, first),
    ...entries.map(({ fromParagraph, toParagraph }) => element("Sect", paragraphs.slice(fromParagraph, toParagraph))),
  ];
}

/** A paragraph element for each paragraph of a flow. */
function paragraphElements(layout: IssueLayout, key: FlowKey, makers: Makers): readonly StructureElement[] {
  const elements = (layout.flows.get(key)?.paragraphs ?? []).map(() => element("P"));
  makers.line(key, (paragraph) => elements[paragraph]!);
  return elements;
}

/** A figure and its words for who cannot see it; an empty frame prints nothing. */
function figureElements(frame: PictureFrame, makers: Makers): readonly StructureElement[] {
  if (frame.assetId === null) return [];
  const figure = element("Figure", [], frame.alt || frame.caption || frame.credit || "图片");
  makers.box(frame.id, figure);
  return [figure];
}

function captionElements(layout: IssueLayout, boxId: BoxId, makers: Makers): readonly StructureElement[] {
  const key = `caption:${boxId}` as const;
  const spans = (layout.flows.get(key)?.paragraphs ?? []).map(() => element("Span"));
  if (spans.length === 0) return [];
  makers.line(key, (paragraph) => spans[paragraph]!);
  return [element("Caption", spans)];
}

/** The masthead of a page. Folios and other standing matter that no article has repeat on every page: they are artifacts. */
function standingElements(document: IssueDocument, layout: IssueLayout, page: Page, makers: Makers): readonly StructureElement[] {
  const masthead = page.boxIds.flatMap((boxId) => {
    const box = lookUp(document.boxes, boxId);
    if (box === null || articleOfBox(document, boxId)?.kind !== "masthead") return [];
    return box.kind === "picture" ? figureElements(box, makers) : paragraphElements(layout, `furniture:${boxId}`, makers);
  });
  return masthead.length === 0 ? [] : [element("Sect", masthead)];
}

/** The stories and pictures of a page that no article has, a story in the part of its first page; other boxes then show no words of their own. */
function looseElements(
  document: IssueDocument,
  layout: IssueLayout,
  { pageIndex, places }: { readonly pageIndex: number; readonly places: ReadonlyMap<BoxId, BoxPlace> },
  makers: Makers,
): readonly StructureElement[] {
  return [...places].flatMap(([boxId, place]) => {
    if (place.pageIndex !== pageIndex || articleOfBox(document, boxId) !== null) return [];
    if (place.box.kind === "picture") return figureElements(place.box, makers);
    const story = storyOfFrame(document, boxId);
    const isFirst = story?.frameIds.find((frameId) => places.has(frameId)) === boxId;
    return story === null || !isFirst ? [] : storyElements(document, layout, null, story, makers);
  });
}

/** Longer names of bookmarks are cut: lists show one line. */
const LONGEST_BOOKMARK = 60;

function bookmarkOf(document: IssueDocument, { article, place }: PlacedArticle): readonly Bookmark[] {
  const story = article.storyId === null ? null : lookUp(document.stories, article.storyId);
  const words = headlineOf(story) || (article.kind === "pointer" ? "" : (story?.paragraphs[0]?.text ?? firstCaption(document, article)));
  const title = Array.from(words.trim()).slice(0, LONGEST_BOOKMARK).join("");
  return title === "" ? [] : [{ title, pageIndex: place.pageIndex, x: place.left, y: place.top, children: [] }];
}

function headlineOf(story: Story | null): string {
  return (story?.title.main || story?.title.kicker || "").replace(/\n/g, "");
}

function firstCaption(document: IssueDocument, article: Article): string {
  const frame = article.pictures[0] === undefined ? null : lookUp(document.boxes, article.pictures[0].pictureFrameId);
  return frame?.kind === "picture" ? frame.caption || frame.alt : "";
}
