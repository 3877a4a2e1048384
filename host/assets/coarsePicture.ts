import type { CoarsePicture } from "../../shared/export/pdf/pageInk";

/** A separated picture and how much ink it asks for. */
export interface MeasuredPicture extends CoarsePicture {
  /** The most at one place, in percent. */
  readonly most: number;
}

/** A place of a page has 2 pt: enough for a picture over half a broadsheet. */
const LONGER_SIDE = 300;

/** Makes a separated picture (a JPEG of black or of four inks) coarse, each pixel one of its own and no mean: what is finer than a place of the page may be missed. */
export async function measurePicture(jpeg: Uint8Array): Promise<MeasuredPicture> {
  const picture = await measureInks(jpeg, LONGER_SIDE, "nearest");
  let most = 0;
  for (let at = 0; at < picture.inks.length; at += 4) most = Math.max(most, picture.inks[at]! + picture.inks[at + 1]! + picture.inks[at + 2]! + picture.inks[at + 3]!);
  return { ...picture, most: Math.round((100 / 255) * most) };
}

const WORDS = 3;

/** A measured picture as bytes: width, height and the most ink, four bytes each, then the inks. */
export function packMeasured({ width, height, most, inks }: MeasuredPicture): Uint8Array {
  const bytes = new Uint8Array(4 * WORDS + inks.length);
  const view = new DataView(bytes.buffer);
  [width, height, most].forEach((value, index) => view.setUint32(4 * index, value));
  bytes.set(inks, 4 * WORDS);
  return bytes;
}

/** What `packMeasured` made of a picture; null where the bytes are not whole. */
export function unpackMeasured(bytes: Uint8Array): MeasuredPicture | null {
  if (bytes.length < 4 * WORDS) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height, most] = [view.getUint32(0), view.getUint32(4), view.getUint32(8)];
  return bytes.length === 4 * (WORDS + width * height) ? { width, height, most, inks: bytes.subarray(4 * WORDS) } : null;
}

/** The inks of a separated picture, its longer side at most so many pixels. */
export async function measureInks(jpeg: Uint8Array, longerSide: number, kernel: "nearest" | "lanczos3" = "lanczos3"): Promise<CoarsePicture> {
  const { default: sharp } = await import("sharp");
  const { space } = await sharp(jpeg).metadata();
  const isGrey = space === "b-w" || space === "grey16";
  // Grey asked for in the space of inks would be separated first.
  const source = isGrey ? sharp(jpeg) : sharp(jpeg).pipelineColourspace("cmyk");
  const picture = source.rotate().resize({ width: longerSide, height: longerSide, fit: "inside", withoutEnlargement: true, kernel });
  const { data, info } = await (isGrey ? picture.toColourspace("b-w") : picture.toColourspace("cmyk")).raw().toBuffer({ resolveWithObject: true });
  const inks = new Uint8Array(4 * info.width * info.height);
  for (let pixel = 0; pixel < info.width * info.height; pixel++) {
    // Grey counts light, inks count ink.
    if (isGrey) inks[4 * pixel + 3] = 255 - data[pixel * info.channels]!;
    else inks.set(data.subarray(pixel * info.channels, pixel * info.channels + 4), 4 * pixel);
  }
  return { width: info.width, height: info.height, inks };
}
