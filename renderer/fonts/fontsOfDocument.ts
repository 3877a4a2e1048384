import type { Box, IssueDocument, ParagraphStyle, Story } from "../../shared/model/document";
import type { CharacterStyleId, ParagraphStyleId } from "../../shared/model/ids";
import { lookUp } from "../../shared/model/indexes";

/** The fonts that the styles in use ask for: those to be there before the pages are shown. */
export function fontsOfDocument(document: IssueDocument): ReadonlySet<string> {
  const fonts = new Set<string>();
  const addCharacterStyle = (id: CharacterStyleId | null) => {
    const fontId = id === null ? null : (lookUp(document.characterStyles, id)?.fontId ?? null);
    if (fontId !== null) fonts.add(fontId);
  };
  for (const styleId of paragraphStylesInUse(document)) {
    const style: ParagraphStyle | null = lookUp(document.paragraphStyles, styleId);
    if (style === null) continue;
    fonts.add(style.fontId);
    addCharacterStyle(style.runInStyleId);
  }
  for (const story of Object.values<Story>(document.stories)) {
    for (const { marks } of story.paragraphs) for (const mark of marks) addCharacterStyle(mark.styleId);
  }
  return fonts;
}

function paragraphStylesInUse(document: IssueDocument): ReadonlySet<ParagraphStyleId> {
  const styles = new Set<ParagraphStyleId>();
  for (const story of Object.values<Story>(document.stories)) {
    for (const { styleId } of story.paragraphs) styles.add(styleId);
  }
  for (const box of Object.values<Box>(document.boxes)) {
    if (box.kind === "title") for (const styleId of Object.values(box.styleIds)) styles.add(styleId);
    if (box.kind === "caption") styles.add(box.captionStyleId).add(box.creditStyleId);
    if (box.kind === "furniture") for (const { styleId } of box.lines) styles.add(styleId);
  }
  return styles;
}
