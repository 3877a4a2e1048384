import type { PageDisplay } from "../../shared/display/displayList";
import { paintPage } from "../../shared/display/paintDisplay";
import { createCanvasResources } from "../canvas/canvasResources";
import { loadBlob } from "../canvas/loadBlob";
import { createPictures } from "../canvas/pictures";
import type { FontLibrary } from "../fonts/fontLibrary";

/** Keeps one canvas showing a page, and paints it again when a font or a picture of it arrives. */
export interface PagePainter {
  /** Paints a page over the whole of a canvas, whose bitmap is already as large as it is to be. */
  show(canvas: HTMLCanvasElement, page: PageDisplay): void;
  close(): void;
}

/** A painter with the window's fonts and the pictures of an open issue, which has no id before it is saved. */
export function createPagePainter(fonts: FontLibrary, issueId: string | null): PagePainter {
  const pictures = issueId === null ? null : createPictures(issueId, "screen", loadBlob);
  const resources = createCanvasResources(fonts, () => pictures);
  let shown: { readonly canvas: HTMLCanvasElement; readonly page: PageDisplay } | null = null;
  let frame = 0;
  const paint = () => {
    frame = 0;
    const context = shown?.canvas.getContext("2d") ?? null;
    if (shown === null || context === null) return;
    const scale = shown.canvas.width / shown.page.size.width;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    paintPage(context, shown.page, resources);
    shown.canvas.dataset["painted"] = shown.page.pageId;
  };
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  pictures?.onArrival(soon);
  const stopFonts = fonts.onCanvasFont(soon);
  return {
    show(canvas, page) {
      shown = { canvas, page };
      soon();
    },
    close() {
      cancelAnimationFrame(frame);
      stopFonts();
      pictures?.close();
    },
  };
}
