import type { CaseSetting } from "./specimenBook";
import type { SideNumbers } from "./setSide";

/** What is kept of the book: the lines and numbers of every side, by case and side. */
export type SpecimenRecord = Readonly<Record<string, readonly RecordedSide[]>>;

/** A side in the record. */
export interface RecordedSide {
  readonly label: string;
  readonly numbers: SideNumbers;
  readonly lines: readonly string[];
}

/** The record of a book. */
export function recordOf(settings: readonly CaseSetting[]): SpecimenRecord {
  return Object.fromEntries(
    settings.map(({ specimen, sides }) => [specimen.id, sides.map(({ side, numbers, lines }) => ({ label: side.label, numbers, lines }))]),
  );
}

/** What differs between two records, a sentence each; none where they are alike. */
export function recordDifferences(kept: SpecimenRecord, now: SpecimenRecord): readonly string[] {
  const ids = [...new Set([...Object.keys(kept), ...Object.keys(now)])];
  return ids.flatMap((id) => {
    const before = kept[id];
    const after = now[id];
    if (before === undefined) return [`${id}: new`];
    if (after === undefined) return [`${id}: gone`];
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => sideDifferences(id, before[index], after[index])).flat();
  });
}

function sideDifferences(id: string, before: RecordedSide | undefined, after: RecordedSide | undefined): readonly string[] {
  if (before === undefined) return [`${id}, ${after?.label ?? ""}: new`];
  if (after === undefined) return [`${id}, ${before.label}: gone`];
  const place = `${id}, ${after.label}`;
  const differences = before.label === after.label ? [] : [`${place}: was called ${before.label}`];
  for (const name of Object.keys(after.numbers) as (keyof SideNumbers)[]) { // the keys of a literal of that type
    if (before.numbers[name] !== after.numbers[name]) differences.push(`${place}: ${name} ${before.numbers[name]} → ${after.numbers[name]}`);
  }
  for (let line = 0; line < Math.max(before.lines.length, after.lines.length); line++) {
    if (before.lines[line] === after.lines[line]) continue;
    differences.push(`${place}: line ${line + 1} “${before.lines[line] ?? ""}” → “${after.lines[line] ?? ""}”`);
  }
  return differences;
}
