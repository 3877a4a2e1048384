import type { ContentFault } from "../contentUses";
import { bothStandards, broken, unreadContent, type Finding, type Rule } from "../rule";
import type { PdfFacts } from "../pdfFacts";

function* faults(facts: PdfFacts, ...kinds: readonly ContentFault["fault"][]): Iterable<Finding> {
  for (const { fault, found, place } of facts.uses.of("fault")) if (kinds.includes(fault)) yield broken(place, found);
  yield* unreadContent(facts);
}

/** Rules about content streams as a language (ISO 32000-1, 7.8). */
export const contentRules = [
  { id: "operators-known", part: "content", standards: bothStandards, clause: "ISO 32000-1 annex A", check: (facts) => faults(facts, "operator") },
  { id: "operands-fit", part: "content", standards: bothStandards, clause: "ISO 32000-1 7.8.2", check: (facts) => faults(facts, "operands") },
  { id: "states-paired", part: "content", standards: bothStandards, clause: "ISO 32000-1 8.4.2", check: (facts) => faults(facts, "stack") },
  { id: "text-paired", part: "content", standards: bothStandards, clause: "ISO 32000-1 9.4.1", check: (facts) => faults(facts, "text-object") },
  { id: "marks-paired", part: "content", standards: bothStandards, clause: "ISO 32000-1 14.6", check: (facts) => faults(facts, "marked-content") },
  { id: "resources-found", part: "content", standards: bothStandards, clause: "ISO 32000-1 7.8.3", check: (facts) => faults(facts, "resource") },
] as const satisfies readonly Rule[];
