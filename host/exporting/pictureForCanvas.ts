import { loadImage, type Image } from "@napi-rs/canvas";
import sharp from "sharp";
import { asPixels } from "../assets/asPixels";
import { isPdf } from "../assets/readPlacedPdf";
import { readJpegHeader } from "../../shared/export/pdf/jpegHeader";

/**
 * A picture as the canvas draws it: in sRGB and upright. What the canvas cannot decode by itself (CMYK and turned
 * JPEG, TIFF) is converted first. Null where the bytes are no picture.
 */
export async function pictureForCanvas(bytes: Uint8Array): Promise<Image | null> {
  try {
    if (isPdf(bytes)) return await loadImage(await asPixels("PDF", bytes, PDF_PIXELS));
    return await loadImage(needsConversion(bytes) ? await toUprightRgb(bytes) : bytes);
  } catch {
    return null;
  }
}

/** Enough for an advertisement over the whole width of a page's picture. */
const PDF_PIXELS = 2400;

function needsConversion(bytes: Uint8Array): boolean {
  const jpeg = readJpegHeader(bytes);
  if (jpeg !== null) return jpeg.orientation !== 1 || jpeg.components === 4;
  const isTiff = (bytes[0] === 0x49 && bytes[1] === 0x49) || (bytes[0] === 0x4d && bytes[1] === 0x4d);
  return isTiff;
}

async function toUprightRgb(bytes: Uint8Array): Promise<Buffer> {
  return await sharp(bytes).rotate().toColourspace("srgb").png({ compressionLevel: 1 }).toBuffer();
}
