import type { IssueDocument, Page } from "../model/document";

/** The pages with a box that is another object than before, or null where more of the document has changed than boxes. */
export function touchedPages(before: IssueDocument, now: IssueDocument): ReadonlySet<Page> | null {
  if (!differInBoxesAlone(before, now)) return null;
  const touched = new Set<Page>();
  for (const page of now.pages) {
    for (const boxId of page.boxIds) {
      if (now.boxes[boxId] === before.boxes[boxId]) continue;
      touched.add(page);
      break;
    }
  }
  return touched;
}

function differInBoxesAlone(before: IssueDocument, now: IssueDocument): boolean {
  // Both have the fields of the interface, which `Object.keys` cannot say; whatever else they hold is compared as well.
  const names = Object.keys(now) as (keyof IssueDocument)[];
  return names.length === Object.keys(before).length && names.every((name) => name === "boxes" || now[name] === before[name]);
}
