import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readJpegHeader } from "../shared/export/pdf/jpegHeader";
import type { Asset, IssueDocument } from "../shared/model/document";
import { idFrom } from "../shared/model/idFrom";
import { assetFileName } from "../host/assets/assetFiles";
import { machineFileSystem } from "../host/fileSystem";
import { createIssueFolder } from "../host/issues/saveIssueFolder";
import { parsePeerIssue } from "./peerOperations";
import { peersPage } from "./peersPage";

/** Writes the peers' pages as an issue folder; `operationsFile` names the picture files by their paths. */
export async function writePeersIssue(folder: string, operationsFile: string): Promise<IssueDocument> {
  const files = new Map<string, string>();
  const document = peersPage(parsePeerIssue(readFileSync(operationsFile, "utf8")), (file) => {
    const asset = jpegAsset(file);
    files.set(assetFileName(asset.id, asset.contentType), file);
    return asset;
  });
  await createIssueFolder(machineFileSystem, folder, document, async () => {
    for (const [name, file] of files) writeFileSync(join(folder, name), readFileSync(file));
  });
  return document;
}

/** A JPEG as the asset that an import makes of it. */
export function jpegAsset(file: string): Asset {
  const bytes = readFileSync(file);
  const header = readJpegHeader(bytes);
  if (header === null) throw new Error(`${file} is no JPEG`);
  return {
    id: idFrom(createHash("sha256").update(bytes).digest("hex")),
    fileName: basename(file), contentType: "image/jpeg", pixelWidth: header.width, pixelHeight: header.height, rights: "",
  };
}
