import { fail, ok, type Result } from "../../shared/result";
import { readXmp } from "../../shared/verify/xmp";
import type { Standard } from "../../shared/verify/rule";
import { statedStandard, verifyPdf, type VerifyReport } from "../../shared/verify/verifyPdf";
import { openPdf, type OpenPdfProblem } from "./openPdf";

/** Why there is no report on a file. */
export interface VerifyProblem {
  readonly code: OpenPdfProblem["code"] | "no-standard" | "timeout";
  readonly detail: string;
}

/** Checks the bytes of a file against a standard, or against the one it says it keeps. */
export async function verifyBytes(bytes: Uint8Array, asked: Standard | null): Promise<Result<VerifyReport, VerifyProblem>> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const file = opened.value;
  const info = file.entriesAt(file.source.trailer, "Info") ?? { kind: "dictionary", entries: new Map() };
  const standard = asked ?? statedStandard({ file, info, xmp: readXmp(file) });
  if (standard === null) return fail({ code: "no-standard", detail: "" });
  return ok(verifyPdf(file, standard));
}
