import { chineseDate, parseIsoDate, weekdayName } from "./calendar";
import type { FurnitureFrame, IssueDocument } from "./document";
import { pageOfBox } from "./indexes";

/** Where a piece of standing matter stands, which decides what its fields say. */
export interface FieldContext {
  readonly document: IssueDocument;
  /** The place of its page in the issue, from 0. */
  readonly pageIndex: number;
  readonly frame: Pick<FurnitureFrame, "targetPageId">;
}

const fields: ReadonlyMap<string, (context: FieldContext) => string> = new Map([
  ["mastheadName", ({ document }) => document.publication.mastheadName],
  ["name", ({ document }) => document.publication.name],
  ["supervisor", ({ document }) => document.publication.supervisor],
  ["publisher", ({ document }) => document.publication.publisher],
  ["cn", ({ document }) => document.publication.cn],
  ["postalCode", ({ document }) => document.publication.postalCode],
  ["adLicence", ({ document }) => document.publication.adLicence],
  ["siteName", ({ document }) => document.publication.siteName],
  ["url", ({ document }) => document.publication.url],
  ["slogan", ({ document }) => document.publication.slogan],
  ["email", ({ document }) => document.publication.email],
  ["year", ({ document }) => document.issue.date.slice(0, 4)],
  ["month", ({ document }) => document.issue.date.slice(5, 7)],
  ["day", ({ document }) => document.issue.date.slice(8, 10)],
  ["date", ({ document }) => dateField(document, chineseDate)],
  ["weekday", ({ document }) => dateField(document, weekdayName)],
  ["pageCount", ({ document }) => String(document.pages.length)],
  ["totalIssueNumber", ({ document }) => String(document.issue.totalIssueNumber)],
  ["pageNumber", ({ pageIndex }) => String(pageIndex + 1)],
  ["pageName", ({ document, pageIndex }) => document.pages[pageIndex]?.name ?? ""],
  ["targetPageNumber", (context) => targetField(context, (index) => String(index + 1))],
  ["targetPageName", (context) => targetField(context, (index) => context.document.pages[index]?.name ?? "")],
]);

/** The names of all fields, in the order a menu may list them. */
export const fieldNames: readonly string[] = [...fields.keys()];

const ESCAPE_OR_FIELD = /\{\{|\{([^{}]*)\}/g;

/**
 * The text of a furniture line with its fields filled in: `{month}` and `{day}` are two digits, `{date}` is 2026年1月12日.
 * `{{` stands for one brace; a field nobody knows stays as it was typed.
 */
export function resolveFields(template: string, context: FieldContext): string {
  return template.replace(ESCAPE_OR_FIELD, (whole: string, name: string | undefined) => {
    if (name === undefined) return "{";
    const resolve = fields.get(name);
    return resolve === undefined ? whole : resolve(context);
  });
}

/** The names in braces that are no fields, each once, in the order they stand. */
export function unknownFields(template: string): readonly string[] {
  const names = [...template.matchAll(ESCAPE_OR_FIELD)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]));
  return [...new Set(names)].filter((name) => !fields.has(name));
}

/** The lines of a piece of standing matter as they are printed on the page where it stands. */
export function furnitureLines(document: IssueDocument, frame: FurnitureFrame): readonly string[] {
  const pageIndex = pageOfBox(document, frame.id)?.index ?? 0;
  return frame.lines.map((line) => resolveFields(line.template, { document, pageIndex, frame }));
}

function dateField(document: IssueDocument, format: (date: { year: number; month: number; day: number }) => string): string {
  const date = parseIsoDate(document.issue.date);
  return date === null ? "" : format(date);
}

function targetField({ document, frame }: FieldContext, describe: (index: number) => string): string {
  const index = document.pages.findIndex((page) => page.id === frame.targetPageId);
  return index < 0 ? "" : describe(index);
}
