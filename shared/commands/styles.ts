import type { CharacterStyle, ParagraphStyle } from "../model/document";
import { characterStyleShape, MOST_RECORDS, paragraphStyleShape } from "../model/documentShapes";
import { edit } from "../model/edit";
import type { CharacterStyleId, ParagraphStyleId } from "../model/ids";
import { lookUp } from "../model/indexes";
import { fail, ok } from "../result";
import { takenName } from "./boxes";
import { checkedRecord } from "./checkedRecord";
import type { Command } from "./command";

/** Changes a paragraph style. */
export const editParagraphStyle: Command<{
  readonly styleId: ParagraphStyleId;
  readonly change: Partial<Omit<ParagraphStyle, "id">>;
}> = (document, { styleId, change }) => {
  const style = lookUp(document.paragraphStyles, styleId);
  if (style === null) return fail({ code: "style-missing", styleId });
  const changed = checkedRecord(paragraphStyleShape, { ...style, ...change, id: style.id });
  if (!changed.ok) return changed;
  const { runInStyleId } = changed.value;
  if (runInStyleId !== null && lookUp(document.characterStyles, runInStyleId) === null) {
    return fail({ code: "character-style-missing", styleId: runInStyleId });
  }
  return ok(edit(document, (draft) => void (draft.paragraphStyles[styleId] = changed.value)));
};

/** Changes a character style. */
export const editCharacterStyle: Command<{
  readonly styleId: CharacterStyleId;
  readonly change: Partial<Omit<CharacterStyle, "id">>;
}> = (document, { styleId, change }) => {
  const style = lookUp(document.characterStyles, styleId);
  if (style === null) return fail({ code: "character-style-missing", styleId });
  const changed = checkedRecord(characterStyleShape, { ...style, ...change, id: style.id });
  if (!changed.ok) return changed;
  return ok(edit(document, (draft) => void (draft.characterStyles[styleId] = changed.value)));
};

/** Adds a paragraph style that starts as a copy of another. */
export const addParagraphStyle: Command<{
  readonly styleId: ParagraphStyleId;
  readonly like: ParagraphStyleId;
  readonly name: string;
}> = (document, { styleId, like, name }) => {
  const original = lookUp(document.paragraphStyles, like);
  if (original === null) return fail({ code: "style-missing", styleId: like });
  if (takenName(document.paragraphStyles, [styleId]) !== null) return fail({ code: "id-taken", id: styleId });
  if (Object.keys(document.paragraphStyles).length >= MOST_RECORDS) return fail({ code: "value-out-of-range", field: "paragraphStyles" });
  const style = checkedRecord(paragraphStyleShape, { ...original, id: styleId, name });
  return style.ok ? ok(edit(document, (draft) => void (draft.paragraphStyles[styleId] = style.value))) : style;
};

/** Adds a character style that starts as a copy of another. */
export const addCharacterStyle: Command<{
  readonly styleId: CharacterStyleId;
  readonly like: CharacterStyleId;
  readonly name: string;
}> = (document, { styleId, like, name }) => {
  const original = lookUp(document.characterStyles, like);
  if (original === null) return fail({ code: "character-style-missing", styleId: like });
  if (takenName(document.characterStyles, [styleId]) !== null) return fail({ code: "id-taken", id: styleId });
  if (Object.keys(document.characterStyles).length >= MOST_RECORDS) return fail({ code: "value-out-of-range", field: "characterStyles" });
  const style = checkedRecord(characterStyleShape, { ...original, id: styleId, name });
  return style.ok ? ok(edit(document, (draft) => void (draft.characterStyles[styleId] = style.value))) : style;
};
