import { HostError, type HostProblemCode } from "../../shared/platform/host";
import type { IssueDocument } from "../../shared/model/document";
import { parseDocument } from "../../shared/model/parseDocument";

/** Parses a document strictly; throws a `HostError` with the given code, or `unknown-version`, that names the first place. */
export function requireDocument(value: unknown, code: HostProblemCode): IssueDocument {
  const parsed = parseDocument(value);
  if (parsed.ok) return parsed.value;
  const [first] = parsed.problem;
  if (!first) throw new HostError({ code, detail: "unknown problem" });
  const more = parsed.problem.length > 1 ? ` (and ${parsed.problem.length - 1} more)` : "";
  throw new HostError({
    code: first.code === "unknown-version" ? "unknown-version" : code,
    detail: `${first.place === "" ? "document" : first.place}: ${first.code}, ${first.detail}${more}`,
  });
}
