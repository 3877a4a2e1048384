/** A picture reduced to what belongs to its subject: 1 for each pixel that does, row by row. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A corner between pixels, from the top left one of the mask. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Pieces smaller than this share of the largest one are dust. */
const LEAST_PIECE = 0.01;
/** How far an outline may leave its pixels, in pixels: less than half the diagonal of one, or a single pixel would vanish. */
const FINEST = 0.7;
/** The directions of a walk along pixel edges, clockwise: right, down, left, up. */
const STEPS = [[1, 0], [0, 1], [-1, 0], [0, -1]] as const;

/**
 * The outline of all of a mask's pieces as one polygon of at most `most` corners, clockwise; pieces that stand apart are
 * joined by a thin bridge, holes are left out. Empty where the mask holds nothing that so many corners can enclose.
 */
export function maskOutline(mask: Mask, most: number): readonly Corner[] {
  const joined = joinedPieces(mask);
  if (joined === null) return [];
  const walk = withoutStraights(walkAround(joined));
  for (let tolerance = FINEST; ; tolerance *= 1.5) {
    const outline = simplified(walk, tolerance);
    if (outline.length <= most) return outline.length < 3 ? [] : outline;
  }
}

/** The mask with its dust taken away and its pieces bridged to the largest; null where it holds nothing. */
function joinedPieces(mask: Mask): Mask | null {
  const pieces = piecesOf(mask).toSorted((a, b) => b.length - a.length);
  const [largest, ...others] = pieces;
  if (largest === undefined) return null;
  const pixels = new Uint8Array(mask.pixels.length);
  const joined = { ...mask, pixels };
  for (const pixel of largest) pixels[pixel] = 1;
  let edge = edgeOf(joined, largest);
  for (const piece of others) {
    if (piece.length < largest.length * LEAST_PIECE) break;
    for (const pixel of piece) pixels[pixel] = 1;
    const own = edgeOf(joined, piece);
    bridge(joined, nearest(mask.width, edge, own));
    edge = [...edge, ...own];
  }
  return joined;
}

/** The pixels of each piece of a mask that hang together by their sides. */
function piecesOf({ width, height, pixels }: Mask): readonly (readonly number[])[] {
  const seen = new Uint8Array(pixels.length);
  const pieces: number[][] = [];
  for (let start = 0; start < pixels.length; start++) {
    if (pixels[start] === 0 || seen[start] === 1) continue;
    const piece = [start];
    seen[start] = 1;
    for (let index = 0; index < piece.length; index++) {
      const pixel = piece[index]!;
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      for (const [dx, dy] of STEPS) {
        if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
        const other = pixel + dx + dy * width;
        if (pixels[other] === 0 || seen[other] === 1) continue;
        seen[other] = 1;
        piece.push(other);
      }
    }
    pieces.push(piece);
  }
  return pieces;
}

function edgeOf({ width, height, pixels }: Mask, piece: readonly number[]): readonly number[] {
  return piece.filter((pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const isBorder = x === 0 || y === 0 || x === width - 1 || y === height - 1;
    return isBorder || STEPS.some(([dx, dy]) => pixels[pixel + dx + dy * width] === 0);
  });
}

function nearest(width: number, some: readonly number[], others: readonly number[]): readonly [number, number] {
  let pair: readonly [number, number] = [some[0]!, others[0]!];
  let least = Infinity;
  for (const one of some) {
    const [x, y] = [one % width, Math.floor(one / width)];
    for (const other of others) {
      const [dx, dy] = [(other % width) - x, Math.floor(other / width) - y];
      const distance = dx * dx + dy * dy;
      if (distance >= least) continue;
      least = distance;
      pair = [one, other];
    }
  }
  return pair;
}

/** Joins two pixels by a line whose pixels hang together by their sides. */
function bridge({ width, pixels }: Mask, [from, to]: readonly [number, number]): void {
  let [x, y] = [from % width, Math.floor(from / width)];
  const [endX, endY] = [to % width, Math.floor(to / width)];
  const [startX, startY] = [x, y];
  while (x !== endX || y !== endY) {
    // Along whichever side lags behind the straight line.
    const alongX = Math.abs(x - startX) * Math.abs(endY - startY);
    const alongY = Math.abs(y - startY) * Math.abs(endX - startX);
    if (y === endY || (x !== endX && alongX <= alongY)) x += Math.sign(endX - x);
    else y += Math.sign(endY - y);
    pixels[x + y * width] = 1;
  }
}

/** The corners passed on a walk along the edges of the first piece, which stays at the right hand. */
function walkAround({ width, height, pixels }: Mask): readonly Corner[] {
  const first = pixels.indexOf(1);
  const isIn = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < width && y < height && pixels[x + y * width] === 1;
  const start = { x: first % width, y: Math.floor(first / width) };
  const corners: Corner[] = [];
  let { x, y } = start;
  let heading = 0;
  do {
    corners.push({ x, y });
    const [dx, dy] = STEPS[heading]!;
    x += dx;
    y += dy;
    // The pixels before the walker, at the right hand and at the left.
    const rightPixel = isIn(x + (dx - dy - 1) / 2, y + (dy + dx - 1) / 2);
    const leftPixel = isIn(x + (dx + dy - 1) / 2, y + (dy - dx - 1) / 2);
    // Pixels that touch at a corner only do not hang together.
    if (!rightPixel) heading = (heading + 1) % 4;
    else if (leftPixel) heading = (heading + 3) % 4;
  } while (x !== start.x || y !== start.y || heading !== 0);
  return corners;
}

function withoutStraights(corners: readonly Corner[]): readonly Corner[] {
  return corners.filter((corner, index) => {
    const before = corners[(index + corners.length - 1) % corners.length]!;
    const after = corners[(index + 1) % corners.length]!;
    return !(before.x === corner.x && corner.x === after.x) && !(before.y === corner.y && corner.y === after.y);
  });
}

/** The outline with every corner left out that is nearer than a tolerance to the line between its neighbours (Douglas–Peucker). */
function simplified(corners: readonly Corner[], tolerance: number): readonly Corner[] {
  let far = 0;
  corners.forEach((corner, index) => {
    if (distanceOf(corner, corners[0]!) > distanceOf(corners[far]!, corners[0]!)) far = index;
  });
  const kept = new Uint8Array(corners.length + 1);
  kept[0] = kept[far] = 1;
  const closed = [...corners, corners[0]!];
  const open: [number, number][] = [[0, far], [far, corners.length]];
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const [from, to] = stretch;
    let [farthest, most] = [from, tolerance];
    for (let index = from + 1; index < to; index++) {
      const off = distanceToLine(closed[index]!, closed[from]!, closed[to]!);
      if (off > most) [farthest, most] = [index, off];
    }
    if (farthest === from) continue;
    kept[farthest] = 1;
    open.push([from, farthest], [farthest, to]);
  }
  return corners.filter((_, index) => kept[index] === 1);
}

function distanceOf(a: Corner, b: Corner): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function distanceToLine(point: Corner, from: Corner, to: Corner): number {
  const length = distanceOf(from, to);
  if (length === 0) return distanceOf(point, from);
  return Math.abs((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)) / length;
}
