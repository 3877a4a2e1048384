import { titleRoles } from "../model/articleText";
import type { IssueDocument, TitleRole } from "../model/document";
import type { BoxId } from "../model/ids";
import { ok, type Result } from "../result";
import type { Command, CommandProblem } from "./command";
import { setTitleLetters, type TitleLetters } from "./titleFrames";

/** Sets the letters of several parts of a title at once, as fitting it to its frame found them; within the house's limits. */
export const setTitleFit: Command<{ readonly boxId: BoxId; readonly letters: Readonly<Partial<Record<TitleRole, TitleLetters>>> }> = (
  document,
  { boxId, letters },
) => titleRoles.reduce<Result<IssueDocument, CommandProblem>>((result, role) => {
  const own = letters[role];
  return result.ok && own !== undefined ? setTitleLetters(result.value, { boxId, role, letters: own }) : result;
}, ok(document));
