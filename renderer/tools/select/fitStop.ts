import { bottom, type Rect } from "../../../shared/geometry/rect";
import type { Pt } from "../../../shared/geometry/units";
import type { IssueLayout } from "../../../shared/layout/issueLayout";
import type { IssueDocument, Page } from "../../../shared/model/document";
import { lineBottom, lineTop, nearestLineBottom, nearestLineTop } from "../../../shared/model/gridGeometry";
import type { StoryId } from "../../../shared/model/ids";
import { lookUp } from "../../../shared/model/indexes";

/** Where a dragged head or foot makes a story fit its frames; it remembers what it found for the length of a drag. */
export interface FitStop {
  /** The place of the edge, on a line of the grid, where the story just fits while the other edges stay; null for none. */
  at(rect: Rect): Pt | null;
}

/** What a fit stop is looked for. */
export interface FitStopOptions {
  readonly document: IssueDocument;
  readonly page: Page;
  readonly storyId: StoryId;
  readonly edge: "top" | "bottom";
  /** How the issue is set with the dragged rectangle so; null where it may not be so. */
  readonly layoutAt: (rect: Rect) => IssueLayout | null;
}

/**
 * Looks for the least room in which a story fits, by setting it. The first guess comes from how many lines are over or
 * spare, so that two to four settings are enough as a rule; a rectangle that differs in the dragged edge alone costs none.
 */
export function createFitStop({ document, page, storyId, edge, layoutAt }: FitStopOptions): FitStop {
  const { grid } = document;
  const known = new Map<string, Pt | null>();
  const columns = Math.max(1, columnsOnPage(document, page, storyId));
  const place = (line: number) => (edge === "bottom" ? lineBottom(grid, page, line) : lineTop(grid, page, line));
  /** One line further gives that much room more. */
  const outward = edge === "bottom" ? 1 : -1;

  const find = (rect: Rect): Pt | null => {
    const tried = new Map<number, Fit | null>();
    const fitAt = (line: number): Fit | null => {
      const before = tried.get(line);
      if (before !== undefined) return before;
      const fit = line < 0 || line >= grid.lines ? null : fitIn(layoutAt(withEdge(rect, edge, place(line))), storyId);
      tried.set(line, fit);
      return fit;
    };
    const holds = (line: number) => fitAt(line)?.over === 0;
    const start = edge === "bottom" ? nearestLineBottom(grid, page, bottom(rect)) : nearestLineTop(grid, page, rect.y);
    const fit = fitAt(start);
    if (fit === null || fit.isEmpty) return null;
    const steps = fit.over > 0 ? Math.ceil(fit.over / columns) : -Math.floor(fit.spare / columns);
    const line = leastThatHolds(withinLines(start + steps * outward, grid.lines), outward, grid.lines, holds);
    return line === null ? null : place(line);
  };

  return {
    at: (rect) => {
      const key = `${rect.x} ${rect.width} ${edge === "bottom" ? rect.y : bottom(rect)}`;
      let found = known.get(key);
      if (found === undefined) known.set(key, (found = find(rect)));
      return found;
    },
  };
}

/** A rectangle whose head or foot stands somewhere else; of no height where it would be turned over. */
export function withEdge(rect: Rect, edge: "top" | "bottom", at: Pt): Rect {
  if (edge === "bottom") return { ...rect, height: Math.max(0, at - rect.y) };
  return { ...rect, y: Math.min(at, bottom(rect)), height: Math.max(0, bottom(rect) - at) };
}

/** How a story fits in one setting. */
interface Fit {
  readonly over: number;
  readonly spare: number;
  readonly isEmpty: boolean;
}

function fitIn(layout: IssueLayout | null, storyId: StoryId): Fit | null {
  const flow = layout?.flows.get(`story:${storyId}`);
  if (flow === undefined) return null;
  const over = flow.overset?.lines ?? 0;
  return { over, spare: flow.spareLines, isEmpty: over === 0 && flow.lines.length === 0 };
}

/** From a guess: outwards while the story does not fit, else inwards while it still does. */
function leastThatHolds(guess: number, outward: 1 | -1, lines: number, holds: (line: number) => boolean): number | null {
  let line = guess;
  if (holds(line)) {
    while (holds(line - outward)) line -= outward;
    return line;
  }
  for (let count = 0; count < lines; count++) {
    line += outward;
    if (line < 0 || line >= lines) return null;
    if (holds(line)) return line;
  }
  return null;
}

function columnsOnPage(document: IssueDocument, page: Page, storyId: StoryId): number {
  let columns = 0;
  for (const boxId of lookUp(document.stories, storyId)?.frameIds ?? []) {
    const frame = lookUp(document.boxes, boxId);
    if (frame?.kind === "text" && page.boxIds.includes(boxId)) columns += frame.columns;
  }
  return columns;
}

function withinLines(line: number, lines: number): number {
  return Math.min(Math.max(line, 0), lines - 1);
}
