import { fail, ok } from "../../../shared/result";
import { readNumber, type Limits, type Reading } from "../fields/readField";

/** As many characters as fit before a paragraph's first. */
export const LONGEST_MARKER = 8;

/** What is printed before a paragraph, such as ■; may be nothing. */
export function readMarker(text: string): Reading<string> {
  return Array.from(text).length > LONGEST_MARKER ? fail({ key: "styles.failures.markerLong", values: { most: LONGEST_MARKER } }) : ok(text);
}

/** How wide letters are for their height: `120` or `120%` for 1.2. */
export function readScale(text: string, limits: Limits): Reading<number> {
  const percent = readNumber(text.trim().replace(/[%％]$/u, ""), { from: -Infinity, to: Infinity });
  if (!percent.ok) return percent;
  const scale = Math.round(percent.value * 10) / 1000;
  if (scale >= limits.from && scale <= limits.to) return ok(scale);
  return fail({ key: "styles.failures.scale", values: { from: limits.from * 100, to: limits.to * 100 } });
}

/** A scale as `readScale` reads it. */
export function formatScale(scale: number): string {
  return String(Math.round(scale * 1000) / 10);
}
