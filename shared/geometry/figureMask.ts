import type { FigureMask } from "./traceOutline";

/** Points more see-through than this are no part of a figure, of 255. */
const LEAST_ALPHA = 32;
/** A channel this near to the background's is the background's, of 255. */
const NEAR_BACKGROUND = 24;
/** A background is as light as this at least, of 255. */
const LEAST_LIGHT = 200;

/** A raster of pixels, four bytes each: red, green, blue, alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/**
 * What stands out of a picture: what is not see-through; in one without see-through points, what differs from the light
 * colour that its four corners share. Null where the picture has neither, so that nothing can be told apart.
 */
export function figureMask({ width, height, data }: Pixels): FigureMask | null {
  const inside = new Uint8Array(width * height);
  let hasAlpha = false;
  for (let at = 0; at < inside.length; at++) {
    const isInside = data[4 * at + 3]! >= LEAST_ALPHA;
    if (isInside) inside[at] = 1;
    else hasAlpha = true;
  }
  if (hasAlpha) return { width, height, inside };
  const background = backgroundOf({ width, height, data });
  if (background === null) return null;
  for (let at = 0; at < inside.length; at++) {
    const isBackground = background.every((channel, index) => Math.abs(data[4 * at + index]! - channel) <= NEAR_BACKGROUND);
    if (isBackground) inside[at] = 0;
  }
  return { width, height, inside };
}

/** The light colour of all four corners, or null where they differ or are dark. */
function backgroundOf({ width, height, data }: Pixels): readonly number[] | null {
  const corners = [0, width - 1, (height - 1) * width, height * width - 1].map((at) => [data[4 * at]!, data[4 * at + 1]!, data[4 * at + 2]!]);
  const mean = [0, 1, 2].map((channel) => corners.reduce((sum, corner) => sum + corner[channel]!, 0) / corners.length);
  const isPlain = corners.every((corner) => corner.every((value, channel) => Math.abs(value - mean[channel]!) <= NEAR_BACKGROUND));
  return isPlain && Math.min(...mean) >= LEAST_LIGHT ? mean : null;
}
