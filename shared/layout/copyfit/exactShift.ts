import type { StoryFit } from "./copyfitter";

/** How far an exact fit is looked for, in lines. */
const FARTHEST = 8;
/** How often a story is composed to find it. */
const MOST_TRIES = 7;

/**
 * By how many lines an edge must move from where it is so that a story just fits: with one line less it would be over. Null
 * where that is far away or cannot be. `fitAt` composes the story with the edge so many lines further out.
 */
export function exactShift(fitAt: (lines: number) => StoryFit | null, columns: number): number | null {
  let over = -FARTHEST - 1;
  let fits = FARTHEST + 1;
  let lines = 0;
  for (let tries = 0; tries < MOST_TRIES && fits - over > 1; tries++) {
    const fit = fitAt(lines);
    if (fit === null) return null;
    const step = Math.max(1, Math.floor((fit.overLines > 0 ? fit.overLines : fit.spareLines) / Math.max(1, columns)));
    if (fit.overLines > 0) over = Math.max(over, lines);
    else fits = Math.min(fits, lines);
    const wished = fit.overLines > 0 ? lines + step : lines - step;
    lines = wished > over && wished < fits ? wished : Math.floor((over + fits) / 2);
  }
  return fits - over === 1 && Math.abs(fits) <= FARTHEST && over >= -FARTHEST ? fits : null;
}
