import { asPixels } from "./asPixels";
import { HostError, type PictureContour } from "../../shared/platform/host";
import { maskOutline, type Mask } from "./maskOutline";

/** Pictures are looked at in this size: a pixel of it is less than a screen's pixel of a picture in a column. */
const LONGER_SIDE = 400;
/** The most corners of a contour: a band of text meets a few of them only. */
export const MOST_CORNERS = 200;
/** Pixels that let less than half of what is behind them through belong to the picture. */
const OPAQUE = 128;
/** A background is light above this, of 255, and plain where its pixels differ by less than the tolerance in each channel. */
const LIGHT = 200;
const TOLERANCE = 24;
/** The share of the border's pixels that a plain background must hold; the rest is where the subject is cut off. */
const PLAIN_SHARE = 0.6;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each. */
  readonly data: Uint8Array;
}

/**
 * The outline of what a picture shows, as corners in shares of the whole picture: of what is not transparent, or of what
 * stands on a plain light background. Empty where it has neither, or shows nothing. Rejects with `unreadable-picture`.
 */
export async function traceContour(fileName: string, bytes: Uint8Array): Promise<PictureContour> {
  const picture = await readPixels(fileName, bytes);
  const mask = opaqueMask(picture) ?? foregroundMask(picture);
  if (mask === null) return [];
  const { width, height } = mask;
  return maskOutline(mask, MOST_CORNERS).map(({ x, y }) => ({ x: x / width, y: y / height }));
}

async function readPixels(fileName: string, bytes: Uint8Array): Promise<Pixels> {
  const { default: sharp } = await import("sharp");
  try {
    const { data, info } = await sharp(await asPixels("PDF", bytes, 1000), { failOn: "error" })
      .rotate()
      .resize(LONGER_SIDE, LONGER_SIDE, { fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new HostError({ code: "unreadable-picture", detail: `${fileName}: ${reason}` });
  }
}

/** What is not transparent, or null where everything is opaque. */
function opaqueMask({ width, height, data }: Pixels): Mask | null {
  const pixels = new Uint8Array(width * height);
  let isWhole = true;
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    if (data[pixel * 4 + 3]! >= OPAQUE) pixels[pixel] = 1;
    else isWhole = false;
  }
  return isWhole ? null : { width, height, pixels };
}

/** What does not belong to the background that reaches in from the border, or null where that is not plain and light. */
function foregroundMask(picture: Pixels): Mask | null {
  const { width, height, data } = picture;
  const border = borderPixels(picture);
  const background = [0, 1, 2].map((channel) => {
    const values = border.map((pixel) => data[pixel * 4 + channel]!).toSorted((a, b) => a - b);
    return values[Math.floor(values.length / 2)]!;
  });
  const isBackground = (pixel: number): boolean => background.every((value, channel) => Math.abs(data[pixel * 4 + channel]! - value) <= TOLERANCE);
  const reached = border.filter(isBackground);
  if (Math.min(...background) < LIGHT || reached.length < border.length * PLAIN_SHARE) return null;
  const pixels = new Uint8Array(width * height).fill(1);
  for (const pixel of reached) pixels[pixel] = 0;
  for (let index = 0; index < reached.length; index++) {
    const pixel = reached[index]!;
    const x = pixel % width;
    for (const other of [x > 0 ? pixel - 1 : -1, x < width - 1 ? pixel + 1 : -1, pixel - width, pixel + width]) {
      if (other < 0 || other >= pixels.length || pixels[other] === 0 || !isBackground(other)) continue;
      pixels[other] = 0;
      reached.push(other);
    }
  }
  return { width, height, pixels };
}

function borderPixels({ width, height }: Pixels): readonly number[] {
  const pixels = new Set<number>();
  for (let x = 0; x < width; x++) pixels.add(x).add((height - 1) * width + x);
  for (let y = 0; y < height; y++) pixels.add(y * width).add(y * width + width - 1);
  return [...pixels];
}
