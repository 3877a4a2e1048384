import type { Box, IssueDocument } from "../model/document";
import type { CharacterStyleId, FontId, ParagraphStyleId } from "../model/ids";
import { lookUp, pictureOfCaption, storyOfFrame, storyOfTitleFrame } from "../model/indexes";
import type { PreflightProblem } from "./preflightProblem";
import { placedBoxes, placeOfBox, type PreflightScene } from "./preflightScene";

/** The fonts of a machine as preflight looks them up. */
export function fontFacts(fonts: readonly { readonly id: string; readonly mayEmbed: boolean }[]): ReadonlyMap<string, { readonly mayEmbed: boolean }> {
  return new Map(fonts.map((font) => [font.id, font]));
}

/** Fonts that are not on this machine, and fonts whose licence keeps them out of a PDF, each at the first box that uses it. */
export function checkFonts(scene: PreflightScene): readonly PreflightProblem[] {
  const { document, facts } = scene;
  const { fonts } = facts;
  if (fonts === undefined) return [];
  const told = new Set<FontId>();
  return placedBoxes(scene).flatMap((box) =>
    fontsIn(document, box).flatMap((font): readonly PreflightProblem[] => {
      if (told.has(font)) return [];
      told.add(font);
      const known = fonts.get(font);
      if (known?.mayEmbed === true) return [];
      const code = known === undefined ? "font-missing" : "font-not-embeddable";
      return [{ code, severity: "error", place: placeOfBox(document, box.id), data: { font } }];
    }),
  );
}

/** The fonts that the styles of a box's text name. */
function fontsIn(document: IssueDocument, box: Box): readonly FontId[] {
  const paragraph = (id: ParagraphStyleId): readonly FontId[] => {
    const style = lookUp(document.paragraphStyles, id);
    if (style === null) return [];
    return [style.fontId, ...(style.runInStyleId === null ? [] : character(style.runInStyleId))];
  };
  const character = (id: CharacterStyleId): readonly FontId[] => {
    const fontId = lookUp(document.characterStyles, id)?.fontId ?? null;
    return fontId === null ? [] : [fontId];
  };
  switch (box.kind) {
    case "text":
      return (storyOfFrame(document, box.id)?.paragraphs ?? []).flatMap(({ styleId, marks }) => [...paragraph(styleId), ...marks.flatMap((mark) => character(mark.styleId))]);
    case "title": {
      const title = storyOfTitleFrame(document, box.id)?.title;
      return (["kicker", "main", "sub"] as const).flatMap((role) => (title === undefined || title[role] === "" ? [] : paragraph(box.styleIds[role])));
    }
    case "caption":
      return pictureOfCaption(document, box.id) === null ? [] : [...paragraph(box.captionStyleId), ...paragraph(box.creditStyleId)];
    case "furniture":
      return box.lines.flatMap(({ styleId }) => paragraph(styleId));
    case "picture":
    case "panel":
    case "rule":
      return [];
  }
}
