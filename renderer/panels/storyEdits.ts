import { replaceText, setByline, setDateline, setSource, setTitlePart } from "../../shared/commands/stories";
import type { Story, TitleRole } from "../../shared/model/document";
import type { StoryId } from "../../shared/model/ids";
import type { Editor } from "../editor/editor";
import { applied, type TextChange } from "../editor/textChange";

// Each answers whether the document took the change. Keys of one field merge into one undo step until the field seals it.

/** Changes the body of a story. */
export function editStory(editor: Editor, storyId: StoryId, { from, to, inserted }: TextChange): boolean {
  return editor.run(replaceText, { storyId, from, to, text: inserted }, { label: "type", mergeKey: `type:${storyId}` }).ok;
}

/** Changes a part of a story's title. */
export function editTitle(editor: Editor, story: Story, role: TitleRole, change: TextChange): boolean {
  const args = { storyId: story.id, role, text: applied(story.title[role], change) };
  return editor.run(setTitlePart, args, { label: "edit-title", mergeKey: `title:${story.id}:${role}` }).ok;
}

const fieldCommands = { dateline: setDateline, byline: setByline, source: setSource } as const;

/** Changes 电头, 署名 or the source. */
export function editStoryField(
  editor: Editor,
  story: Story,
  field: keyof typeof fieldCommands,
  change: TextChange,
): boolean {
  const args = { storyId: story.id, text: applied(story[field], change) };
  return editor.run(fieldCommands[field], args, { label: "edit-field", mergeKey: `${field}:${story.id}` }).ok;
}
