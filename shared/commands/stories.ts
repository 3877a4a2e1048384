import type { IssueDocument, Paragraph, Story, TitleRole } from "../model/document";
import { storyShape } from "../model/documentShapes";
import { edit } from "../model/edit";
import { houseStyleIds } from "../model/houseStyles";
import type { CharacterStyleId, ParagraphStyleId, StoryId } from "../model/ids";
import { lookUp } from "../model/indexes";
import { storyLength } from "../model/references";
import { MOST_STORY_TEXT, soundText } from "../model/soundText";
import { fail, ok, type Result } from "../result";
import { isMarked, marked, placeInBody, replaceInBody } from "./bodyText";
import { checkedRecord } from "./checkedRecord";
import type { Command, CommandProblem } from "./command";

/** Sets 引题, 主题 or 副题; a line feed is a chosen line break. */
export const setTitlePart: Command<{ readonly storyId: StoryId; readonly role: TitleRole; readonly text: string }> = (
  document,
  { storyId, role, text },
) => changeStory(document, storyId, (story) => ({ ...story, title: { ...story.title, [role]: soundText(text) } }));

/** Sets 署名. */
export const setByline: Command<{ readonly storyId: StoryId; readonly text: string }> = (document, { storyId, text }) =>
  changeStory(document, storyId, (story) => ({ ...story, byline: oneLine(text) }));

/** Sets 电头. */
export const setDateline: Command<{ readonly storyId: StoryId; readonly text: string }> = (document, { storyId, text }) =>
  changeStory(document, storyId, (story) => ({ ...story, dateline: oneLine(text) }));

/** Sets who the news comes from. */
export const setSource: Command<{ readonly storyId: StoryId; readonly text: string }> = (document, { storyId, text }) =>
  changeStory(document, storyId, (story) => ({ ...story, source: oneLine(text) }));

/**
 * Replaces a stretch of a story's body, whose paragraphs are joined by one line feed: offsets are UTF-16 code units,
 * half-open. Line feeds in the new text begin paragraphs, control characters are left out, and only the paragraphs that
 * are touched become new objects.
 */
export const replaceText: Command<{
  readonly storyId: StoryId;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}> = (document, { storyId, from, to, text }) => {
  const story = lookUp(document.stories, storyId);
  if (story === null) return fail({ code: "story-missing", storyId });
  const paragraphs = story.paragraphs.length > 0 ? story.paragraphs : firstParagraph(document);
  const start = placeInBody(paragraphs, from);
  const end = placeInBody(paragraphs, to);
  if (start === null || end === null || from > to) return fail({ code: "range-outside-text", storyId });
  const typed = soundText(text);
  if (from === to && typed === "") return ok(document);
  const replaced = replaceInBody(paragraphs, start, end, typed);
  const others = Object.values<Story>(document.stories).reduce((sum, other) => sum + (other === story ? 0 : lengthOf(other)), 0);
  if (others + storyLength({ paragraphs: replaced }) > MOST_STORY_TEXT) return fail({ code: "value-out-of-range", field: "text" });
  return setParagraphs(document, story, replaced);
};

/** Gives paragraphs a style: those of an index range, half-open. */
export const setParagraphStyle: Command<{
  readonly storyId: StoryId;
  readonly fromParagraph: number;
  readonly toParagraph: number;
  readonly styleId: ParagraphStyleId;
}> = (document, { storyId, fromParagraph, toParagraph, styleId }) => {
  const story = lookUp(document.stories, storyId);
  if (story === null) return fail({ code: "story-missing", storyId });
  if (lookUp(document.paragraphStyles, styleId) === null) return fail({ code: "style-missing", styleId });
  if (!(fromParagraph >= 0 && fromParagraph <= toParagraph && toParagraph <= story.paragraphs.length)) {
    return fail({ code: "range-outside-text", storyId });
  }
  const styled = (paragraph: Paragraph, index: number) =>
    index < fromParagraph || index >= toParagraph || paragraph.styleId === styleId ? paragraph : { ...paragraph, styleId };
  return setParagraphs(document, story, story.paragraphs.map(styled));
};

