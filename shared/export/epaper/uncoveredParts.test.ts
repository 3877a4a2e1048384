import { describe, expect, it } from "vitest";
import { createComposer } from "../../layout/composer";
import { countableFonts } from "../../layout/testing/layoutBuilders";
import type { IssueDocument } from "../../model/document";
import { buildEpaper } from "./buildEpaper";
import type { EpaperIssue, EpaperUncovered } from "./epaperIssue";
import { epaperDocument } from "./testing/epaperDocument";
import { uncoveredParts } from "./uncoveredParts";

function uncovered(document: IssueDocument, change: (epaper: EpaperIssue) => EpaperIssue = (epaper) => epaper): readonly EpaperUncovered[] {
  const layout = createComposer(countableFonts).layout(document);
  const epaper = change(buildEpaper(document, layout, { generator: { name: "Broadsheet", version: "0.0.0" } }));
  return uncoveredParts(document, layout, epaper);
}

/** The test issue, whose photo article has no room for its words left out. */
const whole = (): IssueDocument => epaperDocument({ lead: ["甲".repeat(900)] });

describe("uncoveredParts", () => {
  it("finds nothing where all that is printed can be reached", () => {
    expect(uncovered(whole())).toEqual([]);
  });

  it("names the characters that are over", () => {
    const found = uncovered(epaperDocument({ lead: ["甲".repeat(5000) + "终"] }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: "text", reason: "no-region" });
    expect(found[0]?.kind === "text" && found[0].to - found[0].from).toBeGreaterThan(1000);
  });

  it("names text that two regions hold, and text whose region is gone, with the lines that stand there", () => {
    const twice = uncovered(whole(), (epaper) => ({
      ...epaper,
      pages: epaper.pages.map((page) => ({ ...page, regions: page.regions.flatMap((region) => (region.role === "body" ? [region, region] : [region])) })),
    }));
    expect(new Set(twice.map((part) => part.kind === "text" && part.reason))).toEqual(new Set(["two-regions"]));
    const without = uncovered(whole(), (epaper) => ({
      ...epaper,
      pages: epaper.pages.map((page) => ({ ...page, regions: page.regions.filter(({ role }) => role !== "body") })),
    }));
    expect(without.some((part) => part.kind === "text" && part.reason === "no-region")).toBe(true);
    expect(without.some((part) => part.kind === "area" && part.box === "lead-body")).toBe(true);
  });

  it("names a placed story that belongs to no article", () => {
    const document = whole();
    const found = uncovered({ ...document, articles: {} });
    expect(found.some((part) => part.kind === "text" && part.reason === "no-article")).toBe(true);
  });
});
