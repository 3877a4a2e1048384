import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Asset } from "../../shared/model/document";
import type { AssetId } from "../../shared/model/ids";
import { soundText } from "../../shared/model/soundText";
import { HostError } from "../../shared/platform/host";
import { isPdf, placedPdfSize, readPlacedPdf } from "./readPlacedPdf";

/** Larger picture files are refused before they are looked into. */
export const MAX_PICTURE_BYTES = 50 * 1024 * 1024;
const MAX_FILE_NAME = 200;
/** The most pixels on a side that a document's record of a picture may state. */
const MAX_PIXELS = 1_000_000;

const contentTypes: Readonly<Record<string, Asset["contentType"]>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  tiff: "image/tiff",
};

/** The record of a picture file, read from its bytes; rejects with `unreadable-picture` or `too-large`. */
export async function readPicture(fileName: string, bytes: Uint8Array): Promise<Asset> {
  if (bytes.length > MAX_PICTURE_BYTES) throw new HostError({ code: "too-large", detail: `${fileName} is over 50 MB` });
  if (isPdf(bytes)) return readPdf(fileName, bytes);
  const { default: sharp } = await import("sharp");
  try {
    // Warnings are for files that other programs wrote carelessly and every program shows; errors are for broken ones.
    const picture = sharp(bytes, { failOn: "error" });
    const { format, width, height, orientation } = await picture.metadata();
    const contentType = format === undefined ? undefined : contentTypes[format];
    if (contentType === undefined) throw unreadable(fileName, "is no JPEG, PNG, WebP or TIFF picture and no PDF");
    if (width > MAX_PIXELS || height > MAX_PIXELS) throw new HostError({ code: "too-large", detail: `${fileName} is ${width} × ${height} px` });
    // A header alone proves nothing: a truncated file is found when all its pixels are read.
    await picture.resize(1, 1, { fit: "fill" }).raw().toBuffer();
    const isTurned = orientation !== undefined && orientation >= 5;
    return {
      id: createHash("sha256").update(bytes).digest("hex") as AssetId, // the name of an asset is its content's
      fileName: plainName(fileName),
      contentType,
      pixelWidth: isTurned ? height : width,
      pixelHeight: isTurned ? width : height,
      rights: "",
    };
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw unreadable(fileName, error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
}

/** What a placed PDF's lengths are counted in: hundredths of a point. */
const STEPS_PER_POINT = 100;

async function readPdf(fileName: string, bytes: Uint8Array): Promise<Asset> {
  const { width, height } = await placedPdfSize(fileName, bytes);
  // What cannot be copied or drawn is found now, not two hours before print.
  await readPlacedPdf(fileName, bytes);
  return {
    id: createHash("sha256").update(bytes).digest("hex") as AssetId, // the name of an asset is its content's
    fileName: plainName(fileName),
    contentType: "application/pdf",
    pixelWidth: Math.round(width * STEPS_PER_POINT),
    pixelHeight: Math.round(height * STEPS_PER_POINT),
    rights: "",
  };
}

/** The last part of a file name as a document may hold it, whatever system it comes from. */
function plainName(fileName: string): string {
  const name = soundText(basename(fileName.replaceAll("\\", "/"))).replaceAll("\n", " ");
  return Array.from(name).slice(0, MAX_FILE_NAME).join("");
}

function unreadable(fileName: string, reason: string): HostError {
  return new HostError({ code: "unreadable-picture", detail: `${fileName}: ${reason}` });
}
