import type { PdfFacts } from "./pdfFacts";
import type { PdfPlace } from "./pdfFile";

/** What a file is checked against: PDF/X-4 (ISO 15930-7) or PDF/X-1a:2001 and 2003 (ISO 15930-1 and -4). */
export type Standard = "x4" | "x1a";

/** What a rule is about. The last two parts are no requirement of the standards: advice for newspapers, and structure. */
export type RulePart =
  | "file" | "metadata" | "output" | "boxes" | "colour" | "transparency" | "pictures" | "fonts" | "content" | "interaction"
  | "newspaper" | "structure";

/** Parts whose rules no standard asks for; they do not decide whether a file keeps it. */
export const adviceParts: ReadonlySet<RulePart> = new Set(["newspaper", "structure"]);

/** Why something could not be checked. */
export type UncheckedReason = "encrypted" | "unread-stream" | "limit" | "inside-jpx" | "font-program" | "font-encoding" | "registered-name" | "no-permission-table" | "absent";

/** One thing a rule says of a file. `found` is PDF's own notation or a number, the same in every language. */
export type Finding =
  | { readonly kind: "broken"; readonly place: PdfPlace; readonly found: string }
  | { readonly kind: "unchecked"; readonly reason: UncheckedReason; readonly place: PdfPlace; readonly found: string };

/** A rule as data: the sentence of its `id` stands with the messages, in each language. */
export interface Rule<Id extends string = string> {
  readonly id: Id;
  readonly part: RulePart;
  readonly standards: readonly Standard[];
  /** Where what it speaks of is defined. Clauses are of ISO 32000-1, since those of ISO 15930 could not be looked up. */
  readonly clause: string;
  readonly check: (facts: PdfFacts, standard: Standard) => Iterable<Finding>;
}

export const bothStandards: readonly Standard[] = ["x4", "x1a"];

/** The rule is broken here. */
export function broken(place: PdfPlace, found: string): Finding {
  return { kind: "broken", place, found };
}

/** The rule cannot be checked here. */
export function unchecked(reason: UncheckedReason, place: PdfPlace, found: string): Finding {
  return { kind: "unchecked", reason, place, found };
}

/** Content no rule about painting could look into. */
export function* unreadContent({ uses }: PdfFacts): Iterable<Finding> {
  for (const { reason, found, place } of uses.of("unread")) {
    yield unchecked(reason === "limit" || reason === "too-large" || reason === "nesting" ? "limit" : "unread-stream", place, found);
  }
}
