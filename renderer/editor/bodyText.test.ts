import { describe, expect, it } from "vitest";
import { bodyText } from "../../shared/commands/bodyText";
import type { Paragraph } from "../../shared/model/document";
import { idFrom } from "../../shared/model/idFrom";
import { countCharacters, oversetOffset } from "./bodyText";

function paragraphs(...texts: string[]): readonly Paragraph[] {
  return texts.map((text) => ({ text, styleId: idFrom("body"), marks: [] }));
}

/** The part of a body that is marked as not fitting. */
function overPart(texts: readonly string[], paragraph: number, offset: number, prefixLength: number): string {
  const body = paragraphs(...texts);
  return bodyText(body).slice(oversetOffset(body, { lines: 1, characters: 1, paragraph, offset }, prefixLength));
}

describe("oversetOffset", () => {
  it("finds the first character that does not fit", () => {
    expect(overPart(["甲乙", "丙丁"], 1, 1, 0)).toBe("丁");
    expect(overPart(["甲乙", "", "丙"], 2, 0, 0)).toBe("丙");
  });

  it("leaves out what is set before the paragraph's own text", () => {
    expect(overPart(["会议召开"], 0, "本报讯（记者）".length + 2, "本报讯（记者）".length)).toBe("召开");
  });

  it("marks all of a paragraph whose dateline does not fit", () => {
    expect(overPart(["会议召开"], 0, 2, "本报讯（记者）".length)).toBe("会议召开");
  });
});

describe("countCharacters", () => {
  it("counts a character outside the basic plane once and white space never", () => {
    expect(countCharacters("𠮷野，a b\n　c")).toBe(6);
  });
});
