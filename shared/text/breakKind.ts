/** What a line that ends at a legal break costs the reader, beyond the places it opens. */
export const BreakKind = {
  plain: 0,
  /** Inside a date, between its year, month and day. */
  date: 1,
  /** Between a number and what it counts, or inside a range or a score. */
  number: 2,
  /** Inside a Latin word, which then shows a hyphen. */
  hyphen: 3,
} as const;
