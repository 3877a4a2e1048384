import type { CommandProblem, Command } from "../../shared/commands/command";
import type { IssueDocument } from "../../shared/model/document";
import { ok, type Result } from "../../shared/result";

/** A command with its arguments. */
export type Edit = (document: IssueDocument) => Result<IssueDocument, CommandProblem>;

/** Ties a command to its arguments. */
export function editOf<Args>(command: Command<Args>, args: Args): Edit {
  return (document) => command(document, args);
}

/** Several edits as one command: all of them, or none and the first problem. */
export const inSequence: Command<readonly Edit[]> = (document, edits) => {
  let result: Result<IssueDocument, CommandProblem> = ok(document);
  for (const edit of edits) {
    if (!result.ok) return result;
    result = edit(result.value);
  }
  return result;
};
