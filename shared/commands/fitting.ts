import type { StoryFitting } from "../model/document";
import { storyShape } from "../model/documentShapes";
import { fittedDocument } from "../model/fitTarget";
import type { StoryId } from "../model/ids";
import { lookUp } from "../model/indexes";
import { fail, ok } from "../result";
import { checkedRecord } from "./checkedRecord";
import type { Command } from "./command";

/** Numbers as far apart as this are the same: fits are made of decimal steps. */
const TOLERANCE = 1e-9;

/**
 * Fits a story to its frames: how far its marks are squeezed, its tracking, its title's size, and the lines between title
 * and text. Never beyond the house's limits.
 */
export const fitStory: Command<{ readonly storyId: StoryId; readonly fitting: StoryFitting }> = (document, { storyId, fitting }) => {
  const story = lookUp(document.stories, storyId);
  if (story === null) return fail({ code: "story-missing", storyId });
  const { trackingEm, headlineShrink } = document.composition.fitLimits;
  if (Math.abs(fitting.trackingEm) > trackingEm + TOLERANCE) return fail({ code: "value-out-of-range", field: "trackingEm" });
  if (fitting.titleSize < 1 - headlineShrink - TOLERANCE) return fail({ code: "value-out-of-range", field: "titleSize" });
  const checked = checkedRecord(storyShape, { ...story, paragraphs: [], fitting });
  if (!checked.ok) return checked;
  const changed = fittedDocument(document, storyId, checked.value.fitting);
  return changed === null ? fail({ code: "value-out-of-range", field: "titleLines" }) : ok(changed);
};
