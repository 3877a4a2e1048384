import { bottom, right, union, type PagePoint, type Rect } from "../../shared/geometry/rect";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { Box, IssueDocument } from "../../shared/model/document";
import type { BoxId, PageId } from "../../shared/model/ids";
import { articleOfBox, boxesOfArticle, lookUp, pageOfBox } from "../../shared/model/indexes";
import type { GestureFeedback } from "../editor/gesture";
import { boxesOfPage, covers, selectedArticle, selectedBoxes } from "../editor/selection";
import { fitOfArticle } from "../editor/storyFit";
import type { Selection, ViewSettings } from "../editor/session";
import type { TypingView } from "../text/pageTyping";
import { handlePoint, handles } from "../tools/handles";
import { isSibling } from "../tools/hitTest";
import type { CanvasTranslate } from "./canvasText";
import { oversetOfPage } from "./oversetOfPage";

/** One thing drawn over the page, in page points; the painter gives it its size in pixels. */
export type OverlayMark =
  | { readonly kind: "outline"; readonly tone: OutlineTone; readonly rect: Rect }
  | { readonly kind: "handle"; readonly at: PagePoint }
  | { readonly kind: "guide"; readonly axis: "x" | "y"; readonly at: number; readonly from: number; readonly to: number }
  /** A dragged edge that stands where its story just fits. */
  | { readonly kind: "fitStop"; readonly from: PagePoint; readonly to: PagePoint }
  /** Behind the last line that fits: across the column, or down it in vertical setting. */
  | { readonly kind: "cut"; readonly from: PagePoint; readonly to: PagePoint }
  | { readonly kind: "thread"; readonly from: PagePoint; readonly to: PagePoint }
  /** The caret: upright between characters of a line, lying between those of a column. */
  | { readonly kind: "caret"; readonly rect: Rect }
  | { readonly kind: "selectedText"; readonly rect: Rect }
  | { readonly kind: "preedit"; readonly text: string; readonly at: Rect }
  /** Says below a frame's lower right corner how much is over; a plus where the frame has no room for words on the screen. */
  | { readonly kind: "overset"; readonly frame: Rect; readonly text: string; readonly isFull: boolean }
  /** A label that ends at a point (`thread`) or begins above it (`measure`, and `over` or `fits` where it says how a story fits). */
  | { readonly kind: "badge"; readonly tone: "measure" | "over" | "fits" | "thread"; readonly at: PagePoint; readonly text: string };

/** What an outline says about its rectangle. */
export type OutlineTone = "frame" | "hovered" | "article" | "box" | "selected" | "area";

/** Everything the overlay's marks depend on. */
export interface OverlayInput {
  readonly document: IssueDocument;
  readonly layout: IssueLayout;
  readonly pageId: PageId;
  readonly selection: Selection;
  readonly view: ViewSettings;
  readonly hovered: BoxId | null;
  readonly feedback: GestureFeedback | null;
  /** Whether the selection may be grabbed by its edges now. */
  readonly withHandles: boolean;
  /** What typing on the page shows, or null while nobody types. */
  readonly typing: TypingView | null;
  readonly translate: CanvasTranslate;
}

/** The marks over a page, in painting order. */
export function overlayMarks(input: OverlayInput): readonly OverlayMark[] {
  const selection = input.feedback?.selection ?? input.selection;
  return [
    ...frameMarks(input),
    ...hoverMarks(input, selection),
    ...selectionMarks(input, selection),
    ...typingMarks(input.typing),
    ...(input.view.threads ? threadMarks(input, selection) : []),
    ...cutMarks(input),
    ...oversetMarks(input, selection),
    ...feedbackMarks(input),
  ];
}

function frameMarks({ document, pageId, view }: OverlayInput): OverlayMark[] {
  if (!view.frames) return [];
  return boxesOfPage(document, pageId)
    .filter((box) => box.kind !== "rule")
    .map(({ rect }) => ({ kind: "outline", tone: "frame", rect }));
}

function hoverMarks({ document, pageId, hovered, feedback }: OverlayInput, selection: Selection): OverlayMark[] {
  if (hovered === null || feedback !== null) return [];
  const article = articleOfBox(document, hovered);
  if (article === null) {
    const box = lookUp(document.boxes, hovered);
    return box === null || selection.boxIds.includes(hovered) ? [] : [{ kind: "outline", tone: "hovered", rect: box.rect }];
  }
  if (selection.articleIds.includes(article.id)) return [];
  const boxes = boxesOfArticle(document, article.id).filter((box) => pageOfBox(document, box.id)?.page.id === pageId);
  const rect = union(boxes.map((box) => box.rect));
  return rect === null ? [] : [{ kind: "outline", tone: "hovered", rect }];
}

function selectionMarks(input: OverlayInput, selection: Selection): OverlayMark[] {
  const { document, pageId } = input;
  const boxes = selectedBoxes(document, pageId, selection);
  const bounds = union(boxes.map((box) => box.rect));
  if (bounds === null) return [];
  const marks: OverlayMark[] = [];
  const [firstBoxId] = selection.boxIds;
  const owner = firstBoxId === undefined ? null : articleOfBox(document, firstBoxId);
  if (owner !== null) {
    const rects = boxesOfArticle(document, owner.id)
      .filter((box) => pageOfBox(document, box.id)?.page.id === pageId)
      .map((box) => box.rect);
    const rect = union(rects);
    if (rect !== null) marks.push({ kind: "outline", tone: "article", rect });
  }
  if (boxes.length > 1) for (const { rect } of boxes) marks.push({ kind: "outline", tone: "box", rect });
  marks.push({ kind: "outline", tone: "selected", rect: bounds });
  if (input.withHandles && isResizable(selection)) {
    for (const handle of handles) marks.push({ kind: "handle", at: handlePoint(bounds, handle) });
  }
  return marks;
}

