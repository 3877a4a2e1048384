import type { CompositionSettings, StoryFitting } from "./document";

/** The composition rules a new issue starts from: GB/T 15834 with the trimming that CLREQ describes for newspapers. */
export const houseComposition: CompositionSettings = {
  prohibition: "gb",
  lineEndTrim: "ifNeeded",
  lineStartTrim: "trimExceptFirst",
  adjacentTrim: "half",
  squeeze: "full",
  autospace: 0.125,
  orphan: 2,
  lineBreaking: "paragraph",
  numberHanGlue: "prefer",
  hanging: "off",
  hyphenation: "off",
  grid: "lines",
  leastSlotEm: 4,
  leastLegLines: 2,
  fitLimits: { trackingEm: 0.03, headlineScale: 0.2, headlineTrackingEm: 0.05, headlineShrink: 0.15 },
};

/** A story that is set by the house's rules alone. */
export const noFitting: StoryFitting = { squeeze: null, trackingEm: 0, titleSize: 1, titleLines: 0 };
