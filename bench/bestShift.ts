/** Grey values of a raster, row by row; 0 is black. */
export interface GreyRaster {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Whole pixels of a raster. */
export interface PixelRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far is looked, in pixels each way. */
const REACH = 4;
/** A binomial blur of one pixel's deviation: without it the sharp edges of letters draw the best match off by a tenth of a pixel. */
const BLUR = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16] as const;
const RIM = REACH + 1;

/**
 * How far the picture inside a window of one raster stands from where another has it, in fractions of a pixel: where the
 * two correlate best, whatever their inks are. Null where the window shows nothing; both values end at 4 px.
 */
export function bestShift(of: GreyRaster, against: GreyRaster, window: PixelRect): { readonly x: number; readonly y: number } | null {
  const inside = fitted(window, of);
  if (inside === null || isBlank(of, inside)) return null;
  const still = softened(of, inside);
  const moving = softened(against, { x: inside.x - RIM, y: inside.y - RIM, width: inside.width + 2 * RIM, height: inside.height + 2 * RIM });
  const known = new Map<number, number>();
  const alike = (x: number, y: number): number => {
    const key = (x + RIM) * 100 + y + RIM;
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = correlation(still, moving, x + RIM, y + RIM)));
    return value;
  };
  let [x, y] = [0, 0];
  for (let round = 0; round < 3; round++) {
    const nextX = bestOf((at) => alike(at, y));
    const nextY = bestOf((at) => alike(nextX, at));
    if (nextX === x && nextY === y) break;
    [x, y] = [nextX, nextY];
  }
  return { x: x + fraction((by) => alike(x + by, y)), y: y + fraction((by) => alike(x, y + by)) };
}

/** The window without a rim that shift and blur would reach beyond; null where nothing is left. */
function fitted({ x, y, width, height }: PixelRect, raster: GreyRaster): PixelRect | null {
  const rim = RIM + 2;
  const left = Math.max(x, rim);
  const top = Math.max(y, rim);
  const right = Math.min(x + width, raster.width - rim);
  const foot = Math.min(y + height, raster.height - rim);
  return right - left < 4 || foot - top < 4 ? null : { x: left, y: top, width: right - left, height: foot - top };
}

function isBlank({ width, grey }: GreyRaster, window: PixelRect): boolean {
  const first = grey[window.y * width + window.x]!;
  for (let y = window.y; y < window.y + window.height; y++) {
    for (let x = window.x; x < window.x + window.width; x++) if (Math.abs(grey[y * width + x]! - first) > 40) return false;
  }
  return true;
}

interface SoftPicture {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

function softened(raster: GreyRaster, { x, y, width, height }: PixelRect): SoftPicture {
  const rows = new Float32Array(width * (height + 4));
  for (let row = 0; row < height + 4; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      const from = (y + row - 2) * raster.width + x + column - 2;
      for (let tap = 0; tap < 5; tap++) sum += BLUR[tap]! * raster.grey[from + tap]!;
      rows[row * width + column] = sum;
    }
  }
  const values = new Float32Array(width * height);
  for (let index = 0; index < values.length; index++) {
    let sum = 0;
    for (let tap = 0; tap < 5; tap++) sum += BLUR[tap]! * rows[index + tap * width]!;
    values[index] = sum;
  }
  return { width, height, values };
}

/** The shift of best match; of equal ones, such as along a rule, the smallest. */
function bestOf(alike: (at: number) => number): number {
  let best = 0;
  let most = alike(0);
  for (let step = 1; step <= REACH; step++) {
    for (const at of [-step, step]) {
      const value = alike(at);
      if (value > most + 1e-9) [best, most] = [at, value];
    }
  }
  return best;
}

/** Where between the neighbours of the best match a parabola through the three has its top. */
function fraction(alike: (by: number) => number): number {
  const [before, at, after] = [alike(-1), alike(0), alike(1)];
  const bend = before - 2 * at + after;
  return bend > -1e-9 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend)));
}

/** Pearson's coefficient of a picture with the part of a larger one that begins at a pixel of it. */
function correlation(of: SoftPicture, within: SoftPicture, left: number, top: number): number {
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let y = 0; y < of.height; y++) {
    let a = y * of.width;
    let b = (y + top) * within.width + left;
    for (let column = 0; column < of.width; column++) {
      const valueA = of.values[a++]!;
      const valueB = within.values[b++]!;
      sumA += valueA;
      sumB += valueB;
      sumAA += valueA * valueA;
      sumBB += valueB * valueB;
      sumAB += valueA * valueB;
    }
  }
  const count = of.width * of.height;
  const spread = (count * sumAA - sumA * sumA) * (count * sumBB - sumB * sumB);
  return spread <= 0 ? 0 : (count * sumAB - sumA * sumB) / Math.sqrt(spread);
}
