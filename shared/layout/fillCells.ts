import type { Pt } from "../geometry/units";
import type { ShapedClusters } from "./shapeClusters";

/** Widths closer to a whole number of cells than this, in em, are one. */
const ROUNDING_EM = 0.001;

/**
 * Widens each run of characters that are no whole number of em wide, in place, so that it fills whole cells of the
 * character grid and Han characters stand on theirs (CLREQ, character grid). The gaps to Han beside it become part of its
 * cells, and what is added stands half before and half behind it. What stands before the cluster `first` is left as it is.
 */
export function fillCells({ advances, glyphFrom, glyphAlong }: ShapedClusters, gaps: Float64Array, em: Pt, first = 0): void {
  const count = advances.length;
  let from = first;
  while (from < count) {
    if (isWholeCells(advances[from]!, em)) {
      from++;
      continue;
    }
    let to = from;
    /** Behind the last cluster that belongs to the run: one without width does so only inside it. */
    let end = from;
    let width = 0;
    for (; to < count && (advances[to] === 0 || !isWholeCells(advances[to]!, em)); to++) {
      if (advances[to] === 0) continue;
      width += advances[to]!;
      end = to + 1;
    }
    const before = from > 0 ? gaps[from - 1]! : 0;
    const cells = Math.ceil((width + before + gaps[end - 1]!) / em - ROUNDING_EM);
    const half = (cells * em - width) / 2;
    if (from > 0) gaps[from - 1] = 0;
    gaps[end - 1] = 0;
    advances[from]! += half;
    advances[end - 1]! += half;
    for (let glyph = glyphFrom[from]!; glyph < glyphFrom[from + 1]!; glyph++) glyphAlong[glyph]! += half;
    from = end;
  }
}

function isWholeCells(advance: Pt, em: Pt): boolean {
  return Math.abs(advance / em - Math.round(advance / em)) < ROUNDING_EM;
}
