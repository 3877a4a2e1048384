import type { FontSource } from "../shared/fonts/fontSource";
import { createComposer } from "../shared/layout/composer";
import type { CompositionSettings } from "../shared/model/document";
import { columnsFixture, widenedColumns } from "./columnsFixture";
import { measureSteps, type Instruments, type StepMeasures } from "./stepMeasures";

/** What setting 50,000 characters in five columns costs. */
export interface ColumnsMeasures {
  readonly lines: number;
  /** The first layout of a composer: everything is shaped. */
  readonly coldMilliseconds: number;
  /** Every line broken and justified anew at another width, from measured paragraphs. */
  readonly reflow: StepMeasures;
}

/** How much wider the frame becomes with every step, in points. */
const STEP = 0.05;

/** Measures the long story with one of the two breakers; no two rounds have lines of the same length. */
export function measureColumns(
  fonts: FontSource,
  instruments: Instruments,
  lineBreaking: CompositionSettings["lineBreaking"],
  rounds = 60,
): ColumnsMeasures {
  const document = columnsFixture(lineBreaking);
  const composer = createComposer(fonts);
  const start = instruments.now();
  const layout = composer.layout(document);
  const coldMilliseconds = instruments.now() - start;
  const [flow] = layout.flows.values();
  if (flow === undefined || flow.overset !== null) throw new Error("The columns are too short for their text");
  const reflow = measureSteps(composer, (round) => widenedColumns(document, (round + rounds) * STEP), instruments, rounds);
  return { lines: flow.lines.length, coldMilliseconds, reflow };
}
