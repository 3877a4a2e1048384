import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasMutool } from "../host/exporting/testing/readPdf";
import { compareRegions } from "../host/exporting/testing/regionText";
import { plainPdf } from "../host/exporting/plainPdf";
import { createNodeComposer } from "../host/exporting/nodeComposer";
import { openFontFiles } from "../host/fonts/fontFiles";
import { temporaryFolder } from "../host/testing/temporaryFolder";
import { projectRoot } from "../host/testing/testServices";
import { buildEpaper } from "../shared/export/epaper/buildEpaper";
import { pageName } from "../shared/export/epaper/epaperNames";
import { expectEpaperLaws } from "../shared/export/epaper/testing/epaperLaws";
import { uncoveredParts } from "../shared/export/epaper/uncoveredParts";
import { fullIssueFixture } from "./fullIssueFixture";

const PAGES = 8;

describe("an issue of eight full pages with two jumps", () => {
  it.skipIf(!hasMutool)("has in each region the text that MuPDF finds there, and a region for all that is printed (needs mutool)", async () => {
    const document = fullIssueFixture(PAGES);
    const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
    try {
      const { composer } = await createNodeComposer(fontFiles);
      const layout = composer.layout(document);
      expect([...layout.flows.values()].filter(({ overset }) => overset !== null).map(({ key }) => key)).toEqual([]);
      const folder = join(temporaryFolder(), "full");
      mkdirSync(folder);
      for (const [index, { id }] of document.pages.entries()) {
        writeFileSync(join(folder, `${pageName(index)}.pdf`), await plainPdf({ document, layout, pageIds: [id], fontFiles, readAsset: async () => null }));
      }
      const print = (index: number) => [{ name: "print", href: `${pageName(index)}.pdf`, contentType: "application/pdf" }] as const;
      const pageFiles = new Map(document.pages.map((page, index) => [page.id, print(index)]));
      const epaper = buildEpaper(document, layout, { generator: { name: "Broadsheet", version: "0" }, pageFiles });
      expectEpaperLaws(epaper, document, layout);
      expect(uncoveredParts(document, layout, epaper)).toEqual([]);
      expect(epaper.jumps.map(({ fromLabel, toLabel }) => [fromLabel, toLabel])).toEqual([
        ["（下转第2版）", "（上接第1版）"],
        ["（下转第3版）", "（上接第1版）"],
      ]);
      const compared = compareRegions(epaper, folder);
      expect(compared.length).toBeGreaterThan(PAGES * 40);
      expect(compared.map(({ id, extracted }) => [id, extracted])).toEqual(compared.map(({ id, stated }) => [id, stated]));
    } finally {
      fontFiles.close();
    }
  });
});
