import type { Canvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { asPixels } from "../assets/asPixels";
import type { PictureFile } from "../../shared/export/epaper/articleItem";
import type { EpaperRendition } from "../../shared/export/epaper/epaperIssue";
import type { PackageFile } from "./epaperFolder";

/** A file of the package and how the e-paper speaks of it. */
export interface DescribedFile<Description> {
  readonly file: PackageFile;
  readonly description: Description;
}

/** The widths e-paper sites and readers ask for, the largest first; AVIF would take many seconds a page. */
const PAGE_PICTURES = [
  { name: "large", width: 2778, extension: "jpg" },
  { name: "preview", width: 1080, extension: "webp" },
  { name: "medium", width: 540, extension: "webp" },
  { name: "thumbnail", width: 160, extension: "webp" },
] as const;

/** The width a page is painted at before it is made smaller. */
export const PAGE_PICTURE_WIDTH = 2778;
const WEB_PICTURE_SIDE = 1600;
const JPEG = { quality: 82, mozjpeg: false } as const;
const WEBP = { quality: 80, effort: 2 } as const;

/**
 * A painted page as the pictures of the e-paper, from the smallest, all of the page's own shape within a pixel. The canvas
 * encodes the largest itself, and the smaller ones are read from that: raw pixels, tens of megabytes a page, never leave it.
 */
export async function pagePictures(pageName: string, canvas: Canvas): Promise<readonly DescribedFile<EpaperRendition>[]> {
  const { width, height } = canvas;
  const large = await canvas.encode("jpeg", JPEG.quality);
  const described: DescribedFile<EpaperRendition>[] = [];
  // Each picture is made from the next larger one: reading the largest again would take most of the time.
  let larger = sharp(large);
  for (const wanted of PAGE_PICTURES) {
    const size = { width: wanted.width, height: Math.round((wanted.width / width) * height) };
    const isLargest = wanted.width === width;
    if (!isLargest) {
      const pixels = await larger.resize({ ...size, fit: "fill" }).raw().toBuffer();
      larger = sharp(pixels, { raw: { ...size, channels: 3 } });
    }
    const bytes = isLargest ? large : await larger.clone().webp(WEBP).toBuffer();
    const path = `${pageName}/${wanted.width}.${wanted.extension}`;
    const contentType = wanted.extension === "jpg" ? "image/jpeg" : "image/webp";
    described.unshift({
      file: { path, bytes },
      description: { name: wanted.name, href: path, contentType, ...size, sizeInBytes: bytes.byteLength },
    });
  }
  return described;
}

/**
 * A picture for the web: upright, at most 1600 px, sRGB, without the metadata of the camera, which may name a place, and
 * with what the paper says of it, as an XMP packet; null where the file is no picture that can be read.
 */
export async function webPicture(assetId: string, original: Uint8Array, xmp: string | null): Promise<DescribedFile<PictureFile> | null> {
  try {
    const picture = sharp(await asPixels("PDF", original, WEB_PICTURE_SIDE))
      .rotate()
      .resize({ width: WEB_PICTURE_SIDE, height: WEB_PICTURE_SIDE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .jpeg(JPEG);
    const { data, info } = await (xmp === null ? picture : picture.withXmp(xmp)).toBuffer({ resolveWithObject: true });
    const path = `img/${assetId}.jpg`;
    return {
      file: { path, bytes: data },
      description: { name: "web", path, contentType: "image/jpeg", width: info.width, height: info.height, sizeInBytes: data.byteLength },
    };
  } catch {
    // Preflight names a picture that cannot be read; the e-paper goes out without it.
    return null;
  }
}
