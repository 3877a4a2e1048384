import type { Box, CharacterStyle, IssueDocument, ParagraphStyle, Swatch } from "../model/document";
import { MOST_RECORDS, swatchShape } from "../model/documentShapes";
import { edit, type DocumentDraft } from "../model/edit";
import type { SwatchId } from "../model/ids";
import { lookUp } from "../model/indexes";
import type { Ink } from "../model/ink";
import { fail, ok } from "../result";
import { takenName } from "./boxes";
import { checkedRecord } from "./checkedRecord";
import type { Command } from "./command";

/** Adds a colour to the palette. */
export const addSwatch: Command<{ readonly swatch: Swatch }> = (document, { swatch }) => {
  if (takenName(document.swatches, [swatch.id]) !== null) return fail({ code: "id-taken", id: swatch.id });
  if (Object.keys(document.swatches).length >= MOST_RECORDS) return fail({ code: "value-out-of-range", field: "swatches" });
  return putSwatch(document, swatch);
};

/** Changes a colour of the palette, and with it everything that is printed in it. */
export const changeSwatch: Command<{ readonly swatchId: SwatchId; readonly change: Partial<Omit<Swatch, "id">> }> = (document, { swatchId, change }) => {
  const swatch = lookUp(document.swatches, swatchId);
  return swatch === null ? fail({ code: "swatch-missing", swatchId }) : putSwatch(document, { ...swatch, ...change, id: swatch.id });
};

/** Takes a colour out of the palette: what is printed in it is printed in the replacement, or keeps the inks it has. */
export const deleteSwatch: Command<{ readonly swatchId: SwatchId; readonly replacement: SwatchId | null }> = (document, { swatchId, replacement }) => {
  if (lookUp(document.swatches, swatchId) === null) return fail({ code: "swatch-missing", swatchId });
  if (replacement !== null && (replacement === swatchId || lookUp(document.swatches, replacement) === null)) {
    return fail({ code: "swatch-missing", swatchId: replacement });
  }
  return ok(edit(document, (draft) => {
    if (replacement !== null) for (const replace of inksOf(document)) replace(draft, (ink) => (ink.swatch?.id === swatchId ? { ...ink, swatch: { ...ink.swatch, id: replacement } } : ink));
    delete draft.swatches[swatchId];
  }));
};

function putSwatch(document: IssueDocument, swatch: Swatch): ReturnType<typeof addSwatch> {
  const checked = checkedRecord(swatchShape, swatch);
  if (!checked.ok) return checked;
  const { name } = checked.value;
  if (name.trim() === "" || Object.values<Swatch>(document.swatches).some((other) => other.id !== swatch.id && other.name === name)) {
    return fail({ code: "value-out-of-range", field: "name" });
  }
  return ok(edit(document, (draft) => void (draft.swatches[swatch.id] = checked.value)));
}

type ReplaceInk = (draft: DocumentDraft, replace: (ink: Ink) => Ink) => void;

/** For each record that holds inks, a way to replace them. */
function inksOf(document: IssueDocument): readonly ReplaceInk[] {
  return [
    ...Object.values<Box>(document.boxes).map((box): ReplaceInk => (draft, replace) => {
      if (box.kind === "rule") draft.boxes[box.id] = { ...box, ink: replace(box.ink) };
      if (box.kind === "panel") draft.boxes[box.id] = { ...box, fill: box.fill === null ? null : replace(box.fill), stroke: box.stroke === null ? null : replace(box.stroke) };
    }),
    ...Object.values<ParagraphStyle>(document.paragraphStyles).map((style): ReplaceInk => (draft, replace) => {
      draft.paragraphStyles[style.id] = { ...style, ink: replace(style.ink), fill: style.fill === null ? null : replace(style.fill) };
    }),
    ...Object.values<CharacterStyle>(document.characterStyles).map((style): ReplaceInk => (draft, replace) => {
      draft.characterStyles[style.id] = { ...style, ink: style.ink === null ? null : replace(style.ink) };
    }),
  ];
}