/** Sets a stretch of a story's body in a character style, or in none where all of it is in that style already. */
export const toggleMark: Command<{
  readonly storyId: StoryId;
  readonly from: number;
  readonly to: number;
  readonly styleId: CharacterStyleId;
}> = (document, { styleId, ...range }) =>
  changeMarks(document, range, styleId, (stretches) =>
    stretches.every(({ paragraph, from, to }) => isMarked(paragraph, from, to, styleId)) ? null : styleId,
  );

/** Sets a stretch of a story's body in a character style, or in none. */
export const setMark: Command<{
  readonly storyId: StoryId;
  readonly from: number;
  readonly to: number;
  readonly styleId: CharacterStyleId | null;
}> = (document, { styleId, ...range }) => changeMarks(document, range, styleId, () => styleId);

/** A part of a paragraph, half-open. */
interface Stretch {
  readonly paragraph: Paragraph;
  readonly from: number;
  readonly to: number;
}

/** Marks a range of the body, across paragraphs, with what is chosen by the text in it. */
function changeMarks(
  document: IssueDocument,
  { storyId, from, to }: { readonly storyId: StoryId; readonly from: number; readonly to: number },
  styleId: CharacterStyleId | null,
  choose: (stretches: readonly Stretch[]) => CharacterStyleId | null,
): Result<IssueDocument, CommandProblem> {
  const story = lookUp(document.stories, storyId);
  if (story === null) return fail({ code: "story-missing", storyId });
  if (styleId !== null && lookUp(document.characterStyles, styleId) === null) return fail({ code: "character-style-missing", styleId });
  const start = placeInBody(story.paragraphs, from);
  const end = placeInBody(story.paragraphs, to);
  if (start === null || end === null || from > to) return fail({ code: "range-outside-text", storyId });
  const stretches = story.paragraphs.map((paragraph, index) => ({
    paragraph,
    from: index < start.index ? paragraph.text.length : index === start.index ? start.offset : 0,
    to: index > end.index ? 0 : index === end.index ? end.offset : paragraph.text.length,
  }));
  const chosen = choose(stretches.filter((stretch) => stretch.from < stretch.to));
  return setParagraphs(document, story, stretches.map((stretch) => marked(stretch.paragraph, stretch.from, stretch.to, chosen)));
}

function changeStory(
  document: IssueDocument,
  storyId: StoryId,
  change: (story: Story) => Story,
): Result<IssueDocument, CommandProblem> {
  const story = lookUp(document.stories, storyId);
  if (story === null) return fail({ code: "story-missing", storyId });
  // The paragraphs stay as they are: reading them again would make new objects of them.
  const checked = checkedRecord(storyShape, { ...change(story), paragraphs: [] });
  if (!checked.ok) return checked;
  return ok(
    edit(document, (draft) => {
      draft.stories[storyId] = { ...checked.value, paragraphs: story.paragraphs };
    }),
  );
}

function setParagraphs(document: IssueDocument, story: Story, paragraphs: readonly Paragraph[]): Result<IssueDocument, CommandProblem> {
  if (paragraphs.length === story.paragraphs.length && paragraphs.every((paragraph, index) => paragraph === story.paragraphs[index])) {
    return ok(document);
  }
  return ok(
    edit(document, (draft) => {
      draft.stories[story.id] = { ...story, paragraphs };
    }),
  );
}

/** What an empty story's first words are set in. */
function firstParagraph(document: IssueDocument): readonly Paragraph[] {
  const style = lookUp(document.paragraphStyles, houseStyleIds.body) ?? Object.values(document.paragraphStyles)[0];
  return style === undefined ? [] : [{ text: "", styleId: style.id, marks: [] }];
}

const lengths = new WeakMap<Story, number>();

function lengthOf(story: Story): number {
  const known = lengths.get(story);
  if (known !== undefined) return known;
  const length = storyLength(story);
  lengths.set(story, length);
  return length;
}

function oneLine(text: string): string {
  return soundText(text).replaceAll("\n", "");
}
