/** A colour as the press prints it: the share of each process ink, 0 to 1. */
export interface Ink {
  readonly cyan: number;
  readonly magenta: number;
  readonly yellow: number;
  readonly black: number;
}

/** Full black ink and nothing else: all text and rules of a newspaper unless they ask for more. */
export const blackInk: Ink = { cyan: 0, magenta: 0, yellow: 0, black: 1 };

/** Bare paper, for text reversed out of a panel. */
export const paperInk: Ink = { cyan: 0, magenta: 0, yellow: 0, black: 0 };

/** A tint of black ink, 0 to 1. */
export function greyInk(black: number): Ink {
  return { cyan: 0, magenta: 0, yellow: 0, black };
}
