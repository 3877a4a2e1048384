import { CharacterClass } from "./characterClass";

/** Which half of a full-width mark's frame is blank and may be given up (CLREQ, figure of adjustable sides). */
export const TrimSide = { none: 0, start: 1, end: 2 } as const;

/** The number of one side of `TrimSide`. */
export type TrimSideId = (typeof TrimSide)[keyof typeof TrimSide];

/** What two touching marks give up between them (CLREQ; `tight` is an allowed style for titles). */
export type AdjacentTrim = "off" | "half" | "tight";

const C = CharacterClass;
const trimmableStops = "、。，．：；！？";
/** In vertical setting ：；！？ keep a whole em. */
const trimmableStopsVertical = "、。，．";
const trimmableOpenings = "“‘（《〈【〖〔〘〚〝［｛｟「『";
const trimmableClosings = "”’）》〉】〗〕〙〛〞〟］｝｠」』";
const looseInTight = "。！？";

const horizontalSides = buildSides(trimmableStops);
const verticalSides = buildSides(trimmableStopsVertical);

function buildSides(stops: string): ReadonlyMap<number, TrimSideId> {
  const sides = new Map<number, TrimSideId>();
  for (const mark of stops + trimmableClosings) sides.set(mark.charCodeAt(0), TrimSide.end);
  for (const mark of trimmableOpenings) sides.set(mark.charCodeAt(0), TrimSide.start);
  return sides;
}

/** The blank half of a mark in Mainland setting. */
export function trimSide(codePoint: number, direction: "horizontal" | "vertical"): TrimSideId {
  return (direction === "horizontal" ? horizontalSides : verticalSides).get(codePoint) ?? TrimSide.none;
}

/** A full-width mark among its neighbours. */
export interface FullWidthMark {
  readonly characterClass: number;
  readonly codePoint: number;
  readonly side: TrimSideId;
}

/** Which of two touching marks lose their blank half. */
export interface PairTrim {
  readonly first: boolean;
  readonly second: boolean;
}

const nothing: PairTrim = { first: false, second: false };
const firstOnly: PairTrim = { first: true, second: false };
const secondOnly: PairTrim = { first: false, second: true };
const both: PairTrim = { first: true, second: true };

/**
 * What a pair of touching marks gives up: half an em where at least one is a bracket or quote, trimmed so that a
 * bracket stays close to what it encloses (CLREQ, adjacent marks); a whole em where `tight` and no 。！？ is in it.
 */
export function pairTrim(first: FullWidthMark, second: FullWidthMark, trim: AdjacentTrim): PairTrim {
  if (trim === "off") return nothing;
  const half = halfTrim(first, second);
  if (half === nothing || trim === "half") return half;
  if (isLooseInTight(first) || isLooseInTight(second)) return half;
  return first.side !== TrimSide.none && second.side !== TrimSide.none ? both : half;
}

function halfTrim(first: FullWidthMark, second: FullWidthMark): PairTrim {
  const isFirstBracket = first.characterClass === C.closing || first.characterClass === C.opening;
  if (!isFirstBracket && first.characterClass !== C.pauseStop) return nothing;
  if (second.characterClass === C.opening) return second.side === TrimSide.start ? secondOnly : nothing;
  if (first.side !== TrimSide.end) return nothing;
  if (second.characterClass === C.closing) return firstOnly;
  return second.characterClass === C.pauseStop && first.characterClass === C.closing ? firstOnly : nothing;
}

function isLooseInTight(mark: FullWidthMark): boolean {
  return looseInTight.includes(String.fromCodePoint(mark.codePoint));
}
