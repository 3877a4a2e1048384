import type { CanvasColours } from "./canvasColours";
import type { RulerTick } from "./rulerTicks";

/** How thick a ruler is, in CSS pixels. */
export const RULER_SIZE = 20;

/** What one ruler shows; lengths in CSS pixels along it. */
export interface RulerPicture {
  readonly axis: "x" | "y";
  readonly length: number;
  readonly ticks: readonly RulerTick[];
  /** Where a place of the page is along the ruler. */
  readonly toScreen: (at: number) => number;
  /** The stretch of the selection, or null. */
  readonly marked: { readonly from: number; readonly to: number } | null;
}

const tickLengths = { 1: RULER_SIZE, 2: 8, 3: 5 } as const;
const LABEL_SIZE = 9.5;

/** Paints a ruler; the context counts in CSS pixels. */
export function paintRuler(context: CanvasRenderingContext2D, ruler: RulerPicture, colours: CanvasColours): void {
  context.save();
  // A ruler is painted lying; the upright one is turned so that it reads from below, as on a drawing board.
  if (ruler.axis === "y") context.transform(0, 1, 1, 0, 0, 0);
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, ruler.length, RULER_SIZE);
  if (ruler.marked !== null) {
    const from = Math.round(ruler.toScreen(ruler.marked.from));
    context.globalAlpha = 0.22;
    context.fillStyle = colours.accent;
    context.fillRect(from, 0, Math.round(ruler.toScreen(ruler.marked.to)) - from, RULER_SIZE);
    context.globalAlpha = 1;
  }
  context.fillStyle = colours.lineStrong;
  context.fillRect(0, RULER_SIZE - 1, ruler.length, 1);
  for (const tick of ruler.ticks) {
    const at = Math.round(ruler.toScreen(tick.at));
    if (at < -RULER_SIZE || at > ruler.length + RULER_SIZE) continue;
    const length = tickLengths[tick.rank];
    context.fillRect(at, RULER_SIZE - length, 1, length);
  }
  context.restore();
  paintLabels(context, ruler, colours);
}

function paintLabels(context: CanvasRenderingContext2D, ruler: RulerPicture, colours: CanvasColours): void {
  context.font = `${LABEL_SIZE}px ${colours.font}`;
  context.textBaseline = "top";
  context.textAlign = "left";
  context.fillStyle = colours.textMuted;
  for (const { at, label } of ruler.ticks) {
    if (label === null) continue;
    const place = Math.round(ruler.toScreen(at));
    if (place < -4 * RULER_SIZE || place > ruler.length) continue;
    if (ruler.axis === "x") {
      context.fillText(label, place + 3, 2);
      continue;
    }
    // One digit below the other: the labels of an upright ruler stay upright.
    label.split("").forEach((digit, index) => context.fillText(digit, 3, place + 3 + index * (LABEL_SIZE - 0.5)));
  }
}
