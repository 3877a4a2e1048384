import type { Issue } from "../../model/document";

/** The offset of the format: e-paper dates are the paper's, and papers are printed in China unless the host says otherwise. */
export const CHINA_OFFSET = "+08:00";

/** Midnight of the issue's day at the paper's place, ISO 8601 with the offset. */
export function issueTime(issue: Pick<Issue, "date">, utcOffset: string): string {
  return `${issue.date}T00:00:00${utcOffset}`;
}
