import type { ColourSpace } from "./colourSpace";
import type { FontUse } from "./contentUses";

/** `[a b c d e f]`, as `cm` takes it. */
export type PdfMatrix = readonly [number, number, number, number, number, number];

export const identity: PdfMatrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(inner: PdfMatrix, outer: PdfMatrix): PdfMatrix {
  const [a, b, c, d, e, f] = inner;
  const [g, h, i, j, k, l] = outer;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** The length of a unit along each side after the matrix, shorter one first. */
export function unitLengths([a, b, c, d]: PdfMatrix): readonly [number, number] {
  const [across, along] = [Math.hypot(a, b), Math.hypot(c, d)];
  return across < along ? [across, along] : [along, across];
}

/** A colour as the state holds it; patterns have no components here. */
export interface CurrentColour {
  readonly space: ColourSpace;
  readonly components: readonly number[];
}

/** What operators set and `q` saves (ISO 32000-1, 8.4), as far as press rules ask. */
export interface GraphicsState {
  readonly matrix: PdfMatrix;
  readonly fill: CurrentColour;
  readonly stroke: CurrentColour;
  readonly lineWidth: number;
  readonly font: FontUse | null;
  readonly fontSize: number;
  readonly renderMode: number;
  readonly leading: number;
  readonly overprintFill: boolean;
  readonly overprintStroke: boolean;
  readonly overprintMode: number;
}

const grey: ColourSpace = {
  family: "DeviceGray", components: 1, base: null, inks: [], tintTransform: null, profile: null, replaced: false, object: undefined, found: "",
};

/** The state a page begins with: black in DeviceGray, lines of one unit, nothing overprinting. */
export const initialState: GraphicsState = {
  matrix: identity,
  fill: { space: grey, components: [0] },
  stroke: { space: grey, components: [0] },
  lineWidth: 1,
  font: null,
  fontSize: 0,
  renderMode: 0,
  leading: 0,
  overprintFill: false,
  overprintStroke: false,
  overprintMode: 0,
};

/** Left, bottom, right, top of a part of a path, in page space. */
interface PartExtent {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** Where the current path lies, part by part: marks at the corners of a page are one path, and no part of it is inside. */
export class PathExtent {
  #parts: PartExtent[] = [];
  #onlyRectangles = true;
  #thinnest = Infinity;

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  /** The side of the thinnest rectangle; null unless the path is made of rectangles alone. */
  get thinnest(): number | null {
    return this.#onlyRectangles && !this.isEmpty ? this.#thinnest : null;
  }

  begin(): void {
    this.#onlyRectangles = false;
    this.#parts.push({ left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity });
  }

  point(x: number, y: number, [a, b, c, d, e, f]: PdfMatrix): void {
    const part = this.#parts.at(-1);
    if (part === undefined) return;
    const [px, py] = [a * x + c * y + e, b * x + d * y + f];
    part.left = Math.min(part.left, px);
    part.right = Math.max(part.right, px);
    part.bottom = Math.min(part.bottom, py);
    part.top = Math.max(part.top, py);
  }

  rectangle(x: number, y: number, width: number, height: number, matrix: PdfMatrix): void {
    this.#parts.push({ left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity });
    for (const [px, py] of [[x, y], [x + width, y], [x, y + height], [x + width, y + height]] as const) this.point(px, py, matrix);
    const [a, b, c, d] = matrix;
    this.#thinnest = Math.min(this.#thinnest, Math.abs(width) * Math.hypot(a, b), Math.abs(height) * Math.hypot(c, d));
  }

  /** Whether any part touches a rectangle. */
  touches(isInside: (left: number, bottom: number, right: number, top: number) => boolean): boolean {
    return this.#parts.some(({ left, bottom, right, top }) => isInside(left, bottom, right, top));
  }

  clear(): void {
    this.#parts = [];
    this.#onlyRectangles = true;
    this.#thinnest = Infinity;
  }
}
