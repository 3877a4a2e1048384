import { fail, ok, type Result } from "../../result";

/** What the names of an issue's files are made of. */
export interface NamedIssue {
  /** The paper's short name, such as `nfgb`. */
  readonly code: string;
  /** ISO `YYYY-MM-DD`. */
  readonly date: string;
  readonly edition: string;
}

/** A page as file names speak of it. */
export interface NamedPage {
  /** The printed number, from 1. */
  readonly number: number;
  /** 版名, such as 要闻; may be empty. */
  readonly name: string;
}

/** Why a naming rule gives no names. */
export type FileNameProblem =
  | { readonly code: "unknown-field"; readonly field: string }
  | { readonly code: "stray-brace" }
  | { readonly code: "no-extension" }
  /** A file of several pages has no one page, and no one section. */
  | { readonly code: "field-of-one-page"; readonly field: string }
  | { readonly code: "empty-name" }
  | { readonly code: "name-too-long"; readonly name: string }
  /** Two files would fall upon one another. */
  | { readonly code: "same-name"; readonly name: string; readonly pages: readonly [number, number] };

const FIELDS = ["code", "date", "page", "pages", "section", "edition"] as const;
type Field = (typeof FIELDS)[number];

type Part = { readonly text: string } | { readonly field: Field };

/** In UTF-8; file systems take 255, and room is left for a temporary ending. */
const MOST_BYTES = 200;

/** Reads a naming rule such as `{code}{date}{page}.pdf` strictly. */
export function checkFileNameRule(rule: string): Result<null, FileNameProblem> {
  const parts = partsOf(rule);
  return parts.ok ? ok(null) : parts;
}

/**
 * The name of each file, in the order of the files: page numbers have two digits, the date is YYYYMMDD, `{pages}` is the
 * first and last page of the file. What no file name may hold on Windows, macOS or Linux becomes a hyphen. Names that a
 * disk without upper and lower case would take for one are refused.
 */
export function pressFileNames(
  rule: string,
  issue: NamedIssue,
  files: readonly (readonly NamedPage[])[],
): Result<readonly string[], FileNameProblem> {
  const parts = partsOf(rule);
  if (!parts.ok) return parts;
  const names: string[] = [];
  const taken = new Map<string, number>();
  for (const pages of files) {
    const made = nameOf(parts.value, issue, pages);
    if (!made.ok) return made;
    const key = made.value.normalize("NFC").toLowerCase();
    const [first] = pages;
    const other = taken.get(key);
    if (other !== undefined) return fail({ code: "same-name", name: made.value, pages: [other, first?.number ?? 0] });
    taken.set(key, first?.number ?? 0);
    names.push(made.value);
  }
  return ok(names);
}

/** What is wrong with a naming rule, as a sentence without its subject and without a stop. */
export function fileNameReason(problem: FileNameProblem): string {
  switch (problem.code) {
    case "unknown-field":
      return `there is no field {${problem.field}}; there are ${FIELDS.map((field) => `{${field}}`).join(" ")}`;
    case "stray-brace":
      return "a brace stands alone";
    case "no-extension":
      return "the name does not end in .pdf";
    case "field-of-one-page":
      return `{${problem.field}} is of one page, but the file holds several`;
    case "empty-name":
      return "nothing is left of the name";
    case "name-too-long":
      return `the name ${problem.name.slice(0, 40)}… is too long`;
    case "same-name":
      return `pages ${problem.pages[0]} and ${problem.pages[1]} would both be ${problem.name}`;
  }
}

function partsOf(rule: string): Result<readonly Part[], FileNameProblem> {
  if (!/\.pdf$/iu.test(rule)) return fail({ code: "no-extension" });
  const parts: Part[] = [];
  for (const piece of rule.split(/(\{[^{}]*\})/u)) {
    if (piece === "") continue;
    const named = /^\{([^{}]*)\}$/u.exec(piece)?.[1];
    if (named === undefined) {
      if (/[{}]/u.test(piece)) return fail({ code: "stray-brace" });
      parts.push({ text: piece });
      continue;
    }
    const field = FIELDS.find((known) => known === named);
    if (field === undefined) return fail({ code: "unknown-field", field: named.slice(0, 40) });
    parts.push({ field });
  }
  return ok(parts);
}

function nameOf(parts: readonly Part[], issue: NamedIssue, pages: readonly NamedPage[]): Result<string, FileNameProblem> {
  const [first] = pages;
  const last = pages.at(-1);
  if (first === undefined || last === undefined) return fail({ code: "empty-name" });
  let name = "";
  for (const part of parts) {
    if ("text" in part) {
      name += part.text;
      continue;
    }
    if ((part.field === "page" || part.field === "section") && pages.length > 1) return fail({ code: "field-of-one-page", field: part.field });
    name += valueOf(part.field, issue, first, last);
  }
  const safe = safeName(name);
  if (safe === null) return fail({ code: "empty-name" });
  return byteLength(safe) > MOST_BYTES ? fail({ code: "name-too-long", name: safe }) : ok(safe);
}

function valueOf(field: Field, { code, date, edition }: NamedIssue, first: NamedPage, last: NamedPage): string {
  switch (field) {
    case "code":
      return code;
    case "date":
      return date.replaceAll("-", "");
    case "page":
      return twoDigits(first.number);
    case "pages":
      return first.number === last.number ? twoDigits(first.number) : `${twoDigits(first.number)}-${twoDigits(last.number)}`;
    case "section":
      return first.name;
    case "edition":
      return edition;
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** The name as every system takes it, or null where nothing is left before its ending. */
function safeName(name: string): string | null {
  const stem = name
    .slice(0, -".pdf".length)
    // Separators, what Windows forbids, controls, and the marks that turn the direction of what follows.
    .replace(/[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, "-")
    .replace(/^[. ]+|[. ]+$/gu, "");
  if (stem === "") return null;
  // Windows takes these for devices, whatever follows the first dot.
  const whole = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(stem) ? `_${stem}` : stem;
  return `${whole}${name.slice(-".pdf".length)}`;
}

function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
