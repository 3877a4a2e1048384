import { houseComposition } from "../model/houseComposition";
import { describe, expect, it } from "vitest";
import type { Font, FontSource } from "../fonts/fontSource";
import { blackInk } from "../model/ink";
import { bodyRules, titleRules } from "./lineRules";
import { prepareParagraph } from "./prepare";
import { MISSING_FONT, NO_FONT, Place, type PrepareRequest, type PreparedParagraph } from "./preparedParagraph";
import { countableFonts } from "./testing/layoutBuilders";

const settings = {
  ...houseComposition, lineBreaking: "firstFit", numberHanGlue: "off", prohibition: "gb", lineEndTrim: "always", lineStartTrim: "trim", adjacentTrim: "half", squeeze: "full", autospace: 0.125, orphan: 2,
} as const;

function prepared(text: string, more: Partial<PrepareRequest> = {}, fonts = countableFonts): PreparedParagraph {
  return prepareParagraph(fonts, {
    text, runs: [{ from: 0, to: text.length, fontId: "stand-in", ink: blackInk }], direction: "horizontal", size: 10,
    horizontalScale: 1, trackingEm: 0, firstLineIndentEm: 0, hangingIndentEm: 0, rules: bodyRules(settings), ...more,
  });
}

const pens = (text: string, more: Partial<PrepareRequest> = {}) => [...prepared(text, more).pens];
const placesOf = (text: string) => [...prepared(text).places];

/** The stand-in with one font whose quotes are narrow, as LXGW WenKai's are, one that is missing a character, and Noto. */
const mixedFonts: FontSource = {
  fallbackFontIds: ["fallback"],
  font: (fontId) => {
    const standIn = countableFonts.font("stand-in");
    if (standIn === null || fontId === "nowhere") return null;
    const font: Font = { ...standIn, id: fontId };
    if (fontId === "kai") return { ...font, advance: (glyph) => (glyph === font.nominalGlyph(0x201c) ? 0.35 : 1) };
    if (fontId === "chosen") return { ...font, nominalGlyph: (codePoint) => (codePoint === 0x9f98 ? 0 : font.nominalGlyph(codePoint)) };
    return font;
  },
};

