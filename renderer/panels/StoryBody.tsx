import { useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Story } from "../../shared/model/document";
import type { Editor } from "../editor/editor";
import { belongsToInputMethod } from "../keys/shortcut";
import { canvasElement } from "../menu/finalFocus";
import { useLiveText } from "./fields/useLiveText";
import { editStory } from "./storyEdits";

/**
 * The body of a story in a plain text field, one paragraph a line. Behind it lies the same text, invisible, that tints
 * what does not fit its frames.
 */
export function StoryBody({ editor, story, text, oversetFrom }: {
  readonly editor: Editor;
  readonly story: Story;
  readonly text: string;
  /** Where in `text` the overset part begins, or null. */
  readonly oversetFrom: number | null;
}) {
  const { t } = useTranslation();
  const backdrop = useRef<HTMLDivElement>(null);
  const handlers = useLiveText<HTMLTextAreaElement>(editor, text, (change) => editStory(editor, story.id, change));
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (belongsToInputMethod(event.nativeEvent)) return;
    if (event.key === "Escape") canvasElement(document)?.focus();
    else handlers.onKeyDown(event);
  };
  return (
    <div className="story-body">
      <div ref={backdrop} className="story-backdrop" aria-hidden="true">
        {oversetFrom === null ? null : (
          <>
            {text.slice(0, oversetFrom)}
            <mark className="story-over">{text.slice(oversetFrom)}</mark>
          </>
        )}
        {"\n"}
      </div>
      <textarea
        {...handlers}
        id="story-body"
        className="story-area"
        aria-label={t("panels.story.body")}
        placeholder={t("panels.story.bodyHint")}
        spellCheck={false}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          if (backdrop.current !== null) backdrop.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
