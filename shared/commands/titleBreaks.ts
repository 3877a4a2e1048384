import type { TitleRole } from "../model/document";
import type { StoryId } from "../model/ids";
import { lookUp } from "../model/indexes";
import { splitsCharacter } from "../model/soundText";
import { titleText, withBreakPoints } from "../model/titleText";
import { fail } from "../result";
import type { Command } from "./command";
import { setTitlePart } from "./stories";

/**
 * Chooses where the lines of a title's part may end: at these offsets of its printed words, as a word segmenter or an
 * editor finds them, instead of those chosen before. None leaves the choice to the layout; points where no line may end stay.
 */
export const setTitleBreaks: Command<{ readonly storyId: StoryId; readonly role: TitleRole; readonly offsets: readonly number[] }> = (
  document,
  { storyId, role, offsets },
) => {
  const story = lookUp(document.stories, storyId);
  if (story === null) return fail({ code: "story-missing", storyId });
  const stored = story.title[role];
  const { text } = titleText(stored);
  const isInside = (offset: number) => Number.isInteger(offset) && offset > 0 && offset < text.length && !splitsCharacter(text, offset);
  if (!offsets.every(isInside)) return fail({ code: "range-outside-text", storyId });
  return setTitlePart(document, { storyId, role, text: withBreakPoints(stored, offsets) });
};
