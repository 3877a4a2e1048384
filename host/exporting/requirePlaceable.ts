import { verifyEn } from "../../shared/messages/verifyEn";
import { HostError } from "../../shared/platform/host";
import { adviceParts, type Standard } from "../../shared/verify/rule";
import { allRules } from "../../shared/verify/rules/allRules";

/** Refuses a placed PDF that would break the standard its page promises to keep; rejects with `export-failed`, naming file and reason. */
export async function requirePlaceable(name: string, bytes: Uint8Array, standard: Standard): Promise<void> {
  const { inspectPdf } = await import("../verify/inspectPdf");
  const inspected = await inspectPdf(bytes);
  if (!inspected.ok) throw new HostError({ code: "export-failed", detail: `the placed file ${name} cannot be used: ${inspected.problem.code}` });
  const broken = inspected.value.findings.find(({ rule }) => {
    const known = allRules.find(({ id }) => id === rule);
    return known !== undefined && known.standards.includes(standard) && !adviceParts.has(known.part);
  });
  if (broken === undefined) return;
  throw new HostError({ code: "export-failed", detail: `the placed file ${name} breaks the rule "${verifyEn.rules[broken.rule]}": ${broken.found}` });
}
