import type { FontSource } from "../../fonts/fontSource";
import { fittedDocument, storyHead } from "../../model/fitTarget";
import type { IssueDocument, StoryFitting, TitleFrame } from "../../model/document";
import type { StoryId } from "../../model/ids";
import { lookUp } from "../../model/indexes";
import { composeStory, composeTitle } from "../flows";
import { createPreparer, type Preparer } from "../preparer";
import { fitTitle, type TitleFit } from "./fitTitle";
import { storyRegions } from "../storyRegions";

/** How much of a story has no room, or how much room has no story. */
export interface StoryFit {
  readonly overLines: number;
  readonly overCharacters: number;
  /** Whole lines left empty behind the text. */
  readonly spareLines: number;
}

/** What a rung of the ladder changes. */
export type RungKind = "squeeze" | "tracking" | "titleSpace" | "titleSize";

/** One rung: what the story is set by when it and those before it are applied, and how it fits then. */
export interface CopyfitRung {
  readonly kind: RungKind;
  /** Null where the house's limits, or the page, leave nothing to change here. */
  readonly fitting: StoryFitting | null;
  readonly before: StoryFit;
  /** The same as `before` where nothing changes. */
  readonly after: StoryFit;
}

/** What can be done so that a story fits, from the least to the most visible, ending with the rung that makes it fit. */
export interface CopyfitLadder {
  readonly fit: StoryFit;
  readonly rungs: readonly CopyfitRung[];
  /** What is left when every rung is applied: so much must be cut or added. */
  readonly rest: StoryFit;
}

/** Tries how stories fit, by composing them; it keeps its own measurements, so that it disturbs no page. */
export interface Copyfitter {
  fit(document: IssueDocument, storyId: StoryId): StoryFit | null;
  ladder(document: IssueDocument, storyId: StoryId): CopyfitLadder | null;
  /** The letters with which a title fills its frame best; see `fitTitle`. */
  title(document: IssueDocument, frame: TitleFrame): TitleFit | null;
}

/** Tracking is changed by whole steps of this, in em. */
const TRACKING_STEP_EM = 0.0025;
/** A headline is made smaller by whole steps of this. */
const TITLE_STEP = 0.05;
/** The most lines that a title gives or takes, all in all. */
const MOST_TITLE_LINES = 3;

/** A copyfitter over fonts; it lives as long as they do. */
export function createCopyfitter(fonts: FontSource): Copyfitter {
  const preparer = createPreparer(fonts);
  return {
    fit: (document, storyId) => measured(document, storyId, preparer),
    ladder: (document, storyId) => climb(document, storyId, preparer),
    title: (document, frame) => fitTitle(document, frame, fonts),
  };
}

/** Whether a story fills its frames to the last line. */
export function fitsExactly({ overLines, spareLines }: StoryFit): boolean {
  return overLines === 0 && spareLines === 0;
}

function measured(document: IssueDocument, storyId: StoryId, preparer: Preparer): StoryFit | null {
  const story = lookUp(document.stories, storyId);
  if (story === null || story.frameIds.length === 0) return null;
  const regions = storyRegions(document, story.frameIds);
  const { overset, spareLines } = composeStory(document, story, regions, preparer);
  return { overLines: overset?.lines ?? 0, overCharacters: overset?.characters ?? 0, spareLines };
}

/** A story on its way up the ladder. */
interface Climb {
  readonly document: IssueDocument;
  readonly storyId: StoryId;
  readonly preparer: Preparer;
  readonly isTooLong: boolean;
  fitting: StoryFitting;
  fit: StoryFit;
}

function climb(document: IssueDocument, storyId: StoryId, preparer: Preparer): CopyfitLadder | null {
  const story = lookUp(document.stories, storyId);
  const fit = measured(document, storyId, preparer);
  if (story === null || fit === null) return null;
  const state: Climb = { document, storyId, preparer, isTooLong: fit.overLines > 0, fitting: story.fitting, fit };
  const rungs: CopyfitRung[] = [];
  for (const [kind, find] of [["squeeze", findSqueeze], ["tracking", findTracking], ["titleSpace", findTitleSpace], ["titleSize", findTitleSize]] as const) {
    // A story that was too long is not made longer again to fill what a rung leaves empty.
    if (fitsExactly(state.fit) || (state.isTooLong && state.fit.overLines === 0)) break;
    const before = state.fit;
    const found = find(state);
    const isBetter = found !== null && isNearer(found.fit, before);
    if (isBetter) Object.assign(state, found);
    rungs.push({ kind, fitting: isBetter ? found.fitting : null, before, after: state.fit });
  }
  return { fit, rungs, rest: state.fit };
}

type Found = Pick<Climb, "fitting" | "fit">;

