import type { CompositionSettings } from "../model/document";

/** The rules one paragraph is set by: the house's, and what its kind of text adds to them. */
export interface LineRules extends CompositionSettings {
  /** `table` gives marks the widths of GB/T 15834 in every font, `font` takes the font's. */
  readonly markWidths: "table" | "font";
  /** The width of a space between two Han characters, in em, where it stands for a mark in a title; null for the font's. */
  readonly hanSpaceEm: number | null;
}

const bodyRulesBySettings = new WeakMap<CompositionSettings, LineRules>();
const titleRulesBySettings = new WeakMap<CompositionSettings, LineRules>();

/** The rules of running text, captions and standing matter: the same object for the same settings. */
export function bodyRules(settings: CompositionSettings): LineRules {
  return remembered(bodyRulesBySettings, settings, () => ({ ...settings, markWidths: "table", hanSpaceEm: null }));
}

/** The rules of titles: marks close up, edges trimmed (typography of headlines, CLREQ 3.1.6 and house practice). */
export function titleRules(settings: CompositionSettings): LineRules {
  return remembered(titleRulesBySettings, settings, () => ({
    ...settings,
    adjacentTrim: "tight",
    squeeze: "off",
    lineStartTrim: "trim",
    lineEndTrim: "always",
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
