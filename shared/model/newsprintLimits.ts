import type { Pt } from "../geometry/units";

/**
 * The most ink newsprint bears at one place, in percent over all plates: what files for WAN-IFRA's ISOnewspaper26v4 were
 * made to; its version 5 aims at 220, and single printers ask for 200 to 230. A press preset states its own.
 */
export const MOST_INK = 240;

/** The finest rule of one solid ink that newsprint and its plates hold, in points: a convention of newspaper plants, not a standard. */
export const FINEST_RULE: Pt = 0.25;
