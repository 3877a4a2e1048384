import type { DisplayInk } from "./displayList";

/** How a printing condition looks on a screen: the colours of a grid of ink mixes, paper included. */
export interface ProofTable {
  /** How many steps each ink has from none to full, 2 or more. */
  readonly steps: number;
  /** Red, green and blue, 0 to 255, of each mix: cyan slowest, then magenta, yellow, black. */
  readonly rgb: readonly number[];
}

/** The red, green and blue, 0 to 255, in which an ink is proofed: between the mixes of the grid on straight lines. */
export function proofRgb({ steps, rgb }: ProofTable, { cyan, magenta, yellow, black }: DisplayInk): readonly [number, number, number] {
  const places = [cyan, magenta, yellow, black].map((share) => {
    const along = Math.min(1, Math.max(0, share)) * (steps - 1);
    const from = Math.min(steps - 2, Math.floor(along));
    return { from, part: along - from };
  });
  const sum: [number, number, number] = [0, 0, 0];
  for (let corner = 0; corner < 16; corner++) {
    let weight = 1;
    let index = 0;
    places.forEach(({ from, part }, ink) => {
      const upper = (corner >> ink) & 1;
      weight *= upper === 1 ? part : 1 - part;
      index = index * steps + from + upper;
    });
    if (weight === 0) continue;
    for (let channel = 0; channel < 3; channel++) sum[channel]! += weight * rgb[3 * index + channel]!;
  }
  return [Math.round(sum[0]), Math.round(sum[1]), Math.round(sum[2])];
}

/** A painter's colours for inks, each found once. */
export function createProofColours(table: ProofTable): (ink: DisplayInk) => string {
  const known = new Map<string, string>();
  return (ink) => {
    const key = `${ink.cyan} ${ink.magenta} ${ink.yellow} ${ink.black}`;
    let css = known.get(key);
    if (css === undefined) known.set(key, (css = `rgb(${proofRgb(table, ink).join(",")})`));
    return css;
  };
}
