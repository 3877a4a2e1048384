import { fail, ok, type Result } from "../result";
import type { IssueDocument } from "./document";
import { describe, type DocumentProblem, problemList, unreadable } from "./documentProblem";
import { documentShape } from "./documentShapes";
import { type FileFields, latestVersion, migrate, type Migration, migrations } from "./migrations/migrations";
import { checkReferences } from "./references";
import { settleSwatches } from "./settleSwatches";
import { isRecord, type Json } from "./shape";

const FORMAT = "broadsheet-issue";

/** The version of the file format that this program writes. */
export const FORMAT_VERSION = latestVersion(migrations);

/**
 * The document that a parsed JSON file holds, or everything that is wrong with the file (a hundred problems at most).
 * Older versions are brought up to date first. Whatever it is given, it does not throw.
 */
export function parseDocument(file: unknown): Result<IssueDocument, readonly DocumentProblem[]> {
  return parseDocumentWith(file, migrations);
}

/** `parseDocument` with another list of format steps, so that the mechanism can be tested. */
export function parseDocumentWith(
  file: unknown,
  steps: readonly Migration[],
): Result<IssueDocument, readonly DocumentProblem[]> {
  const { problems, report } = problemList();
  if (!isRecord(file)) {
    report("wrong-type", "", describe(file));
    return fail(problems);
  }
  const { format, version, ...fields }: FileFields = file;
  if (format !== FORMAT) {
    report("unknown-format", "format", describe(format));
    return fail(problems);
  }
  if (typeof version !== "number" || !Number.isInteger(version)) {
    report(version === undefined ? "missing-field" : "wrong-type", "version", describe(version));
    return fail(problems);
  }
  if (version < 1 || version > latestVersion(steps)) {
    report("unknown-version", "version", describe(version));
    return fail(problems);
  }
  const document = documentShape.read(migrate(fields, version, steps), "", report);
  if (document === unreadable) return fail(problems);
  checkReferences(document, report);
  return problems.length === 0 ? ok(settleSwatches(document)) : fail(problems);
}

/**
 * The document as plain JSON: fields in a fixed order, tables in the order of their ids, lengths rounded to 0.001 pt.
 * The same document always gives the same JSON.
 */
export function serialiseDocument(document: IssueDocument): { readonly [key: string]: Json } {
  // A record is written as an object of its fields.
  const fields = documentShape.write(document) as { readonly [key: string]: Json };
  return { format: FORMAT, version: FORMAT_VERSION, ...fields };
}
