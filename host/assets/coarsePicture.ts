import type { CoarsePicture } from "../../shared/export/pdf/pageInk";

/** A separated picture and how much ink it asks for. */
export interface MeasuredPicture extends CoarsePicture {
  /** The most at one place, in percent. */
  readonly most: number;
}

/** A place of a page has 2 pt; a picture over a whole broadsheet needs no more than this. */
const LONGER_SIDE = 600;

/** Makes a separated picture (a JPEG of black or of four inks) coarse, each pixel one of its own, so that extremes stay. */
export async function measurePicture(jpeg: Uint8Array): Promise<MeasuredPicture> {
  const picture = await measureInks(jpeg, LONGER_SIDE, "nearest");
  let most = 0;
  for (let at = 0; at < picture.inks.length; at += 4) most = Math.max(most, picture.inks[at]! + picture.inks[at + 1]! + picture.inks[at + 2]! + picture.inks[at + 3]!);
  return { ...picture, most: Math.round((100 / 255) * most) };
}

/** The inks of a separated picture, its longer side at most so many pixels. */
export async function measureInks(jpeg: Uint8Array, longerSide: number, kernel: "nearest" | "lanczos3" = "lanczos3"): Promise<CoarsePicture> {
  const { default: sharp } = await import("sharp");
  const picture = sharp(jpeg).pipelineColourspace("cmyk").rotate().resize({ width: longerSide, height: longerSide, fit: "inside", withoutEnlargement: true, kernel });
  const { space } = await sharp(jpeg).metadata();
  const isGrey = space === "b-w" || space === "grey16";
  const { data, info } = await (isGrey ? picture.toColourspace("b-w") : picture.toColourspace("cmyk")).raw().toBuffer({ resolveWithObject: true });
  const inks = new Uint8Array(4 * info.width * info.height);
  for (let pixel = 0; pixel < info.width * info.height; pixel++) {
    // Grey counts light, inks count ink.
    if (isGrey) inks[4 * pixel + 3] = 255 - data[pixel * info.channels]!;
    else inks.set(data.subarray(pixel * info.channels, pixel * info.channels + 4), 4 * pixel);
  }
  return { width: info.width, height: info.height, inks };
}
