import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Asset, IssueDocument, Story } from "../../shared/model/document";
import { edit } from "../../shared/model/edit";
import { machineFileSystem } from "../fileSystem";
import { readIssueFolder } from "../issues/readIssueFolder";
import { SAMPLE_NAME } from "../sampleCopy";
import { temporaryFolder } from "../testing/temporaryFolder";
import { projectRoot } from "../testing/testServices";
import { exportEpaper } from "./exportEpaper";
import { openExportScene } from "./runExportJob";

const sample = join(projectRoot, "assets", "samples", SAMPLE_NAME);

/** The front page with a story that is longer than its frames. */
async function oversetSample(): Promise<IssueDocument> {
  const { document } = await readIssueFolder(machineFileSystem, sample);
  const story = Object.values<Story>(document.stories).find(({ paragraphs, frameIds }) => frameIds.length > 0 && paragraphs.length > 3);
  if (story === undefined) throw new Error("The sample has a lead");
  const longer = { ...story, paragraphs: [...story.paragraphs, ...story.paragraphs] };
  return edit({ ...document, pages: document.pages.slice(0, 1) }, (draft) => void (draft.stories[story.id] = longer));
}

describe("an e-paper that would lack something", () => {
  it("is refused with the words of text that is over, and nothing is written; it is written with the list where that is allowed", async () => {
    const document = await oversetSample();
    const scene = await openExportScene(projectRoot, sample, document);
    const folder = join(temporaryFolder(), "epaper");
    try {
      const refused = exportEpaper(scene, projectRoot, { folder, allowUncovered: false });
      await expect(refused).rejects.toMatchObject({ code: "epaper-uncovered", detail: expect.stringMatching(/\d+–\d+ “.+”/) });
      expect(existsSync(folder)).toBe(false);
      await exportEpaper(scene, projectRoot, { folder, allowUncovered: true });
    } finally {
      scene.fontFiles.close();
    }
    const { uncovered } = JSON.parse(readFileSync(join(folder, "issue.json"), "utf8")) as { uncovered: readonly object[] }; // written just now
    expect(uncovered).toEqual([expect.objectContaining({ kind: "text", reason: "no-region" })]);
  });

  it("is refused where a picture's file is missing or no picture, named by the file", async () => {
    const { document } = await readIssueFolder(machineFileSystem, sample);
    const scene = await openExportScene(projectRoot, sample, { ...document, pages: document.pages.slice(0, 1) });
    const [asset] = Object.values<Asset>(document.assets);
    const folder = join(temporaryFolder(), "epaper");
    try {
      for (const bytes of [null, Buffer.from("no picture")]) {
        const refused = exportEpaper({ ...scene, readAsset: async () => bytes }, projectRoot, { folder, allowUncovered: false });
        await expect(refused).rejects.toMatchObject({ code: "epaper-uncovered", detail: asset?.fileName });
        expect(existsSync(folder)).toBe(false);
      }
    } finally {
      scene.fontFiles.close();
    }
  });
});
