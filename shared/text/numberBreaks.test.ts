import { describe, expect, it } from "vitest";
import { Break, clusterBreaks } from "./breakOpportunities";
import { BreakKind } from "./breakKind";
import { readClusters } from "./clusters";
import { settleNumberBreaks } from "./numberBreaks";
import { unitBonds } from "./unbreakable";

/** The text with ┆ where a break parts a number phrase, and / where it parts a date. */
function parted(text: string): string {
  const clusters = readClusters(text);
  const breaks = clusterBreaks(clusters, unitBonds(clusters), "gb");
  const kinds = new Uint8Array(clusters.count);
  settleNumberBreaks(clusters, breaks, kinds, "prefer");
  return Array.from(text, (character, index) => character + (kinds[index] === BreakKind.number ? "┆" : kinds[index] === BreakKind.date ? "/" : "")).join("");
}

describe("the breaks of number phrases", () => {
  it.each([
    ["选树1000家企业", "选树1000┆家企业"],
    ["20多个、100余人", "20┆多┆个、100┆余┆人"],
    ["投资300万元", "投资300┆万┆元"],
    ["18℃～25℃", "18℃～┆25℃"],
    ["10时30分", "10┆时/30┆分"],
    ["万元户、多个", "万元户、多个"],
    ["第1310期", "第┆1310┆期"],
    ["2026年1月12日", "2026┆年/1┆月/12┆日"],
    ["2021—2025年", "2021—┆2025┆年"],
    ["3：2获胜", "3：┆2获胜"],
    ["增长4.5%的", "增长4.5%的"],
    ["在2026的", "在2026的"],
    ["人工智能：第一", "人工智能：第一"],
  ])("cost where they part what belongs together: %s", (text, expected) => {
    expect(parted(text)).toBe(expected);
  });

  it("are forbidden inside a number phrase where the house glues always, but not between the parts of a date", () => {
    const clusters = readClusters("2026年1月");
    const breaks = clusterBreaks(clusters, unitBonds(clusters), "gb");
    settleNumberBreaks(clusters, breaks, new Uint8Array(clusters.count), "always");
    expect([...breaks].slice(3)).toEqual([Break.prohibited, Break.allowed, Break.prohibited, Break.mandatory]);
  });
});
