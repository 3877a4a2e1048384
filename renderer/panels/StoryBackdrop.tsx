import { Fragment, memo } from "react";
import type { CharacterStyle, IssueDocument, Paragraph, Story } from "../../shared/model/document";
import { lookUp } from "../../shared/model/indexes";
import { useEditor } from "../editor/editorContext";
import { lookOfStyle, overFromOf, paragraphPieces } from "./paragraphPieces";

/**
 * The same words as the text field over it, unseen: beside each paragraph the name of its style, behind marked words their
 * marks, and from where the story does not fit a tint, with a line across where it begins.
 */
export function StoryBackdrop({ story, oversetFrom }: {
  readonly story: Story;
  /** Where in the body the overset part begins, or null. */
  readonly oversetFrom: number | null;
}) {
  const paragraphStyles = useEditor((state) => state.document.paragraphStyles);
  const characterStyles = useEditor((state) => state.document.characterStyles);
  const over = overFromOf(story.paragraphs, oversetFrom);
  const cutIn = over.findIndex((from) => from !== null);
  return story.paragraphs.map((paragraph, index) => (
    <BackdropParagraph
      // Paragraphs have no names; their order is what tells them apart.
      key={index}
      paragraph={paragraph}
      styleName={lookUp(paragraphStyles, paragraph.styleId)?.name ?? ""}
      characterStyles={characterStyles}
      overFrom={over[index] ?? null}
      isCut={index === cutIn}
    />
  ));
}

/** Rendered again only when the paragraph is another object: a story may have hundreds. */
const BackdropParagraph = memo(function BackdropParagraph({ paragraph, styleName, characterStyles, overFrom, isCut }: {
  readonly paragraph: Paragraph;
  readonly styleName: string;
  readonly characterStyles: IssueDocument["characterStyles"];
  readonly overFrom: number | null;
  /** Whether what does not fit begins here. */
  readonly isCut: boolean;
}) {
  return (
    <div className="story-paragraph" data-style={styleName}>
      {paragraphPieces(paragraph, overFrom).map(({ from, text, styleId, isOver }) => {
        const style: CharacterStyle | null = styleId === null ? null : lookUp(characterStyles, styleId);
        const look = lookOfStyle(style);
        return (
          <Fragment key={from}>
            {isCut && from === overFrom ? <span className="story-cut" /> : null}
            <span className={`${look === "" ? "" : `story-mark ${look}`} ${isOver ? "story-over" : ""}`}>{text}</span>
          </Fragment>
        );
      })}
      {paragraph.text === "" ? <br /> : null}
    </div>
  );
});
