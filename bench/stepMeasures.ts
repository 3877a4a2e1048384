import type { Composer } from "../shared/layout/composer";
import type { IssueLayout } from "../shared/layout/issueLayout";
import type { IssueDocument } from "../shared/model/document";

/** The instruments: a clock in milliseconds, and how many bytes are in use, heap and typed arrays together. */
export interface Instruments {
  readonly now: () => number;
  readonly usedBytes: () => number;
}

/** The document of one round; rounds below 0 warm the code up. */
export type Step = (round: number) => IssueDocument;

/** What one step of an edit or a drag costs. */
export interface StepMeasures {
  /** The layout with all its lines justified, median and the slowest of twenty. */
  readonly milliseconds: number;
  readonly p95Milliseconds: number;
  /** The same and all that a window then reads of it: what each box shows, and its bounds. Median. */
  readonly paintedMilliseconds: number;
  /** What the layout allocates, whether it is kept or not. Median of the rounds in which nothing was collected. */
  readonly bytes: number;
}

/** Measures the layouts of a series of documents: first alone, then with their displays read, then what they allocate. */
export function measureSteps(composer: Composer, step: Step, { now, usedBytes }: Instruments, rounds: number): StepMeasures {
  const layouts: number[] = [];
  const painted: number[] = [];
  const bytes: number[] = [];
  // A quarter of the rounds again warms the code up and does not count.
  for (let round = -Math.ceil(rounds / 4); round < rounds * 3; round++) {
    const document = step(round);
    const usedBefore = round >= rounds * 2 ? usedBytes() : 0;
    const start = now();
    const layout = composer.layout(document);
    justifyLines(layout);
    const laidOut = now();
    if (round >= rounds * 2) bytes.push(usedBytes() - usedBefore);
    else if (round >= 0 && round < rounds) layouts.push(laidOut - start);
    else {
      readDisplays(layout);
      if (round >= 0) painted.push(now() - start);
    }
  }
  return {
    milliseconds: quantile(layouts, 0.5),
    p95Milliseconds: quantile(layouts, 0.95),
    paintedMilliseconds: quantile(painted, 0.5),
    bytes: quantile(bytes.filter((count) => count > 0), 0.5),
  };
}

/** Reads how far each line opens, so that lines count as justified, not only as broken. */
function justifyLines(layout: IssueLayout): void {
  for (const { lines } of layout.flows.values()) for (const { stretchEm } of lines) if (Number.isNaN(stretchEm)) throw new Error("A line opens by no number");
}

/** How many glyphs a layout shows; reading them makes what the layout left to its readers. */
export function readDisplays(layout: IssueLayout): number {
  let glyphs = 0;
  for (const page of layout.pages.values()) {
    for (const { bounds, items } of page.boxes) {
      if (Number.isNaN(bounds.width)) throw new Error("A box has no bounds");
      for (const item of items) if (item.kind === "glyphs") glyphs += item.glyphIds.length;
    }
  }
  return glyphs;
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
