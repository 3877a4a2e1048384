import type { CompositionSettings, ParagraphStyle, StoryFitting } from "../model/document";

const settingsBySqueeze = new WeakMap<CompositionSettings, Map<string, CompositionSettings>>();
const stylesByLetters = new WeakMap<ParagraphStyle, Map<string, ParagraphStyle>>();

/** How many variants of one style are kept: fitting tries a few of them. */
const KEPT_VARIANTS = 64;

/** The house's rules as a story that was fitted is set by: the same object for the same fitting. */
export function fittedSettings(settings: CompositionSettings, { squeeze }: StoryFitting): CompositionSettings {
  if (squeeze === null || squeeze === settings.squeeze) return settings;
  return remembered(settingsBySqueeze, settings, squeeze, () => ({ ...settings, squeeze }));
}

/** A paragraph style with the tracking of a story that was fitted: the same object for the same fitting. */
export function fittedStyle(style: ParagraphStyle, { trackingEm }: StoryFitting): ParagraphStyle {
  return letteredStyle(style, 1, trackingEm);
}

/** A style whose letters are so many times as wide and stand so many em further apart: the same object for the same. */
export function letteredStyle(style: ParagraphStyle, scale: number, trackingEm: number): ParagraphStyle {
  if (scale === 1 && trackingEm === 0) return style;
  return remembered(stylesByLetters, style, `${scale} ${trackingEm}`, () => ({
    ...style,
    horizontalScale: style.horizontalScale * scale,
    trackingEm: style.trackingEm + trackingEm,
  }));
}

function remembered<Key, Value extends object>(known: WeakMap<Value, Map<Key, Value>>, of: Value, key: Key, make: () => Value): Value {
  let made = known.get(of);
  if (made === undefined || made.size >= KEPT_VARIANTS) known.set(of, (made = new Map()));
  let value = made.get(key);
  if (value === undefined) made.set(key, (value = make()));
  return value;
}
