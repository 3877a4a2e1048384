import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { machineFileSystem } from "../host/fileSystem";
import { openRealFonts, projectRoot } from "../host/exporting/testing/handMadePage";
import { readIssueFolder } from "../host/issues/readIssueFolder";
import { createComposer } from "../shared/layout/composer";
import { lineFaults, storyLines } from "../shared/layout/testing/lineFaults";
import type { IssueDocument } from "../shared/model/document";
import { preflightIssue } from "../shared/preflight/preflightIssue";
import { fullPageFixture } from "./fullPageFixture";

const LOOSE_EM = 1 / 4;
const sample = join(projectRoot, "assets", "samples", "nanfang-gongbao-2026-01-12");

const pages: Readonly<Record<string, () => Promise<IssueDocument>>> = {
  "the sample page": async () => (await readIssueFolder(machineFileSystem, sample)).document,
  "the bench's full page": async () => fullPageFixture(),
};

describe.each(Object.entries(pages))("%s in the real fonts", (_name, open) => {
  it.each(["paragraph", "firstFit"] as const)("has no line that a typesetter would send back, by %s", async (lineBreaking) => {
    const original = await open();
    const document: IssueDocument = { ...original, composition: { ...original.composition, lineBreaking } };
    const { fonts, fontFiles } = await openRealFonts();
    try {
      const layout = createComposer(fonts).layout(document);
      const lines = storyLines(document, layout);
      expect(lines.length).toBeGreaterThan(50);
      // First fit may leave an address alone on a line, where nothing can open; the plan finds other breaks.
      const faults = lineFaults(document, layout).filter(({ fault }) => lineBreaking === "paragraph" || fault !== "not-flush");
      expect(faults).toEqual([]);

      const loose = lines.filter(({ line }) => line.stretchEm > LOOSE_EM);
      const problems = preflightIssue(document, layout, { assetFiles: null }).filter(({ code }) => code === "loose-line" || code === "torn-line");
      const reported = problems.reduce((sum, { data }) => sum + Number((data as { count: number }).count), 0);
      expect(reported).toBe(loose.length);
    } finally {
      fontFiles.close();
    }
  });
});
