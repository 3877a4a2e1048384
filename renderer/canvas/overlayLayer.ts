import Konva from "konva";
import type { CanvasColours } from "./canvasColours";
import type { OverlayMark } from "./overlayMarks";
import { paintOverlay } from "./paintOverlay";
import type { Viewport } from "./viewport";

/** The Konva layer over the page. */
export interface OverlayLayer {
  /** Paints the marks, now. */
  show(marks: readonly OverlayMark[], viewport: Viewport, pixelRatio: number, colours: CanvasColours): void;
  destroy(): void;
}

/** One shape that paints all marks from data: nothing on the layer can be dragged or hit. */
export function attachOverlayLayer(layer: Konva.Layer): OverlayLayer {
  let paint: ((context: CanvasRenderingContext2D) => void) | null = null;
  const shape = new Konva.Shape({
    listening: false,
    perfectDrawEnabled: false,
    sceneFunc: (context) => paint?.(context._context),
  });
  layer.add(shape);
  return {
    show: (marks, viewport, pixelRatio, colours) => {
      if (layer.getCanvas().getPixelRatio() !== pixelRatio) layer.getCanvas().setPixelRatio(pixelRatio);
      paint = (context) => paintOverlay(context, marks, viewport, colours);
      layer.drawScene();
    },
    destroy: () => void shape.destroy(),
  };
}
