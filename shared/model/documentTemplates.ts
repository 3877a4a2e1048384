import type { Issue, IssueDocument } from "./document";
import { frontPageTabloid } from "./frontPageTabloid";
import type { NewId } from "./idFrom";
import { blankIssue, namedPublication } from "./newDocument";
import { pageFormat } from "./pageFormats";

/** What a template asks for: the day of the issue comes from the shell, never from a clock in here. */
export interface TemplateArguments {
  readonly newId: NewId;
  /** ISO `YYYY-MM-DD`. */
  readonly date: string;
}

/** The templates that come with the program, in the order a dialog lists them. */
export const documentTemplates = {
  "blank-broadsheet": ({ newId, date }: TemplateArguments): IssueDocument =>
    blankIssue({
      format: pageFormat("broadsheet-390"),
      publication: namedPublication("报纸名称"),
      issue: firstIssue(date),
      pageCount: 4,
      newId,
    }),
  "blank-tabloid": ({ newId, date }: TemplateArguments): IssueDocument =>
    blankIssue({
      format: pageFormat("tabloid-272"),
      publication: namedPublication("报纸名称"),
      issue: firstIssue(date),
      pageCount: 8,
      newId,
    }),
  "front-page-tabloid": ({ newId, date }: TemplateArguments): IssueDocument =>
    frontPageTabloid({ publication: namedPublication("报纸名称"), issue: firstIssue(date), newId }),
} as const;

/** The name of a template. */
export type TemplateName = keyof typeof documentTemplates;

/** Whether a text names a template. */
export function isTemplateName(name: string): name is TemplateName {
  return Object.hasOwn(documentTemplates, name);
}

function firstIssue(date: string): Issue {
  return { date, timeZone: "Asia/Shanghai", totalIssueNumber: 1, edition: "" };
}
