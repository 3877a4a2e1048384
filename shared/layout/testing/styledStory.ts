import type { CharacterStyle, IssueDocument, Paragraph, ParagraphStyle, Story, TextFrame, TextMark } from "../../model/document";
import { idFrom } from "../../model/idFrom";
import { houseStyleIds, plainCharacterStyle } from "../../model/houseStyles";
import type { StoryId } from "../../model/ids";
import type { FontSource } from "../../fonts/fontSource";
import { createComposer } from "../composer";
import type { FlowLayout, IssueLayout } from "../issueLayout";
import { countableFonts, documentOf } from "./layoutBuilders";

/** A stretch of text in a character style that differs from the paragraph's in these ways. */
export type Looks = Partial<Omit<CharacterStyle, "id" | "name">>;

/** A text in pieces, each as it is or with a look of its own. */
export type Pieces = readonly (string | readonly [text: string, looks: Looks])[];

/** A document with one story in these frames, its paragraphs in the body's style with these changes, their pieces with these looks. */
export function styledDocument(paragraphs: readonly Pieces[], style: Partial<ParagraphStyle>, frames: readonly TextFrame[]): IssueDocument {
  const characterStyles: Record<string, CharacterStyle> = {};
  const made = paragraphs.map((pieces): Paragraph => {
    let text = "";
    const marks: TextMark[] = [];
    for (const piece of pieces) {
      const [words, looks] = typeof piece === "string" ? [piece, null] : piece;
      if (looks !== null) {
        const id = idFrom<"characterStyle">(`look-${Object.keys(characterStyles).length}`);
        characterStyles[id] = { ...plainCharacterStyle, id, name: id, ...looks };
        marks.push({ from: text.length, to: text.length + words.length, styleId: id });
      }
      text += words;
    }
    return { text, styleId: houseStyleIds.body, marks };
  });
  const base = documentOf([], frames);
  const body = base.paragraphStyles[houseStyleIds.body]!;
  const [story] = Object.values<Story>(base.stories);
  return {
    ...base,
    paragraphStyles: { ...base.paragraphStyles, [houseStyleIds.body]: { ...body, firstLineIndentEm: 0, ...style } },
    characterStyles: { ...base.characterStyles, ...characterStyles },
    stories: { [story!.id]: { ...story!, paragraphs: made } },
  };
}

/** The layout of a document with one story, and that story's flow. */
export function setStory(document: IssueDocument, fonts: FontSource = countableFonts): { readonly layout: IssueLayout; readonly flow: FlowLayout } {
  const layout = createComposer(fonts).layout(document);
  const [storyId] = Object.keys(document.stories) as StoryId[];
  return { layout, flow: layout.flows.get(`story:${storyId!}`)! };
}

/** The words of each line. */
export function lineTexts({ paragraphs, lines }: FlowLayout): readonly string[] {
  return lines.map((line) => paragraphs[line.paragraph]!.text.slice(line.from, line.to));
}
