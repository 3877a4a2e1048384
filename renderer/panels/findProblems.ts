import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { IssueDocument } from "../../shared/model/document";
import type { IssueProblem } from "./problemStore";

/** What stands against printing the issue. */
export function findProblems(_document: IssueDocument, _layout: IssueLayout): readonly IssueProblem[] {
  return [];
}
