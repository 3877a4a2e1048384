import { fail, ok, type Result } from "../../shared/result";
import type { PageBoxes } from "../../shared/verify/pageBoxes";
import { gatherFacts } from "../../shared/verify/pdfFacts";
import type { PdfPlace } from "../../shared/verify/pdfFile";
import type { Standard } from "../../shared/verify/rule";
import { allRules, type RuleId } from "../../shared/verify/rules/allRules";
import { hasTransparency } from "../../shared/verify/rules/transparencyRules";
import { statedStandard } from "../../shared/verify/verifyPdf";
import { openPdf } from "./openPdf";

/** What a foreign PDF is, for whoever places it on a page. */
export interface PdfInspection {
  readonly version: string | null;
  /** The standard the file says it keeps, whether it does or not. */
  readonly stated: Standard | null;
  readonly pages: readonly InspectedPage[];
  readonly transparent: boolean;
  /** The rules that speak of what is placed, each broken place once; of a finished file's metadata they say nothing. */
  readonly findings: readonly InspectionFinding[];
}

/** A page: its boxes in points as stated, and how it is turned (0, 90, 180, 270) and scaled. */
export interface InspectedPage {
  readonly number: number;
  readonly boxes: PageBoxes;
  readonly rotate: number;
  readonly userUnit: number;
}

/** A broken rule, with its sentence in `shared/messages/verify`. */
export interface InspectionFinding {
  readonly rule: RuleId;
  readonly place: PdfPlace;
  /** What was found, in PDF's notation. */
  readonly found: string;
}

/** Why a file cannot be placed at all. */
export interface PdfInspectionProblem {
  readonly code: "not-a-pdf" | "damaged" | "too-large" | "encrypted" | "no-pages";
  readonly detail: string;
}

const mostFindings = 500;

const aboutPlaced: ReadonlySet<RuleId> = new Set<RuleId>([
  "media-box", "boxes-nested", "no-device-rgb", "no-independent-colour", "spaces-sound", "spot-stand-ins", "spot-consistent",
  "no-transfer-curves", "no-soft-masks", "no-blending", "no-opacity", "no-transparency-groups", "images-sound", "no-default-alternates",
  "no-opi", "no-postscript", "no-references-outside", "fonts-embedded", "font-programs-sound", "cid-encoding", "glyphs-present",
  "operators-known", "operands-fit", "states-paired", "text-paired", "resources-found", "no-layers", "annotations-outside", "no-forms",
  "black-text-on-one-plate", "white-knocks-out", "rules-thick-enough", "pictures-fine-enough", "ink-bearable",
]);

/**
 * Looks into the bytes of a PDF somebody wants placed: pages and boxes, and every rule about content that it breaks, of the
 * standard asked for or of both. Encrypted files are refused even where they open without a password, since their owner
 * said so.
 */
export async function inspectPdf(bytes: Uint8Array, standard: Standard | null = null): Promise<Result<PdfInspection, PdfInspectionProblem>> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const file = opened.value;
  if (file.source.encryption !== "none") return fail({ code: "encrypted", detail: "" });
  const facts = gatherFacts(file);
  if (facts.pages.length === 0) return fail({ code: "no-pages", detail: "" });
  const findings: InspectionFinding[] = [];
  for (const { id, standards, check } of allRules) {
    // Where both hold, X-1a asks for more.
    const asked = standard ?? (standards.includes("x1a") ? "x1a" : "x4");
    if (!aboutPlaced.has(id) || !standards.includes(asked)) continue;
    for (const finding of check(facts, asked)) {
      if (finding.kind === "broken" && findings.length < mostFindings) findings.push({ rule: id, place: finding.place, found: finding.found });
    }
  }
  const pages = facts.pages.map(({ number, boxes, page, inherited }): InspectedPage => {
    const rotate = file.numberAt(inherited, "Rotate") ?? 0;
    return { number, boxes, rotate: ((Math.round(rotate / 90) * 90) % 360 + 360) % 360, userUnit: file.numberAt(page, "UserUnit") ?? 1 };
  });
  return ok({ version: file.source.headerVersion, stated: statedStandard(facts), pages, transparent: hasTransparency(facts), findings });
}
