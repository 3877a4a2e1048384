import type { CompositionSettings } from "../model/document";

/** The rules one paragraph is set by: the house's, and what its kind of text adds to them. */
export interface LineRules extends CompositionSettings {
  /** `table` gives marks the widths of GB/T 15834 in every font, `font` takes the font's. */
  readonly markWidths: "table" | "font";
  /** The width of a space between two Han characters, in em, where it stands for a mark in a title; null for the font's. */
  readonly hanSpaceEm: number | null;
}

const bodyRulesBySettings = new WeakMap<CompositionSettings, LineRules>();
const standingRulesBySettings = new WeakMap<CompositionSettings, LineRules>();
const titleRulesBySettings = new WeakMap<CompositionSettings, LineRules>();

/** The rules of stories' text: the same object for the same settings. */
export function bodyRules(settings: CompositionSettings): LineRules {
  return remembered(bodyRulesBySettings, settings, () => ({
    ...settings,
    ...(settings.grid === "characters" && characterGrid),
    markWidths: "table",
    hanSpaceEm: null,
  }));
}

/** On a grid of characters every mark keeps its cell, and one that finds none at a line's end hangs (CLREQ, character grid). */
const characterGrid = { adjacentTrim: "off", squeeze: "off", lineStartTrim: "off", lineEndTrim: "off", hanging: "on" } as const;

/** The rules of captions and standing matter, which no grid holds and beside which no room is kept for hanging marks. */
export function standingRules(settings: CompositionSettings): LineRules {
  return remembered(standingRulesBySettings, settings, () => ({
    ...settings,
    grid: "lines",
    hanging: "off",
    markWidths: "table",
    hanSpaceEm: null,
  }));
}

/**
 * The rules of titles: marks close up, edges trimmed, neither numbers nor words parted (typography of headlines, CLREQ
 * 3.1.6 and house practice).
 */
export function titleRules(settings: CompositionSettings): LineRules {
  return remembered(titleRulesBySettings, settings, () => ({
    ...settings,
    adjacentTrim: "tight",
    squeeze: "off",
    lineStartTrim: "trim",
    lineEndTrim: "always",
    lineBreaking: "firstFit",
    numberHanGlue: "always",
    hyphenation: "off",
    hanging: "off",
    grid: "lines",
    markWidths: "table",
    hanSpaceEm: 0.5,
  }));
}

function remembered(
  known: WeakMap<CompositionSettings, LineRules>,
  settings: CompositionSettings,
  make: () => LineRules,
): LineRules {
  const found = known.get(settings);
  if (found !== undefined) return found;
  const made = make();
  known.set(settings, made);
  return made;
}
