import { verifyEn } from "../../shared/messages/verifyEn";
import { HostError } from "../../shared/platform/host";
import { adviceParts, type Standard } from "../../shared/verify/rule";
import { allRules } from "../../shared/verify/rules/allRules";

/** Rules about what stays behind when the first page is copied: its boxes, annotations and stand-ins for pictures. */
const leftBehind: ReadonlySet<string> = new Set(["media-box", "boxes-nested", "annotations-outside", "no-forms", "no-opi"]);

/** Refuses a placed PDF that would break the standard its page promises to keep; rejects with `export-failed`, naming file and reason. */
export async function requirePlaceable(name: string, bytes: Uint8Array, standard: Standard): Promise<void> {
  const { inspectPdf } = await import("../verify/inspectPdf");
  const inspected = await inspectPdf(bytes, standard);
  if (!inspected.ok) throw new HostError({ code: "export-failed", detail: `the placed file ${name} cannot be used: ${inspected.problem.code}` });
  const broken = inspected.value.findings.find(({ rule, place }) => {
    const known = allRules.find(({ id }) => id === rule);
    const isPlaced = (place.page ?? 1) === 1 && !leftBehind.has(rule);
    return known !== undefined && isPlaced && !adviceParts.has(known.part);
  });
  if (broken === undefined) return;
  throw new HostError({ code: "export-failed", detail: `the placed file ${name} breaks the rule "${verifyEn.rules[broken.rule]}": ${broken.found}` });
}
