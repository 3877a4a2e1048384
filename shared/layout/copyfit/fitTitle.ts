import type { FontSource } from "../../fonts/fontSource";
import { titleRoles } from "../../model/articleText";
import type { FitLimits, IssueDocument, TitleFrame, TitleRole } from "../../model/document";
import { storyOfTitleFrame } from "../../model/indexes";
import { composeTitle } from "../flows";
import { createPreparer, type Preparer } from "../preparer";

/** The letters that a part of a title fits its frame with. */
export interface TitlePartFit {
  readonly scale: number;
  readonly tracking: number;
  readonly lines: number;
  /** How much of its frame the longest line fills, 1 for all. */
  readonly fill: number;
  /** Whether the longest line is as long as the frame, to one step of width. */
  readonly isExact: boolean;
}

/** The fit of each part that has words. */
export type TitleFit = Readonly<Partial<Record<TitleRole, TitlePartFit>>>;

/** Letters are widened, narrowed and tracked by whole steps of this: in shares of their width, and in em. */
const STEP = 0.005;
/** A line that fills less of its frame is meant to be short: it is not widened in vain [house]. */
const MEANT_TO_FILL = 0.6;
/** No title is this deep; its lines are counted, not clipped. */
const DEEP_ENOUGH = 100_000;

interface Letters {
  readonly scale: number;
  readonly tracking: number;
}

/**
 * The widths and tracking, within the house's limits, with which each part of a title keeps the lines that were chosen for
 * it (as many as its line feeds part; where that is out of reach, as many as it has now) and fills its frame best. Letters
 * are tracked before they are narrowed. Null where no story has the title. It composes the title eight times a part.
 */
export function fitTitle(document: IssueDocument, frame: TitleFrame, fonts: FontSource): TitleFit | null {
  const story = storyOfTitleFrame(document, frame.id);
  if (story === null) return null;
  const preparer = createPreparer(fonts);
  const fit: Partial<Record<TitleRole, TitlePartFit>> = {};
  for (const role of titleRoles) {
    if (story.title[role] !== "") fit[role] = fitPart(document, frame, role, story.title[role].split("\n").length, preparer);
  }
  return fit;
}

function fitPart(document: IssueDocument, frame: TitleFrame, role: TitleRole, chosenLines: number, preparer: Preparer): TitlePartFit {
  const at = ({ scale, tracking }: Letters): TitlePartFit => {
    const { lines, fill } = partIn(document, frame, role, { scale, tracking }, preparer);
    return { scale, tracking, lines, fill, isExact: fill <= 1 + 1e-6 && fill > 1 - 2 * STEP };
  };
  const settings = lettersFrom(document.composition.fitLimits, frame.direction);
  const natural = at({ scale: 1, tracking: 0 });
  const narrowest = at(settings[0]!);
  const lines = narrowest.lines <= chosenLines ? chosenLines : natural.lines;
  if (natural.lines <= lines && natural.fill < MEANT_TO_FILL) return natural;
  // Wider letters never take fewer lines, so the widest that take no more can be found by halving.
  let best = narrowest;
  for (let low = 1, high = settings.length - 1; low <= high; ) {
    const middle = (low + high) >> 1;
    const found = at(settings[middle]!);
    if (found.lines <= lines && found.fill <= 1 + 1e-6) {
      best = found;
      low = middle + 1;
    } else high = middle - 1;
  }
  return best;
}

/** What the house allows, from the narrowest letters to the widest; narrowing does not shorten the lines of vertical titles. */
function lettersFrom({ headlineScale, headlineTrackingEm }: FitLimits, direction: TitleFrame["direction"]): readonly Letters[] {
  const steps = (limit: number) => Math.floor(limit / STEP + 1e-9);
  const round = (value: number) => Number(value.toFixed(3));
  const narrow = direction === "vertical" ? 0 : steps(headlineScale);
  const tight = steps(headlineTrackingEm);
  const letters: Letters[] = [];
  for (let step = narrow; step > 0; step--) letters.push({ scale: round(1 - step * STEP), tracking: -round(tight * STEP) });
  for (let step = tight; step > 0; step--) letters.push({ scale: 1, tracking: -round(step * STEP) });
  for (let step = 0; step <= narrow; step++) letters.push({ scale: round(1 + step * STEP), tracking: 0 });
  return letters;
}

function partIn(document: IssueDocument, frame: TitleFrame, role: TitleRole, { scale, tracking }: Letters, preparer: Preparer) {
  const { rect, direction } = frame;
  const deep = direction === "vertical" ? { ...rect, width: DEEP_ENOUGH } : { ...rect, height: DEEP_ENOUGH };
  const tried: TitleFrame = {
    ...frame, rect: deep, scales: { ...frame.scales, [role]: scale }, trackings: { ...frame.trackings, [role]: tracking },
  };
  const flow = composeTitle(document, tried, preparer);
  const own = (flow?.composed ?? []).filter(({ line }) => flow?.paragraphs[line.paragraph]?.part === role);
  const measure = direction === "vertical" ? rect.height : rect.width;
  return { lines: own.length, fill: Math.max(0, ...own.map(({ source }) => source.range.width)) / measure };
}
