import type { CompositionSettings, Issue, NewspaperGrid, Publication } from "../model/document";
import { compositionShape, gridShape, issueShape, publicationShape } from "../model/documentShapes";
import { edit } from "../model/edit";
import { ok } from "../result";
import { checkedRecord } from "./checkedRecord";
import type { Command } from "./command";

/** Changes what the masthead and the imprint say: of this issue, of the paper, or of both. */
export const setIssueFields: Command<{ readonly issue?: Partial<Issue>; readonly publication?: Partial<Publication> }> = (
  document,
  { issue, publication },
) => {
  const nextIssue = checkedRecord(issueShape, { ...document.issue, ...issue });
  if (!nextIssue.ok) return nextIssue;
  const { name, mastheadName } = document.publication;
  // A masthead that writes the name as it is goes on doing so; traditional forms stay as they were set.
  const masthead = publication?.name !== undefined && mastheadName === name ? { mastheadName: publication.name } : {};
  const nextPublication = checkedRecord(publicationShape, { ...document.publication, ...masthead, ...publication });
  if (!nextPublication.ok) return nextPublication;
  return ok(
    edit(document, (draft) => {
      draft.issue = nextIssue.value;
      draft.publication = nextPublication.value;
    }),
  );
};

/** Changes the newspaper grid; boxes stay where they are. */
export const setGrid: Command<{ readonly change: Partial<NewspaperGrid> }> = (document, { change }) => {
  const grid = checkedRecord(gridShape, { ...document.grid, ...change });
  return grid.ok ? ok(edit(document, (draft) => void (draft.grid = grid.value))) : grid;
};

/** Changes the house's rules of composition. */
export const setComposition: Command<{ readonly change: Partial<CompositionSettings> }> = (document, { change }) => {
  const composition = checkedRecord(compositionShape, { ...document.composition, ...change });
  return composition.ok ? ok(edit(document, (draft) => void (draft.composition = composition.value))) : composition;
};
