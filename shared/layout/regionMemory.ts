import type { Box, IssueDocument, Page, Story } from "../model/document";
import { articleOfStory, lookUp, pageOfBox } from "../model/indexes";
import { sameItems } from "./sameItems";
import { sameRegions, storyRegions, type Region } from "./regions";

/** Finds the regions of stories. A story's are looked for anew only where something they depend on is another object. */
export interface RegionMemory {
  /** Must be called before the stories of another document are asked for. */
  begin(document: IssueDocument): void;
  /** The very same list as before where nothing in it changed. */
  regionsOf(story: Story): readonly Region[];
}

interface Known {
  readonly inputs: readonly unknown[];
  readonly regions: readonly Region[];
}

/** A memory of regions; it forgets what the last document does not hold. */
export function createRegionMemory(): RegionMemory {
  let document: IssueDocument | null = null;
  let known = new Map<Story["id"], Known>();
  let before = known;
  let pushing: ReadonlyMap<Page, readonly Box[]> = new Map();

  return {
    begin(now) {
      document = now;
      before = known;
      known = new Map();
      pushing = pushingBoxes(now, pushing);
    },

    regionsOf(story) {
      if (document === null) throw new Error("No document has been begun");
      const inputs = inputsOf(document, story, pushing);
      const last = before.get(story.id);
      if (last !== undefined && sameItems(last.inputs, inputs)) {
        known.set(story.id, last);
        return last.regions;
      }
      const found = storyRegions(document, story.frameIds, document.grid.pitch);
      const regions = last !== undefined && sameRegions(last.regions, found) ? last.regions : found;
      known.set(story.id, { inputs, regions });
      return regions;
    },
  };
}

/** All that decides a story's regions: its frames, the pages they stand on and what pushes text there, its article's furniture. */
function inputsOf(document: IssueDocument, story: Story, pushing: ReadonlyMap<Page, readonly Box[]>): readonly unknown[] {
  const inputs: unknown[] = [story.frameIds, document.grid, document.composition, document.assets, articleOfStory(document, story.id)?.furnitureIds];
  for (const frameId of story.frameIds) {
    const page = pageOfBox(document, frameId)?.page ?? null;
    inputs.push(lookUp(document.boxes, frameId), page === null ? null : pushing.get(page));
  }
  return inputs;
}

/** The boxes of each page that push text, the same list as before where they are the same boxes. */
function pushingBoxes(document: IssueDocument, before: ReadonlyMap<Page, readonly Box[]>): ReadonlyMap<Page, readonly Box[]> {
  const pushing = new Map<Page, readonly Box[]>();
  for (const page of document.pages) {
    const boxes: Box[] = [];
    for (const boxId of page.boxIds) {
      const box = lookUp(document.boxes, boxId);
      if (box !== null && box.pushesText) boxes.push(box);
    }
    const last = before.get(page);
    pushing.set(page, last !== undefined && sameItems(last, boxes) ? last : boxes);
  }
  return pushing;
}
