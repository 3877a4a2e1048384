import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Asset } from "../../shared/model/document";
import { HostError } from "../../shared/platform/host";
import { readConfinedFile } from "../confinedFile";
import { makeFolders, syncFolder, writeFileAtomically, type FileSystem } from "../fileSystem";
import { asPixels } from "./asPixels";
import { MAX_PICTURE_BYTES } from "./importPicture";

const extensions: Readonly<Record<Asset["contentType"], string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/tiff": "tif",
  "application/pdf": "pdf",
};

/** The longer side of a picture made for the screen, in pixels. */
const SCREEN_PIXELS = 2000;
const ASSET_ID = /^[0-9a-f]{64}$/;

/** The path of a picture file inside its issue's folder, with `/`: the hash of its content and its type's extension. */
export function assetFileName(assetId: string, contentType: Asset["contentType"]): string {
  if (!ASSET_ID.test(assetId)) throw new HostError({ code: "not-found", detail: "that is no picture's name" });
  return `assets/${assetId}.${extensions[contentType]}`;
}

/**
 * The bytes of a picture of an issue folder, or null where the file is not there or holds anything but what its name
 * says: another picture must not be printed in its place, nor kept under its name.
 */
export async function readAssetFile(fileSystem: FileSystem, folder: string, asset: Pick<Asset, "id" | "contentType">): Promise<Buffer | null> {
  try {
    const bytes = await readConfinedFile(fileSystem, folder, assetFileName(asset.id, asset.contentType), MAX_PICTURE_BYTES);
    return createHash("sha256").update(bytes).digest("hex") === asset.id ? bytes : null;
  } catch (error) {
    if (error instanceof HostError && error.code === "not-found") return null;
    throw error;
  }
}

/** Puts a picture's bytes into an issue folder under its content's name. */
export async function writeAssetFile(
  fileSystem: FileSystem,
  folder: string,
  asset: Pick<Asset, "id" | "contentType">,
  bytes: Uint8Array,
): Promise<void> {
  await makeFolders(fileSystem, join(folder, "assets"));
  await writeFileAtomically(fileSystem, join(folder, assetFileName(asset.id, asset.contentType)), bytes);
  await syncFolder(fileSystem, join(folder, "assets"));
}

/** A copy of the picture for the screen: upright, in the screen's colours, small enough to drag about. */
export async function screenCopy(bytes: Uint8Array): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  try {
    return await sharp(await asPixels("PDF", bytes, SCREEN_PIXELS))
      .rotate()
      .resize({ width: SCREEN_PIXELS, height: SCREEN_PIXELS, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .webp({ quality: 85 })
      .toBuffer();
  } catch (error) {
    throw new HostError({ code: "unreadable-picture", detail: error instanceof Error ? error.message : String(error) });
  }
}
