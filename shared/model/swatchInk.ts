import type { Swatch } from "./document";
import type { Ink } from "./ink";

/** The ink of so much of a swatch, 0 to 1. */
export function swatchInk({ id, name, kind, ink: solid }: Swatch, tint: number): Ink {
  return {
    cyan: solid.cyan * tint,
    magenta: solid.magenta * tint,
    yellow: solid.yellow * tint,
    black: solid.black * tint,
    swatch: { id, tint },
    ...(kind === "spot" ? { spot: { name, tint, solid } } : {}),
  };
}
