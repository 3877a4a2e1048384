import { describe, expect, it } from "vitest";
import { CHARACTER_CLASS_COUNT, CharacterClass, characterClass, isInvisible } from "./characterClass";
import { classAt, readClusters } from "./clusters";

const C = CharacterClass;
const classesOf = (text: string) => Array.from(text).map((character) => characterClass(character.codePointAt(0)!));
const only = (characterClass: number) => (text: string) => classesOf(text).every((each) => each === characterClass);

describe("character classes", () => {
  it("hold the marks of CLREQ and GB/T 15834", () => {
    expect("、。，．：；！？").toSatisfy(only(C.pauseStop));
    expect("”’）》〉】〗〕」』").toSatisfy(only(C.closing));
    expect("“‘（《〈【〖〔「『").toSatisfy(only(C.opening));
    expect("～–－").toSatisfy(only(C.connector));
    expect("·・").toSatisfy(only(C.interpunct));
    expect("/／").toSatisfy(only(C.solidus));
    expect("%％‰℃°′″").toSatisfy(only(C.postfix));
    expect("￥¥$€£№±").toSatisfy(only(C.prefix));
    expect("■□●○◆▲★※").toSatisfy(only(C.marker));
  });

  it("hold Han of every plane, kana and 〇 as Han", () => {
    expect("中〇㐀𠮷豈あアㄅ").toSatisfy(only(C.han));
  });

  it("set symbols, emoji, Hangul and full-width letters like Han but apart from it", () => {
    expect("①→≥👍한１Ａ").toSatisfy(only(C.wide));
  });

  it("tell alphabets and digits", () => {
    expect("aÉЖλא𝐀").toSatisfy(only(C.letter));
    expect("0123456789").toSatisfy(only(C.digit));
  });

  it("are all below their count", () => {
    for (let codePoint = 0; codePoint < 0x10000; codePoint++) expect(characterClass(codePoint)).toBeLessThan(CHARACTER_CLASS_COUNT);
  });

  it("know what leaves no mark", () => {
    expect(["\u200b", "\u00ad", "\ufe0f", "\n", "\u2060"].every((each) => isInvisible(each.codePointAt(0)!))).toBe(true);
    expect(Array.from(" \t中a\u3000\u00a0").some((each) => isInvisible(each.codePointAt(0)!))).toBe(false);
  });
});

describe("classes among neighbours", () => {
  const at = (text: string, index: number) => classAt(readClusters(text), index);

  it("make one — a connector and two a dash", () => {
    expect(at("京—沪", 1)).toBe(C.connector);
    expect(at("京——沪", 1)).toBe(C.dash);
    expect(at("京——沪", 2)).toBe(C.dash);
    expect(at("⸺", 0)).toBe(C.dash);
  });

  it("keep ’ between letters Western and quotes beside Han Chinese", () => {
    expect(at("it’s", 2)).toBe(C.letter);
    expect(at("说“是”的", 1)).toBe(C.opening);
    expect(at("a “b” c", 2)).toBe(C.westernOpening);
    expect(at("a “b” c", 4)).toBe(C.westernClosing);
    expect(at("“1310”具", 5)).toBe(C.closing);
  });
});
