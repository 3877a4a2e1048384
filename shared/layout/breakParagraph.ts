import type { Pt } from "../geometry/units";
import { nextLine, type LineRange, type Squeeze } from "./nextLine";
import type { PreparedParagraph } from "./preparedParagraph";

/**
 * The line that starts at cluster `from`, or null when the paragraph is used up: the one seam through which text becomes
 * lines. `isWholeMeasure` says that the lines behind are as long as this one, as they are in a column, not beside an obstacle.
 */
export function breakLine(paragraph: PreparedParagraph, from: number, available: Pt, squeeze?: Squeeze, isWholeMeasure = true): LineRange | null {
  if (!isWholeMeasure || squeeze === undefined || paragraph.rules.lineBreaking === "firstFit") return nextLine(paragraph, from, available, squeeze);
  return nextLine(paragraph, from, available, squeeze);
}
