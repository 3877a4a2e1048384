import type { DisplayItem } from "../../display/displayList";
import type { FontSource } from "../../fonts/fontSource";
import type { CharacterStyle, IssueDocument, Paragraph, ParagraphStyle, Story, TextFrame, TextMark } from "../../model/document";
import { idFrom } from "../../model/idFrom";
import { houseStyleIds, plainCharacterStyle } from "../../model/houseStyles";
import type { StoryId } from "../../model/ids";
import { readClusters } from "../../text/clusters";
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
      if (looks !== null && words !== "") {
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

/** All that is printed of a layout with one page. */
export function printedItems({ pages }: IssueLayout): readonly DisplayItem[] {
  return [...pages.values()].flatMap(({ boxes }) => boxes.flatMap(({ items }) => items));
}

/** The characters that printed items stand for, spaces left out. */
export function printedText(layout: IssueLayout): string {
  const texts = printedItems(layout).map((item) => (item.kind === "glyphs" ? item.text : item.kind === "path" ? (item.missing ?? "") : ""));
  return withoutSpaces(texts.join(""));
}

/** A text without its spaces, which may stand for gaps. */
export function withoutSpaces(text: string): string {
  return text.replaceAll(/[ \u3000]/g, "");
}

/** A text in three pieces, the middle one between two of its characters that any two numbers name. */
export function cutText(text: string, a: number, b: number): readonly [before: string, stretch: string, behind: string] {
  const { count, offsets } = readClusters(text);
  const [from, to] = [offsets[a % (count + 1)]!, offsets[b % (count + 1)]!];
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}
