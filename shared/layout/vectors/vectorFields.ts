/** What came of one vector; `excluded` ones say themselves that they are not to be judged. */
export type Verdict = "passed" | "failed" | "unsupported" | "excluded";

/** One vector of a file, nothing of it checked yet. */
export type VectorRecord = Readonly<Record<string, unknown>>;

/** Judges one vector of its kind; null where the record is not of that kind. */
export type Judge = (vector: VectorRecord) => Verdict | null;

const MAX_EM = 1e6;

/** The verdict on a vector that was judged. */
export function verdictOf(passes: boolean): Verdict {
  return passes ? "passed" : "failed";
}

/** Whether a value is an object with named fields. */
export function isRecord(value: unknown): value is VectorRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a length in em that a box can have. */
export function isPositive(value: unknown): value is number {
  return typeof value === "number" && value > 0 && value < MAX_EM;
}

/** Whether a value is a list of strings. */
export function isStringList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** Whether a value is a list of numbers. */
export function isNumberList(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === "number");
}

/** Whether a value is one of the words given. */
export function isOneOf<Word extends string>(words: readonly Word[], value: unknown): value is Word {
  return words.some((word) => word === value);
}

/** The code point that a hex number of four to six digits stands for, or null. */
export function readCodePoint(value: unknown): number | null {
  if (typeof value !== "string" || !/^[0-9A-Fa-f]{4,6}$/.test(value)) return null;
  const codePoint = Number.parseInt(value, 16);
  return codePoint <= 0x10ffff ? codePoint : null;
}

/** The code points of a text. */
export function codePointsOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}

/** Whether two lists hold the same, in the same order. */
export function areEqual<Item>(list: readonly Item[], other: readonly Item[]): boolean {
  return list.length === other.length && list.every((item, index) => item === other[index]);
}
