import { describe, expect, it } from "vitest";
import { houseCharacterStyleIds, houseParagraphStyles, houseStyleIds } from "../model/houseStyles";
import { idFrom } from "../model/idFrom";
import { parseDocument, serialiseDocument } from "../model/parseDocument";
import { sampleDocument } from "../model/testing/sampleDocument";
import { addHouseCharacterStyle, addHouseParagraphStyle } from "./houseStyles";

describe("the house's styles", () => {
  it("come with their run-in style into an issue that lacks both, and make an issue that can be read", () => {
    const bare = { ...sampleDocument(), stories: {}, boxes: {}, articles: {}, paragraphStyles: {}, characterStyles: {} };
    const pages = bare.pages.map((page) => ({ ...page, boxIds: [] }));
    const result = addHouseParagraphStyle({ ...bare, pages }, { styleId: houseStyleIds.dropCapBody });
    if (!result.ok) throw new Error(result.problem.code);
    expect(Object.keys(result.value.paragraphStyles)).toEqual([houseStyleIds.dropCapBody]);
    expect(Object.keys(result.value.characterStyles)).toEqual([houseCharacterStyleIds.runIn]);
    expect(parseDocument(serialiseDocument(result.value)).ok).toBe(true);
  });

  it("never replace a style that the issue has", () => {
    const document = sampleDocument();
    for (const { id } of houseParagraphStyles) {
      const result = addHouseParagraphStyle(document, { styleId: id });
      expect(result.ok && result.value).toBe(document);
    }
    const dotted = addHouseCharacterStyle(document, { styleId: houseCharacterStyleIds.dotted });
    expect(dotted.ok && dotted.value).toBe(document);
  });

  it("are refused where the house has none of that name", () => {
    expect(addHouseCharacterStyle(sampleDocument(), { styleId: idFrom("unheard") })).toMatchObject({ ok: false });
    expect(addHouseParagraphStyle(sampleDocument(), { styleId: idFrom("unheard") })).toMatchObject({ ok: false });
  });
});
