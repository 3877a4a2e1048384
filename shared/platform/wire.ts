import { HostError, type HostProblem, type HostProblemCode } from "./host";

/** What comes back from a host call over any transport, as JSON. */
export type HostAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: HostProblem };

const codes: { readonly [Code in HostProblemCode]: true } = {
  "bad-arguments": true,
  "unknown-method": true,
  "not-supported": true,
  "not-found": true,
  "not-an-issue": true,
  "unreadable-issue": true,
  "unknown-version": true,
  "folder-not-empty": true,
  "unknown-template": true,
  "unknown-issue": true,
  "revision-conflict": true,
  "disk-full": true,
  "not-permitted": true,
  "write-failed": true,
  "unreadable-picture": true,
  "unreadable-profile": true,
  "unreadable-font": true,
  "unreadable-preset": true,
  "too-large": true,
  "export-failed": true,
  cancelled: true,
  "epaper-uncovered": true,
  internal: true,
};

/** The problem an error stands for; anything that is not a `HostError` is a bug of ours and becomes `internal`. */
export function problemOf(error: unknown): HostProblem {
  if (error instanceof HostError) return { code: error.code, detail: error.detail, ...(error.page === null ? {} : { page: error.page }) };
  return { code: "internal", detail: error instanceof Error ? error.message : String(error) };
}

/** Reads a host problem that came as JSON, or null where it is none. */
export function readProblem(value: unknown): HostProblem | null {
  if (typeof value !== "object" || value === null) return null;
  const { code, detail, page } = value as { readonly code?: unknown; readonly detail?: unknown; readonly page?: unknown }; // checked on the next lines
  if (typeof code !== "string" || !Object.hasOwn(codes, code) || typeof detail !== "string") return null;
  const at = typeof page === "number" && Number.isSafeInteger(page) ? { page } : {};
  return { code: code as HostProblemCode, detail, ...at }; // hasOwn has just shown that it is one of them
}

/** The value in an answer; throws the `HostError` it carries, or one with the code `internal` where it is no answer. */
export function readAnswer(answer: unknown): unknown {
  if (typeof answer === "object" && answer !== null) {
    const { ok, value, problem } = answer as { readonly ok?: unknown; readonly value?: unknown; readonly problem?: unknown }; // each is checked before use
    if (ok === true) return value;
    const known = readProblem(problem);
    if (ok === false && known) throw new HostError(known);
  }
  throw new HostError({ code: "internal", detail: "the host's answer could not be read" });
}
