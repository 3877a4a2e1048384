import { gatherFacts, type PdfFacts } from "./pdfFacts";
import type { PdfFile } from "./pdfFile";
import { adviceParts, type Finding, type RulePart, type Standard } from "./rule";
import { allRules, type RuleId } from "./rules/allRules";

/** What one rule says of a file. Findings are at most `mostFindings`; `count` says how many there were. */
export interface RuleVerdict {
  readonly id: RuleId;
  readonly part: RulePart;
  readonly clause: string;
  readonly state: "held" | "broken" | "not-checkable";
  readonly findings: readonly Finding[];
  readonly count: number;
}

/** All verdicts on a file. `keeps` is whether no rule of the standard itself is broken. */
export interface VerifyReport {
  readonly standard: Standard;
  readonly pages: number;
  readonly keeps: boolean;
  readonly verdicts: readonly RuleVerdict[];
}

/** A rule names no more places than this. */
export const mostFindings = 50;

/** Checks a file against every rule of a standard, and against the advice that holds for any. */
export function verifyPdf(file: PdfFile, standard: Standard): VerifyReport {
  const facts = file.source.encryption === "closed" ? null : gatherFacts(file);
  const verdicts = allRules
    .filter(({ standards }) => standards.includes(standard))
    .map(({ id, part, clause, check }): RuleVerdict => {
      const found = facts === null ? closedFile(id) : collect(check(facts, standard));
      const state = found.some(({ kind }) => kind === "broken") ? "broken" : found.length > 0 ? "not-checkable" : "held";
      return { id, part, clause, state, findings: found.slice(0, mostFindings), count: found.length };
    });
  const keeps = verdicts.every(({ part, state }) => adviceParts.has(part) || state !== "broken");
  return { standard, pages: facts?.pages.length ?? 0, keeps, verdicts };
}

/** Of a file that needs a password only one thing is known. */
function closedFile(id: RuleId): readonly Finding[] {
  return [id === "not-encrypted" ? { kind: "broken", place: {}, found: "/Encrypt" } : { kind: "unchecked", reason: "encrypted", place: {}, found: "" }];
}

/** A rule's findings, each once; a rule that would name a whole file's worth of places is cut off. */
function collect(findings: Iterable<Finding>): readonly Finding[] {
  const all: Finding[] = [];
  const seen = new Set<string>();
  for (const finding of findings) {
    const key = JSON.stringify(finding);
    if (seen.has(key)) continue;
    seen.add(key);
    if (all.push(finding) >= 5000) break;
  }
  return all.sort((a, b) => (a.kind === b.kind ? 0 : a.kind === "broken" ? -1 : 1));
}

/** Which standard a file says it keeps; null where it names none that is checked here. */
export function statedStandard({ file, xmp, info }: Pick<PdfFacts, "file" | "xmp" | "info">): Standard | null {
  const inXmp = xmp.properties.get("http://www.npes.org/pdfx/ns/id/GTS_PDFXVersion") ?? "";
  if (inXmp.startsWith("PDF/X-4")) return "x4";
  const bytes = file.stringAt(info, "GTS_PDFXVersion");
  const inInfo = bytes === null ? "" : String.fromCharCode(...bytes.subarray(0, 40));
  return inInfo.startsWith("PDF/X-1") ? "x1a" : null;
}
