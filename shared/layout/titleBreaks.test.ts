import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { houseComposition } from "../model/houseComposition";
import { blackInk } from "../model/ink";
import { titleText } from "../model/titleText";
import { Break } from "../text/breakOpportunities";
import { titleRules } from "./lineRules";
import { nextLine } from "./nextLine";
import { prepareParagraph } from "./prepare";
import { countableFonts } from "./testing/layoutBuilders";
import { titleLines } from "./titleBreaks";

function set(stored: string, measure: number) {
  const { text, allowed, forbidden } = titleText(stored);
  const paragraph = prepareParagraph(countableFonts, {
    text, runs: [{ from: 0, to: text.length, fontId: "stand-in", ink: blackInk }], direction: "horizontal", size: 1,
    horizontalScale: 1, trackingEm: 0, firstLineIndentEm: 0, hangingIndentEm: 0, rules: titleRules(houseComposition),
  });
  const lines = titleLines(paragraph, measure, { allowed, forbidden, prefixLength: 0 });
  const words = lines.map(({ from, to }) => text.slice(paragraph.offsets[from], paragraph.offsets[to]).trim());
  return { paragraph, lines, words };
}

const titles = fc.array(
  fc.constantFrom("广东", "制造业", "的", "“双向赋能”", "《大样》", "2026年", "4.5%", "，", " ", "\u200b", "\u2060", "\n", "AI", "——", "𠮷"),
  { maxLength: 14 },
).map((pieces) => pieces.join(""));

describe("the lines of a title", () => {
  it("are equally long, as few as fit, the longer first", () => {
    expect(set("人工智能赋能制造业", 8).words).toEqual(["人工智能赋", "能制造业"]);
    expect(set("人工智能赋能制造业", 9).words).toEqual(["人工智能赋能制造业"]);
  });

  it("end at soft points only, where there are any, and at spaces, which vanish", () => {
    expect(set("人工智能\u200b赋能\u200b制造业", 8).words).toEqual(["人工智能", "赋能制造业"]);
    expect(set("促进融合 助力双向赋能", 10).words).toEqual(["促进融合", "助力双向赋能"]);
    expect(set("人工\u200b智能赋能制造业再出发", 5).words[0]).toBe("人工");
  });

  it("end elsewhere where the words between two soft points are longer than a line", () => {
    expect(set("人\u200b工智能赋能制造业", 5).words.join("")).toBe("人工智能赋能制造业");
  });

  it("never end inside a named work that fits a line, nor where it is forbidden, and begin with no particle", () => {
    expect(set("省委解读《深圳方案》", 7).words).toEqual(["省委解读", "《深圳方案》"]);
    expect(set("人工智能\u2060赋能制造", 5).words).not.toContain("人工智能");
    expect(set("广东东莞的制造强省路", 7).words.some((line) => line.startsWith("的"))).toBe(false);
  });

  it("lose nothing, part no unit that first fit would not part, and take the fewest lines where none was chosen", () => {
    fc.assert(
      fc.property(titles, fc.integer({ min: 3, max: 12 }), (stored, measure) => {
        const { paragraph, lines } = set(stored, measure);
        let from = 0;
        for (const line of lines) {
          expect(line.from).toBe(from);
          expect(line.to).toBeGreaterThan(from);
          from = line.to;
          if (line.isForced) continue;
          expect(paragraph.breaks[line.to - 1]).toBeGreaterThanOrEqual(Break.allowed);
          expect(line.width).toBeLessThanOrEqual(measure + 0.01);
        }
        expect(from).toBe(paragraph.count);
        if (/[\u200b\u2060《]/u.test(stored) || lines.some(({ isForced }) => isForced)) return;
        let fewest = 0;
        for (let at = 0; at < paragraph.count; fewest++) at = nextLine(paragraph, at, measure)!.to;
        expect(lines.length).toBeLessThanOrEqual(fewest);
      }),
      { numRuns: 300 },
    );
  });
});
