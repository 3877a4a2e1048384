import type { IssueDocument, Story } from "../../../shared/model/document";
import type { CharacterStyleId, ParagraphStyleId } from "../../../shared/model/ids";

/** How many paragraphs or marks of the issue's stories are in a style. */
export function styleUses(stories: IssueDocument["stories"], styleId: ParagraphStyleId | CharacterStyleId): number {
  let uses = 0;
  for (const { paragraphs } of Object.values<Story>(stories)) {
    for (const paragraph of paragraphs) {
      if (paragraph.styleId === styleId) uses += 1;
      for (const mark of paragraph.marks) if (mark.styleId === styleId) uses += 1;
    }
  }
  return uses;
}
