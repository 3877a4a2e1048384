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

/** The rectangle around the points of the current path, in page space, and how thin its thinnest rectangle is. */
export class PathExtent {
  left = Infinity;
  bottom = Infinity;
  right = -Infinity;
  top = -Infinity;
  /** Null unless the path is made of rectangles alone. */
  thinnest: number | null = null;
  #segments = 0;

  point(x: number, y: number, [a, b, c, d, e, f]: PdfMatrix): void {
    const [px, py] = [a * x + c * y + e, b * x + d * y + f];
    this.left = Math.min(this.left, px);
    this.right = Math.max(this.right, px);
    this.bottom = Math.min(this.bottom, py);
    this.top = Math.max(this.top, py);
  }

  segment(x: number, y: number, matrix: PdfMatrix): void {
    this.point(x, y, matrix);
    this.#segments++;
    this.thinnest = null;
  }

  rectangle(x: number, y: number, width: number, height: number, matrix: PdfMatrix): void {
    for (const [px, py] of [[x, y], [x + width, y], [x, y + height], [x + width, y + height]] as const) this.point(px, py, matrix);
    const [a, b, c, d] = matrix;
    const thin = Math.min(Math.abs(width) * Math.hypot(a, b), Math.abs(height) * Math.hypot(c, d));
    if (this.#segments === 0) this.thinnest = Math.min(this.thinnest ?? Infinity, thin);
  }

  clear(): void {
    this.left = this.bottom = Infinity;
    this.right = this.top = -Infinity;
    this.thinnest = null;
    this.#segments = 0;
  }
}
