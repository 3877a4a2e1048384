import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { EpaperIssue } from "../../shared/export/epaper/epaperIssue";
import { machineFileSystem } from "../fileSystem";
import { readIssueFolder } from "../issues/readIssueFolder";
import { runExportJob } from "./runExportJob";
import { projectRoot } from "./testing/handMadePage";
import { compareRegions, hasPdftotext } from "./testing/regionText";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-epaper-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = join(projectRoot, "assets", "samples", "nanfang-gongbao-2026-01-12");

describe.skipIf(!hasPdftotext)("the sample's e-paper and its PDF (skipped without poppler's pdftotext)", () => {
  it("hold the same text in every region, and the page has no text outside the regions", async () => {
    const { document } = await readIssueFolder(machineFileSystem, sample);
    const target = { kind: "epaper", folder } as const;
    await runExportJob({ projectRoot, issueFolder: sample, document, target });
    const epaper = JSON.parse(readFileSync(join(folder, "issue.json"), "utf8")) as EpaperIssue; // written just now
    const compared = compareRegions(epaper, folder);
    expect(compared.filter(({ id }) => id.startsWith("p01-r")).length).toBeGreaterThan(10);
    expect(compared.map(({ id, extracted }) => ({ id, text: extracted }))).toEqual(
      compared.map(({ id, stated }) => ({ id, text: stated })),
    );
  });
});