/** Whether a fit is nearer to none over and none spare; a story that fitted must not be over. */
function isNearer(now: StoryFit, before: StoryFit): boolean {
  if (before.overLines > 0) return now.overLines < before.overLines || (now.overLines === before.overLines && now.overCharacters < before.overCharacters);
  return now.overLines === 0 && now.spareLines < before.spareLines;
}

function tried({ document, storyId, preparer }: Climb, fitting: StoryFitting): Found | null {
  const changed = fittedDocument(document, storyId, fitting);
  const fit = changed === null ? null : measured(changed, storyId, preparer);
  return fit === null ? null : { fitting, fit };
}

function findSqueeze(state: Climb): Found | null {
  const squeeze = state.isTooLong ? "full" : "off";
  const now = state.fitting.squeeze ?? state.document.composition.squeeze;
  return now === squeeze ? null : tried(state, { ...state.fitting, squeeze });
}

/** The least tracking that makes the story fit, or all that the house allows. */
function findTracking(state: Climb): Found | null {
  const limit = state.document.composition.fitLimits.trackingEm;
  const sign = state.isTooLong ? -1 : 1;
  const start = Math.round(state.fitting.trackingEm / TRACKING_STEP_EM);
  const most = Math.floor(limit / TRACKING_STEP_EM + 1e-9) - sign * start;
  const at = (steps: number): Found | null => {
    const trackingEm = Number(((start + sign * steps) * TRACKING_STEP_EM).toFixed(4));
    return tried(state, { ...state.fitting, trackingEm });
  };
  return leastThatFits(state, most, at);
}

/**
 * Of steps 1 to `most`, each of which changes a story more, the least that makes one that is over fit, or the largest that
 * leaves one that is short within its frames; the last one where none does.
 */
function leastThatFits(state: Climb, most: number, at: (step: number) => Found | null): Found | null {
  let low = 0;
  let high = most;
  let best: Found | null = null;
  while (low < high) {
    const step = state.isTooLong ? Math.floor((low + high) / 2) : Math.ceil((low + high) / 2);
    const found = step === 0 ? { fitting: state.fitting, fit: state.fit } : at(step);
    const isInside = found !== null && found.fit.overLines === 0;
    if (isInside && (best === null || isNearer(found.fit, best.fit) || state.isTooLong)) best = found;
    if (state.isTooLong) {
      if (isInside) high = step;
      else low = step + 1;
    } else if (isInside) low = step;
    else high = step - 1;
  }
  return best ?? (state.isTooLong && most > 0 ? at(most) : null);
}

/** Lines that the title gives to the text or takes from it, its size kept. */
function findTitleSpace(state: Climb): Found | null {
  return bestTitleLines(state, state.fitting.titleSize);
}

/** The largest smaller size of the title that lets go of a line more. */
function findTitleSize(state: Climb): Found | null {
  if (!state.isTooLong) return null;
  const least = 1 - state.document.composition.fitLimits.headlineShrink;
  let best: Found | null = null;
  for (let size = state.fitting.titleSize - TITLE_STEP; size >= least - 1e-9; size -= TITLE_STEP) {
    const found = bestTitleLines(state, Number(size.toFixed(3)));
    if (found === null || (best !== null && !isNearer(found.fit, best.fit))) continue;
    best = found;
    if (found.fit.overLines === 0) return found;
  }
  return best;
}

function bestTitleLines(state: Climb, titleSize: number): Found | null {
  let best: Found | null = null;
  for (let step = 1; step <= MOST_TITLE_LINES; step++) {
    const titleLines = state.fitting.titleLines + (state.isTooLong ? -step : step);
    if (Math.abs(titleLines) > MOST_TITLE_LINES) break;
    const fitting = { ...state.fitting, titleSize, titleLines };
    const found = holdsTitle(state, fitting) ? tried(state, fitting) : null;
    if (found === null || !isNearer(found.fit, (best ?? state).fit)) break;
    best = found;
    if (found.fit.overLines === 0 && state.isTooLong) break;
  }
  return best;
}

/** The blank that stays between a title's letters and the text below, in lines of the grid: they must not touch. */
const LEAST_TITLE_BLANK = 0.5;

/** Whether the story's title stands whole in its frame once it is fitted, with some blank before the text. */
function holdsTitle({ document, storyId, preparer }: Climb, fitting: StoryFitting): boolean {
  const changed = fittedDocument(document, storyId, fitting);
  const story = changed === null ? null : lookUp(changed.stories, storyId);
  const head = changed === null || story === null ? null : storyHead(changed, story);
  if (changed === null || head === null) return false;
  const { rect } = head.title;
  const gap = Math.min(...head.bodies.map((frame) => frame.rect.y)) - rect.y - rect.height;
  // A title stands in the middle of its frame, so that half of what it leaves is below it.
  const height = rect.height - 2 * Math.max(0, LEAST_TITLE_BLANK * document.grid.pitch - gap);
  return height > 0 && composeTitle(changed, { ...head.title, rect: { ...rect, height } }, preparer)?.overset === null;
}
