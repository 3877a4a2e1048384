import type { Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { Asset, PictureFrame } from "./document";

/** Where the whole picture of a frame stands on the page, whatever the frame cuts off. */
export function picturePlace(
  { rect, fitting, focus }: Pick<PictureFrame, "rect" | "fitting" | "focus">,
  { pixelWidth, pixelHeight }: Pick<Asset, "pixelWidth" | "pixelHeight">,
): Rect {
  const perPixel = [rect.width / pixelWidth, rect.height / pixelHeight];
  const scale = fitting === "fill" ? Math.max(...perPixel) : Math.min(...perPixel);
  const width = pixelWidth * scale;
  const height = pixelHeight * scale;
  return {
    x: alongside(rect.x, rect.width, width, focus.x),
    y: alongside(rect.y, rect.height, height, focus.y),
    width,
    height,
  };
}

/** Centres a length that fits; one that is cropped keeps its focus as near the middle as its edges allow. */
function alongside(start: Pt, available: Pt, length: Pt, focus: number): Pt {
  if (length <= available) return start + (available - length) / 2;
  const wished = start + available / 2 - focus * length;
  return Math.min(start, Math.max(start + available - length, wished));
}
