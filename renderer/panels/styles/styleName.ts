import { fail, ok } from "../../../shared/result";
import type { Reading } from "../fields/readField";

/** As long as a list of styles can show. */
export const LONGEST_STYLE_NAME = 40;

/** A name for a style that none of `taken` is. */
export function readStyleName(text: string, taken: readonly string[]): Reading<string> {
  const name = text.trim();
  if (name === "") return fail({ key: "styles.failures.nameEmpty" });
  if (Array.from(name).length > LONGEST_STYLE_NAME) return fail({ key: "styles.failures.nameLong", values: { most: LONGEST_STYLE_NAME } });
  return taken.includes(name) ? fail({ key: "styles.failures.nameTaken", values: { name } }) : ok(name);
}

/** The first of the names that `name` gives for 1, 2, 3, … that is not taken. */
export function freeStyleName(name: (number: number) => string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(name(number))) number += 1;
  return name(number);
}
