import type { Pt } from "../geometry/units";

/** From one coordinate to another, the first not larger than the second. */
export type Interval = readonly [from: Pt, to: Pt];

/** A thing that lies along the axis and may be stretched or pressed together where it is cut. */
export interface Piece {
  readonly interval: Interval;
  /** How unwillingly: the cut goes where the sum over the pieces it crosses is least. */
  readonly stiffness: number;
  /** What must remain of its length. */
  readonly least: Pt;
}

/** A stretch of the axis where no piece begins or ends, and what is added to (or taken from) it. */
interface Band {
  readonly from: Pt;
  readonly to: Pt;
  readonly cost: number;
  readonly crossed: readonly number[];
  change: Pt;
}

/**
 * Adds space to an arrangement along one axis (or takes it away) at the place where that disturbs least, so that all
 * pieces keep their order and distances: the map from old coordinates to new ones. Null where there is not so much to
 * take. Among equally good places the one nearest to the `near` end is used.
 */
export function createCut(pieces: readonly Piece[], by: Pt, near: "start" | "end"): ((at: Pt) => Pt) | null {
  const bands = bandsOf(pieces);
  const order = [...bands.keys()].sort((a, b) => {
    const difference = (bands[a]?.cost ?? 0) - (bands[b]?.cost ?? 0);
    return difference !== 0 ? difference : near === "end" ? b - a : a - b;
  });
  const spare = pieces.map(({ interval: [from, to], least }) => to - from - least);
  let left = by;
  for (const index of order) {
    const band = bands[index];
    if (band === undefined) continue;
    if (left >= 0) {
      band.change = left;
      left = 0;
      break;
    }
    const give = Math.min(band.to - band.from, -left, ...band.crossed.map((piece) => spare[piece] ?? 0));
    if (give <= 0) continue;
    band.change = -give;
    left += give;
    for (const piece of band.crossed) spare[piece] = (spare[piece] ?? 0) - give;
    if (left > -ROUNDING) break;
  }
  if (left < -ROUNDING) return null;
  return (at) => bands.reduce((moved, band) => moved + shareBefore(band, at), at);
}

const ROUNDING = 0.001;
/** Space between pieces is the last to be touched: distances are the design. */
const EMPTY_COST = 1000;

function bandsOf(pieces: readonly Piece[]): Band[] {
  const edges = [...new Set(pieces.flatMap(({ interval }) => interval))].sort((a, b) => a - b);
  const bands: Band[] = [];
  for (let index = 0; index + 1 < edges.length; index++) {
    const from = edges[index] ?? 0;
    const to = edges[index + 1] ?? 0;
    if (to - from < ROUNDING) continue;
    const crossed = [...pieces.keys()].filter((piece) => {
      const [start, end] = pieces[piece]?.interval ?? [0, 0];
      return start < to && end > from;
    });
    const stiffness = crossed.reduce((sum, piece) => sum + (pieces[piece]?.stiffness ?? 0), 0);
    bands.push({ from, to, crossed, cost: crossed.length === 0 ? EMPTY_COST : stiffness, change: 0 });
  }
  return bands;
}

/** How much of a band's change lies before a coordinate: all behind it, a share inside. */
function shareBefore(band: Band, at: Pt): Pt {
  if (at <= band.from) return 0;
  if (at >= band.to) return band.change;
  return (band.change * (at - band.from)) / (band.to - band.from);
}
