import { describe, expect, it } from "vitest";
import { Break, clusterBreaks } from "../breakOpportunities";
import { BreakKind } from "../breakKind";
import { readClusters } from "../clusters";
import { unitBonds } from "../unbreakable";
import { settleHyphens } from "./settleHyphens";

/** The text with a hyphen wherever a line may end inside a word. */
function divided(text: string): string {
  const clusters = readClusters(text);
  const breaks = clusterBreaks(clusters, unitBonds(clusters), "gb");
  const kinds = new Uint8Array(clusters.count);
  settleHyphens(clusters, breaks, kinds);
  const parts: string[] = [];
  for (let index = 0; index < clusters.count; index++) {
    parts.push(text.slice(clusters.offsets[index], clusters.offsets[index + 1]));
    if (kinds[index] !== BreakKind.hyphen) continue;
    expect(breaks[index]).toBe(Break.allowed);
    parts.push("-");
  }
  return parts.join("");
}

describe("a word inside Chinese text", () => {
  it.each([
    ["在international合作中", "在in-ter-na-tional合作中"],
    ["“Manufacturing”，", "“Man-u-fac-tur-ing”，"],
    ["(innovation).", "(in-no-va-tion)."],
    ["a communication network.", "a com-mu-ni-ca-tion net-work."],
  ])("is divided by the patterns of English: %s", (text, expected) => {
    expect(divided(text)).toBe(expected);
  });

  it.each(["TypeScript", "GUANGDONG", "https://international.com/communication", "communication@example.com", "www.communication.cn", "data", "international2026", "don’t", "人工智能"])(
    "stays whole where it is a name, an address or short: %s",
    (text) => {
      expect(divided(text)).toBe(text);
    },
  );

  it("is divided only where soft hyphens say, if it has any", () => {
    expect(divided("inter\u00adnational")).toBe("inter\u00ad-national");
    expect(divided("international\u00ad")).toBe("international\u00ad");
  });
});
