import type { CompositionSettings, FitLimits } from "../../../shared/model/document";
import { houseComposition } from "../../../shared/model/houseComposition";

/** How many of the house's rules of composition an issue has changed; each limit of fitting counts as one. */
export function changedSettings(settings: CompositionSettings): number {
  const { fitLimits, ...rules } = settings;
  const { fitLimits: houseLimits, ...houseRules } = houseComposition;
  // The keys of a record of known fields are these fields.
  const limits = Object.keys(houseLimits) as (keyof FitLimits)[];
  const fields = Object.keys(houseRules) as (keyof typeof houseRules)[];
  return (
    fields.filter((field) => rules[field] !== houseRules[field]).length +
    limits.filter((field) => fitLimits[field] !== houseLimits[field]).length
  );
}
