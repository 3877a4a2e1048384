import { randomBytes } from "node:crypto";
import { documentTemplates, isTemplateName } from "../shared/model/documentTemplates";
import type { IssueDocument } from "../shared/model/document";
import { HostError } from "../shared/platform/host";

/** The names of the templates that new issues are made from, in the order a dialog lists them. */
export const templateNames: readonly string[] = Object.keys(documentTemplates);

/** A new issue from a template, dated the machine's day; rejects a name that is none with `unknown-template`. */
export function newIssue(templateName: string): IssueDocument {
  if (!isTemplateName(templateName)) throw new HostError({ code: "unknown-template", detail: templateName });
  return documentTemplates[templateName]({ newId: () => randomBytes(8).toString("hex"), date: today() });
}

function today(): string {
  const now = new Date();
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