describe("a prepared paragraph", () => {
  it("stands frame beside frame, and takes half an em where marks touch", () => {
    expect(pens("中文字")).toEqual([0, 10, 20, 30]);
    expect(pens("见》（以")).toEqual([0, 10, 15, 25, 35]);
    expect(pens("“《意")).toEqual([0, 5, 15, 25]);
  });

  it("opens a gap between Han and Western text", () => {
    expect(pens("在20年")).toEqual([0, 11.25, 16.25, 22.5, 32.5]);
  });

  it("sets · in half an em, ！！ in one and ！！！ in two", () => {
    expect(pens("达·芬")).toEqual([0, 10, 15, 25]);
    expect(pens("好！！吗")).toEqual([0, 10, 15, 20, 30]);
    expect(pens("！！！").at(-1)).toBeCloseTo(20);
  });

  it("adds tracking after each character and narrows letters by the horizontal scale", () => {
    expect(pens("中文", { trackingEm: 0.1 })).toEqual([0, 11, 22]);
    expect(pens("中文", { horizontalScale: 0.8 })).toEqual([0, 8, 16]);
  });

  it("closes marks up further in titles and gives a space between clauses half an em", () => {
    const title = { rules: titleRules(settings) };
    expect(pens("见》（以", title)).toEqual([0, 10, 10, 20, 30]);
    expect(pens("应用 促进", title)).toEqual([0, 10, 20, 25, 35, 45]);
  });

  it("cuts a full-width ’ down between letters", () => {
    expect(pens("it’s")).toEqual([0, 5, 10, 13.2, 18.2]);
  });

  it("opens when justified between characters and at spaces and gaps, never inside words, numbers and units", () => {
    expect(placesOf("中文AB 好")).toEqual([Place.character, Place.hanLatin, Place.none, Place.none, Place.wordSpace, Place.none]);
    expect(placesOf("——中……")).toEqual([Place.none, Place.character, Place.character, Place.none, Place.none]);
    expect(placesOf("五/摄")).toEqual([Place.none, Place.none, Place.none]);
    expect(placesOf("5%的")).toEqual([Place.none, Place.hanLatin, Place.none]);
  });

  it("takes a character from the fallback that has it, and keeps the place of one that none has", () => {
    const paragraph = prepared("中龘\u{F0000}\n", { runs: [{ from: 0, to: 5, fontId: "chosen", ink: blackInk }] }, mixedFonts);
    expect([...paragraph.fontOf]).toEqual([0, 1, MISSING_FONT, NO_FONT]);
    expect(paragraph.fontIds).toEqual(["chosen", "fallback"]);
    expect([...paragraph.pens]).toEqual([0, 10, 20, 30, 30]);
  });

  it("takes Chinese quotes from the serif face where the chosen font has narrow ones", () => {
    const paragraph = prepared("“中”·", { runs: [{ from: 0, to: 4, fontId: "kai", ink: blackInk }] }, mixedFonts);
    expect([...paragraph.fontOf].map((font) => paragraph.fontIds[font])).toEqual([
      "NotoSerifSC-Regular", "kai", "NotoSerifSC-Regular", "NotoSerifSC-Regular",
    ]);
  });

  it("uses the fallback for all text whose font the machine does not have", () => {
    const paragraph = prepared("中", { runs: [{ from: 0, to: 1, fontId: "nowhere", ink: blackInk }] }, mixedFonts);
    expect(paragraph.fontIds).toEqual(["fallback"]);
  });

  it("counts the characters left without punctuation, up to a chosen break", () => {
    expect([...prepared("好的。\n嗯！").charactersLeft]).toEqual([2, 1, 0, 0, 1, 0, 0]);
  });

  it("is as wide up to a soft break of an address or a word as that part is alone, though its font kerns", () => {
    const kerning: FontSource = {
      fallbackFontIds: countableFonts.fallbackFontIds,
      font: (fontId) => {
        const font = countableFonts.font(fontId);
        if (font === null) return null;
        const shape: Font["shape"] = (text, direction) => {
          const run = font.shape(text, direction);
          return { ...run, advances: run.advances.map((advance, glyph) => (glyph + 1 < run.advances.length ? advance - 0.1 : advance)) };
        };
        return { ...font, shape };
      },
    };
    for (const [text, part] of [["www.news.cn/a", "www."], ["www.news.cn/a", "www.news."], ["print-out", "print-"]] as const) {
      const alone = prepared(part, {}, kerning).pens.at(-1)!;
      expect(prepared(text, {}, kerning).pens[part.length]).toBeCloseTo(alone, 9);
    }
    expect(prepared("print", {}, kerning).pens.at(-1)).toBeCloseTo(prepared("print").pens.at(-1)! - 4, 9);
  });

  it("keeps each font and ink of its runs apart", () => {
    const red = { ...blackInk, magenta: 1 };
    const runs = [{ from: 0, to: 1, fontId: "a", ink: red }, { from: 1, to: 3, fontId: "b", ink: blackInk }];
    const paragraph = prepared("甲乙丙", { runs });
    expect([...paragraph.inkOf].map((ink) => paragraph.inks[ink])).toEqual([red, blackInk, blackInk]);
  });
});

describe("a vertical paragraph", () => {
  const vertical = { direction: "vertical" } as const;

  it("stands Han in square frames centred on the line", () => {
    const paragraph = prepared("中文", vertical);
    expect([...paragraph.pens]).toEqual([0, 10, 20]);
    expect([...paragraph.glyphAcross]).toEqual([-5, -5]);
    expect([...paragraph.glyphAlong]).toEqual([8.8, 8.8]);
  });

  it("puts two digits side by side in one frame", () => {
    const paragraph = prepared("12日", vertical);
    expect([...paragraph.pens]).toEqual([0, 10, 10, 20]);
    expect([...paragraph.glyphAcross.subarray(0, 2)]).toEqual([-5, 0]);
    expect(paragraph.glyphAlong[0]).toBeCloseTo(8.8);
    expect(paragraph.glyphAlong[1]).toBeCloseTo(8.8 - 10);
  });

  it("turns words and gives them a gap, but none to digits that stand", () => {
    const paragraph = prepared("看Hello3", vertical);
    expect([...paragraph.turned]).toEqual([0, 1, 1, 1, 1, 1, 1]);
    expect(paragraph.pens[1]).toBe(11.25);
    expect(prepared("看3", vertical).pens[1]).toBe(10);
  });

  it("shows quotes as corner brackets and keeps them as its text", () => {
    const shaped: string[] = [];
    const standIn = countableFonts.font("stand-in")!;
    const listening: FontSource = {
      ...countableFonts,
      font: () => ({ ...standIn, shape: (text, direction) => (shaped.push(text), standIn.shape(text, direction)) }),
    };
    expect(prepared("“好”", vertical, listening).text).toBe("“好”");
    expect(shaped.join("")).toBe("『好』");
  });
});
