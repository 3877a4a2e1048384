import type { BoxDisplay } from "../../shared/display/displayList";
import { pixelCount, pixelsOf, type DeviceTransform } from "./deviceTransform";

/** Paints a box under the context's transform. */
export type PaintBox = (context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D, box: BoxDisplay) => void;

/** Keeps pictures of boxes that did not change, so that panning and neighbours' drags only copy pixels. */
export interface BoxBitmaps {
  /** Draws a box where the transform puts it; afterwards the context's transform is anything. */
  draw(context: CanvasRenderingContext2D, box: BoxDisplay, transform: DeviceTransform): void;
  /** Forgets the pictures of boxes that show something else now, such as a photo that has arrived. */
  forget(isStale: (box: BoxDisplay) => boolean): void;
}

interface Entry {
  readonly scale: number;
  /** Null while the box has been seen once only: a box that is being dragged is a new one each frame. */
  bitmap: OffscreenCanvas | null;
  readonly pixels: number;
}

const BYTES_PER_PIXEL = 4;
const MOST_BYTES = 100_000_000;
/** A larger box is painted in place: most of it lies outside the window, and it would push out all others. */
const MOST_PIXELS_OF_BOX = 6_000_000;

/** An empty cache that paints with `paint`. */
export function createBoxBitmaps(paint: PaintBox): BoxBitmaps {
  // A Map keeps its order of insertion: taken out and put back when used, the first entry is the one least recently used.
  const entries = new Map<BoxDisplay, Entry>();
  let bytes = 0;

  const drop = (box: BoxDisplay) => {
    const entry = entries.get(box);
    if (entry === undefined) return;
    entries.delete(box);
    if (entry.bitmap !== null) bytes -= entry.pixels * BYTES_PER_PIXEL;
  };
  const keep = (box: BoxDisplay, entry: Entry) => {
    entries.set(box, entry);
    if (entry.bitmap !== null) bytes += entry.pixels * BYTES_PER_PIXEL;
    for (const oldest of entries.keys()) {
      if (bytes <= MOST_BYTES && entries.size <= MOST_ENTRIES) break;
      drop(oldest);
    }
  };

  return {
    draw: (context, box, transform) => {
      const known = entries.get(box);
      const area = pixelsOf({ scale: transform.scale, left: 0, top: 0 }, box.bounds);
      const pixels = pixelCount(area);
      if (known === undefined || known.scale !== transform.scale) {
        drop(box);
        if (pixels <= MOST_PIXELS_OF_BOX && pixels > 0) keep(box, { scale: transform.scale, bitmap: null, pixels });
        context.setTransform(transform.scale, 0, 0, transform.scale, transform.left, transform.top);
        paint(context, box);
        return;
      }
      let { bitmap } = known;
      drop(box);
      if (bitmap === null) {
        bitmap = new OffscreenCanvas(area.right - area.left, area.bottom - area.top);
        const inside = bitmap.getContext("2d");
        if (inside === null) throw new Error("No 2D context for an offscreen canvas");
        inside.setTransform(transform.scale, 0, 0, transform.scale, -area.left, -area.top);
        paint(inside, box);
      }
      keep(box, { scale: transform.scale, bitmap, pixels });
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(bitmap, transform.left + area.left, transform.top + area.top);
    },
    forget: (isStale) => {
      for (const box of [...entries.keys()]) if (isStale(box)) drop(box);
    },
  };
}

const MOST_ENTRIES = 2_000;
