import type { SwatchId } from "./ids";

/** The share of each process ink, 0 to 1. */
export interface ProcessInk {
  readonly cyan: number;
  readonly magenta: number;
  readonly yellow: number;
  readonly black: number;
}

/**
 * A colour as the press prints it. Where it names a swatch, the swatch says what it is: files hold the swatch and the tint
 * alone, and `settleSwatches` keeps the inks here up to date.
 */
export interface Ink extends ProcessInk {
  readonly swatch?: SwatchTint;
  /** The ink of its own that it is printed with; the process inks then stand in for it on a screen. */
  readonly spot?: SpotInk;
}

/** How much of which swatch, 0 to 1. */
export interface SwatchTint {
  readonly id: SwatchId;
  readonly tint: number;
}

/** How much, 0 to 1, of which ink on a plate of its own. */
export interface SpotInk {
  /** As the plate is called, such as `PANTONE 185 C`. */
  readonly name: string;
  readonly tint: number;
  /** The process inks that stand in for it at full strength. */
  readonly solid: ProcessInk;
}

/** Full black ink and nothing else: all text and rules of a newspaper unless they ask for more. */
export const blackInk: Ink = { cyan: 0, magenta: 0, yellow: 0, black: 1 };

/** Bare paper, for text reversed out of a panel. */
export const paperInk: Ink = { cyan: 0, magenta: 0, yellow: 0, black: 0 };

/** A tint of black ink, 0 to 1. */
export function greyInk(black: number): Ink {
  return { cyan: 0, magenta: 0, yellow: 0, black };
}

/** How much ink lies on top of each other, in percent. */
export function totalInk({ cyan, magenta, yellow, black }: ProcessInk): number {
  return Math.round(100 * (cyan + magenta + yellow + black));
}