/** Whether the edges of a selection may be pulled: those of one article or one box. */
export function isResizable(selection: Selection): boolean {
  return selection.articleIds.length + selection.boxIds.length === 1;
}

/** Arrows along the stories of the selected articles, from where a frame ends to where the next begins. */
function threadMarks({ document, pageId }: OverlayInput, selection: Selection): OverlayMark[] {
  const articles = new Set(selection.articleIds);
  for (const boxId of selection.boxIds) {
    const article = articleOfBox(document, boxId);
    if (article !== null) articles.add(article.id);
  }
  const marks: OverlayMark[] = [];
  for (const articleId of articles) {
    const storyId = lookUp(document.articles, articleId)?.storyId ?? null;
    const story = storyId === null ? null : lookUp(document.stories, storyId);
    const frames = (story?.frameIds ?? []).flatMap((boxId) => lookUp(document.boxes, boxId) ?? []);
    frames.forEach((frame, index) => {
      const next = frames[index + 1];
      const place = pageOfBox(document, frame.id);
      if (next === undefined || place === null) return;
      const nextPlace = pageOfBox(document, next.id);
      const end = { x: right(frame.rect), y: bottom(frame.rect) };
      if (place.page.id === pageId && nextPlace?.page.id === pageId) {
        marks.push({ kind: "thread", from: end, to: { x: next.rect.x, y: next.rect.y } });
      } else if (place.page.id === pageId && nextPlace !== null) {
        marks.push({ kind: "badge", tone: "thread", at: end, text: `→ ${nextPlace.index + 1}` });
      } else if (nextPlace?.page.id === pageId) {
        marks.push({ kind: "badge", tone: "thread", at: { x: right(next.rect), y: bottom(next.rect) }, text: `${place.index + 1} →` });
      }
    });
  }
  return marks;
}

function oversetMarks(input: OverlayInput, selection: Selection): OverlayMark[] {
  const { document, layout, pageId, translate } = input;
  const isFull = (box: Box) => covers(document, selection, box.id) || (input.hovered !== null && isTogether(document, box.id, input.hovered));
  const marks = oversetOfPage(document, layout, pageId).map(({ box, lines, characters }) => ({
    kind: "overset" as const,
    frame: box.rect,
    text: translate("overset", { lines, characters }),
    isFull: isFull(box),
  }));
  // What is read in full lies over the others.
  return marks.sort((a, b) => Number(a.isFull) - Number(b.isFull));
}

/** Where in the text each story of the page stops fitting: behind the last line that is set. */
function cutMarks({ document, layout, pageId }: OverlayInput): OverlayMark[] {
  return oversetOfPage(document, layout, pageId).flatMap(({ lastLine }): OverlayMark[] => {
    if (lastLine === null) return [];
    const { rect, direction } = lastLine;
    const gap = Math.max(0, document.grid.pitch - document.grid.bodySize) / 2;
    if (direction === "vertical") return [{ kind: "cut", from: { x: rect.x - gap, y: rect.y }, to: { x: rect.x - gap, y: bottom(rect) } }];
    return [{ kind: "cut", from: { x: rect.x, y: bottom(rect) + gap }, to: { x: right(rect), y: bottom(rect) + gap } }];
  });
}

function isTogether(document: IssueDocument, a: BoxId, b: BoxId): boolean {
  return a === b || isSibling(document, a, b);
}

function typingMarks(typing: TypingView | null): OverlayMark[] {
  if (typing === null) return [];
  const marks: OverlayMark[] = typing.selected.map((rect) => ({ kind: "selectedText", rect }));
  if (typing.caret !== null) marks.push({ kind: "caret", rect: typing.caret });
  if (typing.preedit !== null) marks.push({ kind: "preedit", ...typing.preedit });
  return marks;
}

function feedbackMarks(input: OverlayInput): OverlayMark[] {
  const { document, feedback, translate } = input;
  if (feedback === null) return [];
  const marks: OverlayMark[] = feedback.guides.map((guide) => ({ kind: "guide", ...guide }));
  const { area, fitStop } = feedback;
  if (fitStop !== null) marks.push({ kind: "fitStop", from: { x: fitStop.from, y: fitStop.at }, to: { x: fitStop.to, y: fitStop.at } });
  if (area === null) return marks;
  if (!feedback.measured) return [...marks, { kind: "outline", tone: "area", rect: area }];
  const { bodySize, pitch } = document.grid;
  const measure = translate("measure", {
    characters: oneDecimal(area.width / bodySize),
    lines: oneDecimal((area.height - bodySize) / pitch + 1),
  });
  const at = { x: area.x, y: area.y };
  const fit = fitWords(input);
  if (fit === null) return [...marks, { kind: "badge", tone: "measure", at, text: measure }];
  return [...marks, { kind: "badge", tone: fit.tone, at, text: `${measure}  ${fit.words}` }];
}

/** How the story of what is being dragged fits now. */
function fitWords({ document, layout, selection, translate }: OverlayInput): { readonly tone: "over" | "fits"; readonly words: string } | null {
  const article = selectedArticle(document, selection);
  const fit = article === null ? null : fitOfArticle(layout, article);
  if (fit === null || fit.part !== "body" || fit.state === "empty") return null;
  if (fit.state === "over") return { tone: "over", words: translate("overset", { lines: fit.lines, characters: fit.characters }) };
  return { tone: "fits", words: fit.state === "spare" ? translate("spare", { lines: fit.lines }) : translate("exact", {}) };
}

function oneDecimal(value: number): string {
  return String(Math.round(value * 10) / 10);
}
