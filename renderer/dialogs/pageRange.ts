/**
 * The page numbers that a text such as `1-3, 8` names, in its order and each once; null where it is no such text or names a
 * page the issue does not have. Chinese punctuation and dashes count as their plain forms.
 */
export function readPageRange(text: string, pageCount: number): readonly number[] | null {
  const numbers = new Set<number>();
  const parts = text.normalize("NFKC").replace(/[、;\s]+/gu, ",").replace(/[–—~至]/gu, "-").split(",").filter((part) => part !== "");
  for (const part of parts) {
    const [, from = "", to = from] = /^(\d{1,4})(?:-(\d{1,4}))?$/u.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (from === "" || first < 1 || last < first || last > pageCount) return null;
    for (let number = first; number <= last; number++) numbers.add(number);
  }
  return numbers.size === 0 ? null : [...numbers];
}
