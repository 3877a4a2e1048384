import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { Box, IssueDocument } from "../shared/model/document";
import type { BoxId } from "../shared/model/ids";
import { assetFileName } from "../host/assets/assetFiles";
import { machineFileSystem } from "../host/fileSystem";
import { readIssueFolder } from "../host/issues/readIssueFolder";
import { createIssueFolder } from "../host/issues/saveIssueFolder";
import { fullPageFixture } from "./fullPageFixture";

/** Writes the full page as an issue folder, with the sample's photo in each of its pictures. */
export async function writeFixtureIssue(folder: string, sampleFolder: string): Promise<IssueDocument> {
  const sample = await readIssueFolder(machineFileSystem, sampleFolder);
  const [asset] = Object.values(sample.document.assets);
  if (asset === undefined) throw new Error("The sample issue has no picture");
  const fixture = fullPageFixture();
  const boxes = Object.fromEntries(
    Object.values<Box>(fixture.boxes).map((box) => [box.id, box.kind === "picture" ? { ...box, assetId: asset.id } : box]),
  ) as Record<BoxId, Box>;
  const document: IssueDocument = { ...fixture, boxes, assets: { [asset.id]: asset } };
  const file = assetFileName(asset.id, asset.contentType);
  await createIssueFolder(machineFileSystem, folder, document, async () => copyFileSync(join(sampleFolder, file), join(folder, file)));
  return document;
}
