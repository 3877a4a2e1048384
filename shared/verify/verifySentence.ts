import { fillSentence } from "../messages/fillSentence";
import type { VerifyMessages } from "../messages/verifyZh";
import type { Finding } from "./rule";

/** Where and what, such as `page 1, object 12, /Im1: /DeviceRGB`. */
export function findingSentence(finding: Finding, { places, reasons, report }: VerifyMessages): string {
  const { page, object, name } = finding.place;
  const where = [
    ...(page === undefined ? [] : [fillSentence(places.page, { page })]),
    ...(object === undefined ? [] : [fillSentence(places.object, { object })]),
    ...(name === undefined ? [] : [name]),
  ].join(report.separator);
  const what = finding.kind === "broken" ? finding.found : [reasons[finding.reason], finding.found].filter((part) => part !== "").join(report.separator);
  return where === "" ? what : fillSentence(report.finding, { where, what });
}
