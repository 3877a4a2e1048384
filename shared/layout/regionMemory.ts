import type { Box, IssueDocument, Page, Story } from "../model/document";
import { articleOfStory, lookUp, pageOfBox } from "../model/indexes";
import { sameItems } from "./sameItems";
import { sameRegions, type Region } from "./regions";
import { storyRegions } from "./storyRegions";

/** Finds the regions of stories. A story's are looked for anew only where something they depend on is another object. */
export interface RegionMemory {
  /** Must be called before stories of another document are asked for; where only some will be, the others are kept. */
  begin(document: IssueDocument, isForSome: boolean): void;
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
  let pushing = new Map<Page, readonly Box[]>();

  return {
    begin(now, isForSome) {
      document = now;
      before = known;
      if (!isForSome) known = new Map();
      pushing = new Map();
    },

    regionsOf(story) {
      if (document === null) throw new Error("No document has been begun");
      const inputs = inputsOf(document, story, pushing);
      const last = before.get(story.id);
      if (last !== undefined && sameItems(last.inputs, inputs)) {
        known.set(story.id, last);
        return last.regions;
      }
      const found = storyRegions(document, story.frameIds);
      const regions = last !== undefined && sameRegions(last.regions, found) ? last.regions : found;
      known.set(story.id, { inputs, regions });
      return regions;
    },
  };
}

/** All that decides a story's regions: its frames, whatever may push text in them, its article's furniture. */
function inputsOf(document: IssueDocument, story: Story, pushing: Map<Page, readonly Box[]>): readonly unknown[] {
  const inputs: unknown[] = [story.frameIds, document.grid, document.composition, document.assets, articleOfStory(document, story.id)?.furnitureIds];
  for (const frameId of story.frameIds) {
    const frame = lookUp(document.boxes, frameId);
    const page = pageOfBox(document, frameId)?.page ?? null;
    inputs.push(frame, page);
    if (frame === null || page === null) continue;
    let boxes = pushing.get(page);
    if (boxes === undefined) pushing.set(page, (boxes = pushingBoxes(document, page)));
    for (const box of boxes) if (mayReach(box, frame)) inputs.push(box);
  }
  return inputs;
}

/** Stored lengths are rounded: boxes as close as this may touch. */
const TOUCH = 1;

/** Whether a box with its standoff comes near a frame; looked at without making a rectangle, as every pair is in every layout. */
function mayReach({ rect, standoff }: Box, frame: Box): boolean {
  const reach = standoff + TOUCH;
  const { x, y, width, height } = frame.rect;
  return rect.x - reach < x + width && rect.x + rect.width + reach > x && rect.y - reach < y + height && rect.y + rect.height + reach > y;
}

/** The boxes of a page that push text. */
function pushingBoxes(document: IssueDocument, page: Page): readonly Box[] {
  return page.boxIds.flatMap((boxId) => {
    const box = lookUp(document.boxes, boxId);
    return box !== null && box.pushesText ? [box] : [];
  });
}
