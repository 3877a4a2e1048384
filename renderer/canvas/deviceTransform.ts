import type { Rect } from "../../shared/geometry/rect";
import type { Viewport } from "./viewport";

/**
 * How page points become pixels of the canvas's own bitmap. The page's corner lies on a whole pixel, so that a box
 * painted aside and copied over looks exactly like one painted in place.
 */
export interface DeviceTransform {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** A block of whole pixels: right and bottom edges are outside. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The transform of a viewport on a screen with so many device pixels per CSS pixel. */
export function deviceTransform(viewport: Viewport, pixelRatio: number): DeviceTransform {
  return {
    scale: viewport.scale * pixelRatio,
    left: Math.round(viewport.left * pixelRatio),
    top: Math.round(viewport.top * pixelRatio),
  };
}

/** The pixels that a rectangle of the page touches, with one more all round for soft edges. */
export function pixelsOf(transform: DeviceTransform, rect: Rect): PixelRect {
  return {
    left: transform.left + Math.floor(rect.x * transform.scale) - 1,
    top: transform.top + Math.floor(rect.y * transform.scale) - 1,
    right: transform.left + Math.ceil((rect.x + rect.width) * transform.scale) + 1,
    bottom: transform.top + Math.ceil((rect.y + rect.height) * transform.scale) + 1,
  };
}

/** Whether two blocks share a pixel. */
export function overlap(a: PixelRect, b: PixelRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** How many pixels a block has. */
export function pixelCount(rect: PixelRect): number {
  return Math.max(0, rect.right - rect.left) * Math.max(0, rect.bottom - rect.top);
}
