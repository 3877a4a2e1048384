import { describe, expect, it } from "vitest";
import { lineBreaks } from "../../text/unicode/lineBreaks";
import { fitLines, standInWidth } from "./firstFit";
import { codePointsOf } from "./vectorFields";

function fit(text: string, boxWidth: number) {
  const codePoints = codePointsOf(text);
  return fitLines({ codePoints, widths: codePoints.map(standInWidth), breaks: lineBreaks(codePoints), boxWidth });
}

describe("first fit", () => {
  it("takes what fits, drops spaces at a line's end and lets a long word stand out", () => {
    expect(fit("中文 abc unbreakable 字", 2)).toEqual(["中文", "abc", "unbreakable", "字"]);
  });

  it("ends a line where it must", () => {
    expect(fit("中\n文字", 9)).toEqual(["中", "文字"]);
  });

  it("counts ambiguous characters as whole ones, half-width ones as half", () => {
    expect(["中", "，", "“", "…", "a", "ｱ", "é", "👍"].map((character) => standInWidth(character.codePointAt(0)!))).toEqual([1, 1, 1, 1, 0.5, 0.5, 1, 1]);
  });
});
