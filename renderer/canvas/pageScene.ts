import Konva from "konva";
import type { BoxDisplay, PageDisplay } from "../../shared/display/displayList";
import type { Rect } from "../../shared/geometry/rect";
import { paintBackdrop, type Backdrop } from "./backdrop";
import { createBoxBitmaps, type PaintBox } from "./boxBitmaps";
import { deviceTransform, overlap, pixelCount, pixelsOf, type DeviceTransform, type PixelRect } from "./deviceTransform";
import type { Viewport } from "./viewport";

/** What the page layer shows. */
export interface SceneFrame {
  readonly display: PageDisplay;
  readonly backdrop: Backdrop;
  readonly viewport: Viewport;
  readonly pixelRatio: number;
  /** A rough picture will do: the zoom is changing, and a sharp one follows. */
  readonly rough: boolean;
}

/** The page on its Konva layer: one shape for what lies behind, one for each box. No shape has a place of its own. */
export interface PageScene {
  /** Paints, now: only what differs from the last frame. */
  show(frame: SceneFrame): void;
  /** Paints boxes anew that look different though their display is the same, such as those whose photo has arrived. */
  refresh(isStale: (box: BoxDisplay) => boolean): void;
  destroy(): void;
}

interface BoxShape {
  readonly shape: Konva.Shape;
  display: BoxDisplay;
}

/** Above this share of the canvas, clipping to what changed costs more than it saves. */
const MOST_DIRTY_SHARE = 0.7;

/** A scene on a layer that nothing else draws to. */
export function createPageScene(layer: Konva.Layer, paint: PaintBox): PageScene {
  const bitmaps = createBoxBitmaps(paint);
  const shapes = new Map<string, BoxShape>();
  let last: SceneFrame | null = null;
  let snapshot: { readonly picture: OffscreenCanvas; readonly transform: DeviceTransform } | null = null;
  let transform: DeviceTransform = { scale: 1, left: 0, top: 0 };
  /** What the running draw touches; null for everything. */
  let dirty: readonly PixelRect[] | null = null;
  let stale: ((box: BoxDisplay) => boolean) | null = null;

  // The background covers the whole canvas, and a partial draw must not clear what it leaves alone.
  layer.clearBeforeDraw(false);
  const native = () => layer.getCanvas().getContext()._context;
  const background = newShape((context) => {
    if (last === null) return;
    paintBackdrop(context, last.backdrop, transform, last.pixelRatio, snapshot);
  });
  layer.add(background);

  function newShape(draw: (context: CanvasRenderingContext2D) => void): Konva.Shape {
    return new Konva.Shape({
      listening: false,
      perfectDrawEnabled: false,
      sceneFunc: (context) => draw(context._context),
    });
  }

  function newBoxShape(display: BoxDisplay): BoxShape {
    const record: BoxShape = {
      display,
      shape: newShape((context) => {
        if (snapshot !== null || !isWanted(record.display.bounds)) return;
        bitmaps.draw(context, record.display, transform);
      }),
    };
    return record;
  }

  function isWanted(bounds: Rect): boolean {
    const pixels = pixelsOf(transform, bounds);
    const { width, height } = native().canvas;
    if (!overlap(pixels, { left: 0, top: 0, right: width, bottom: height })) return false;
    return dirty === null || dirty.some((rect) => overlap(rect, pixels));
  }

  /** Brings the shapes in line with the boxes; answers where the page looks different now. */
  function sync(boxes: readonly BoxDisplay[]): Rect[] {
    const changed: Rect[] = [];
    const present = new Set<string>();
    for (const display of boxes) {
      present.add(display.boxId);
      const known = shapes.get(display.boxId);
      if (known === undefined) {
        shapes.set(display.boxId, newBoxShape(display));
        changed.push(display.bounds);
      } else if (known.display !== display) {
        changed.push(known.display.bounds, display.bounds);
        known.display = display;
      } else if (stale?.(display) === true) {
        changed.push(display.bounds);
      }
    }
    for (const [boxId, { shape, display }] of shapes) {
      if (present.has(boxId)) continue;
      changed.push(display.bounds);
      shape.remove();
      shapes.delete(boxId);
    }
    stack(boxes, changed);
    return changed;
  }

  /** Puts the shapes in the order of the boxes, back to front. */
  function stack(boxes: readonly BoxDisplay[], changed: Rect[]): void {
    const wanted = boxes.flatMap(({ boxId }) => shapes.get(boxId) ?? []);
    const present = layer.getChildren();
    const same = present.length === wanted.length + 1 && wanted.every(({ shape }, index) => present[index + 1] === shape);
    if (same) return;
    wanted.forEach(({ shape, display }, index) => {
      if (present[index + 1] !== shape) changed.push(display.bounds);
    });
    layer.removeChildren();
    layer.add(background, ...wanted.map(({ shape }) => shape));
  }

  function draw(rects: readonly PixelRect[] | null): void {
    dirty = rects;
    const context = native();
    context.save();
    if (rects !== null) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.beginPath();
      for (const { left, top, right, bottom } of rects) context.rect(left, top, right - left, bottom - top);
      context.clip();
    }
    layer.drawScene();
    context.restore();
    dirty = null;
  }

  /** A copy of the canvas as it is: scaling the canvas onto itself would copy all of it in each frame. */
  function takeSnapshot(): void {
    const { canvas } = native();
    const picture = new OffscreenCanvas(Math.max(1, canvas.width), Math.max(1, canvas.height));
    picture.getContext("2d")?.drawImage(canvas, 0, 0);
    snapshot = { picture, transform };
  }

  return {
    show: (frame) => {
      const before = last;
      const sized = adaptPixelRatio(layer, frame.pixelRatio);
      if (frame.rough && before !== null && snapshot === null && !sized) takeSnapshot();
      const wasRough = snapshot !== null && !frame.rough;
      if (!frame.rough) snapshot = null;
      last = frame;
      transform = deviceTransform(frame.viewport, frame.pixelRatio);
      const changed = sync(frame.display.boxes);
      stale = null;
      const { width, height } = native().canvas;
      const whole =
        before === null || sized || wasRough || frame.rough || before.viewport !== frame.viewport ||
        before.backdrop !== frame.backdrop;
      if (whole) return draw(null);
      if (changed.length === 0) return;
      const rects = changed.map((rect) => pixelsOf(transform, rect));
      const area = rects.reduce((sum, rect) => sum + pixelCount(rect), 0);
      draw(area > MOST_DIRTY_SHARE * width * height ? null : rects);
    },
    refresh: (isStale) => {
      bitmaps.forget(isStale);
      const earlier = stale;
      stale = earlier === null ? isStale : (box) => earlier(box) || isStale(box);
    },
    destroy: () => {
      layer.destroyChildren();
      shapes.clear();
    },
  };
}

/** Gives the layer the pixels of the screen it is on now; answers whether it had others. */
function adaptPixelRatio(layer: Konva.Layer, pixelRatio: number): boolean {
  if (layer.getCanvas().getPixelRatio() === pixelRatio) return false;
  layer.getCanvas().setPixelRatio(pixelRatio);
  return true;
}
