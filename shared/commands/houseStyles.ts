import { edit } from "../model/edit";
import { houseCharacterStyles, houseParagraphStyles } from "../model/houseStyles";
import type { CharacterStyleId, ParagraphStyleId } from "../model/ids";
import { lookUp } from "../model/indexes";
import { fail, ok } from "../result";
import type { Command } from "./command";

/** Adds the house's character style of that name where the issue lacks it, as issues of an earlier day do. */
export const addHouseCharacterStyle: Command<{ readonly styleId: CharacterStyleId }> = (document, { styleId }) => {
  if (lookUp(document.characterStyles, styleId) !== null) return ok(document);
  const style = houseCharacterStyles.find(({ id }) => id === styleId);
  if (style === undefined) return fail({ code: "character-style-missing", styleId });
  return ok(edit(document, (draft) => void (draft.characterStyles[styleId] = style)));
};

/** Adds the house's paragraph style of that name, and the style of its run-in head, where the issue lacks them. */
export const addHouseParagraphStyle: Command<{ readonly styleId: ParagraphStyleId }> = (document, { styleId }) => {
  if (lookUp(document.paragraphStyles, styleId) !== null) return ok(document);
  const style = houseParagraphStyles.find(({ id }) => id === styleId);
  if (style === undefined) return fail({ code: "style-missing", styleId });
  const withRunIn = style.runInStyleId === null ? ok(document) : addHouseCharacterStyle(document, { styleId: style.runInStyleId });
  if (!withRunIn.ok) return withRunIn;
  return ok(edit(withRunIn.value, (draft) => void (draft.paragraphStyles[styleId] = style)));
};
