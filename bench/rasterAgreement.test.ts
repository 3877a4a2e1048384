import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasMutool } from "../host/exporting/testing/readPdf";
import { machineFileSystem } from "../host/fileSystem";
import { openFontFiles, type FontFiles } from "../host/fonts/fontFiles";
import { readIssueFolder } from "../host/issues/readIssueFolder";
import { SAMPLE_NAME } from "../host/sampleCopy";
import { temporaryFolder } from "../host/testing/temporaryFolder";
import { projectRoot } from "../host/testing/testServices";
import type { IssueDocument } from "../shared/model/document";
import { comparePlacesOf } from "./comparePlaces";
import { verticalIssue } from "./verticalIssue";

let fontFiles: FontFiles;
beforeAll(() => {
  fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
});
afterAll(() => fontFiles.close());

const issues: readonly (readonly [name: string, make: () => Promise<IssueDocument>])[] = [
  ["the front page", async () => (await readIssueFolder(machineFileSystem, join(projectRoot, "assets", "samples", SAMPLE_NAME))).document],
  ["vertical text with turned letters", async () => verticalIssue("竖排的文字，“引文”里有GDP与2027年——以及（括号）、书名《意见》。".repeat(15))],
];

describe("canvas and press file at 600 dpi", () => {
  it.skipIf(!hasMutool).each(issues)("agree within 0.13 pt in 99 of 100 windows, and within two pixels everywhere: %s (needs mutool)", async (_, make) => {
    const figures = await comparePlacesOf(await make(), { fontFiles, scratch: temporaryFolder(), pages: 1 });
    expect(figures.windows).toBeGreaterThan(100);
    expect(figures.windowsLeftOut).toBe(0);
    expect(figures.farthestGlyph).toBeLessThan(0.01);
    expect(figures.percentile99).toBeLessThan(0.13);
    expect(figures.farthestWindow).toBeLessThan(0.24);
  }, 120_000);
});
