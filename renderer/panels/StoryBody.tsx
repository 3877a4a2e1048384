import { useRef, type FocusEvent, type KeyboardEvent, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Story } from "../../shared/model/document";
import type { Editor } from "../editor/editor";
import { belongsToInputMethod } from "../keys/shortcut";
import { canvasElement } from "../menu/finalFocus";
import { useEditor } from "../editor/editorContext";
import { EDITS_TEXT, keepsText } from "../text/textFocus";
import { useLiveText } from "./fields/useLiveText";
import { StoryBackdrop } from "./StoryBackdrop";
import { editStory } from "./storyEdits";

/**
 * The body of a story in a plain text field, one paragraph a line. Behind it lies the same text, invisible, that shows its
 * styles and marks and tints what does not fit its frames. What is selected here is what text actions work on.
 */
export function StoryBody({ editor, story, text, oversetFrom }: {
  readonly editor: Editor;
  readonly story: Story;
  readonly text: string;
  /** Where in `text` the overset part begins, or null. */
  readonly oversetFrom: number | null;
}) {
  const { t } = useTranslation();
  const isEdited = useEditor((state) => state.storySelection?.storyId === story.id);
  const backdrop = useRef<HTMLDivElement>(null);
  const handlers = useLiveText<HTMLTextAreaElement>(editor, text, (change) => editStory(editor, story.id, change));
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (belongsToInputMethod(event.nativeEvent)) return;
    if (event.key === "Escape") canvasElement(document)?.focus();
    else handlers.onKeyDown(event);
  };
  const select = (event: SyntheticEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    // A field that is changed from elsewhere reports its selection, too, without having the keyboard.
    if (document.activeElement !== event.currentTarget) return;
    editor.setStorySelection({ storyId: story.id, from: selectionStart, to: selectionEnd });
  };
  const onBlur = (event: FocusEvent<HTMLTextAreaElement>) => {
    handlers.onBlur();
    if (!keepsText(event.relatedTarget)) editor.setStorySelection(null);
  };
  return (
    <div className="story-body">
      <div ref={backdrop} className="story-backdrop" aria-hidden="true">
        <StoryBackdrop story={story} oversetFrom={oversetFrom} />
      </div>
      <textarea
        {...handlers}
        id="story-body"
        className="story-area"
        aria-label={t("panels.story.body")}
        placeholder={t("panels.story.bodyHint")}
        spellCheck={false}
        autoComplete="off"
        {...(isEdited ? { [EDITS_TEXT]: "" } : {})}
        onKeyDown={onKeyDown}
        onFocus={select}
        onSelect={select}
        onBlur={onBlur}
        onScroll={(event) => {
          if (backdrop.current !== null) backdrop.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
