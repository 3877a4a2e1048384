import type { IssueDocument, Page, Story } from "../model/document";
import type { StoryId } from "../model/ids";
import { articleOfStory, pageOfBox } from "../model/indexes";
import { sameItems } from "./sameItems";

/**
 * The pages with a box that is another object than before, or with the text or title of a story that is, or null where
 * more of the document has changed than such, so that any page may look different.
 */
export function touchedPages(before: IssueDocument, now: IssueDocument): ReadonlySet<Page> | null {
  if (!differInBoxesAndStoriesAlone(before, now)) return null;
  const touched = new Set<Page>();
  for (const page of now.pages) {
    for (const boxId of page.boxIds) {
      if (now.boxes[boxId] === before.boxes[boxId]) continue;
      touched.add(page);
      break;
    }
  }
  return before.stories === now.stories || addPagesOfStories(touched, before, now) ? touched : null;
}

function differInBoxesAndStoriesAlone(before: IssueDocument, now: IssueDocument): boolean {
  // Both have the fields of the interface, which `Object.keys` cannot say; whatever else they hold is compared as well.
  const names = Object.keys(now) as (keyof IssueDocument)[];
  return names.length === Object.keys(before).length && names.every((name) => name === "boxes" || name === "stories" || now[name] === before[name]);
}

/** Adds the pages where changed stories stand; false where stories have come, gone, changed places or stand on no page. */
function addPagesOfStories(touched: Set<Page>, before: IssueDocument, now: IssueDocument): boolean {
  // The keys of the table are its ids, which `Object.keys` cannot say.
  const ids = Object.keys(now.stories) as StoryId[];
  if (!sameItems(ids, Object.keys(before.stories))) return false;
  for (const id of ids) {
    const story: Story = now.stories[id]!;
    const old: Story = before.stories[id]!;
    if (story === old) continue;
    const pages = story.frameIds.flatMap((boxId) => pageOfBox(now, boxId)?.page ?? []);
    if (pages.length === 0 || !sameItems(story.frameIds, old.frameIds)) return false;
    for (const page of pages) touched.add(page);
    for (const boxId of articleOfStory(now, id)?.titleFrameIds ?? []) {
      const page = pageOfBox(now, boxId)?.page;
      if (page !== undefined) touched.add(page);
    }
  }
  return true;
}
