import type { PagePoint, Rect, Size } from "../../shared/geometry/rect";
import type { Pt } from "../../shared/geometry/units";

/** A point in the canvas element, in CSS pixels from its top left corner. */
export interface ScreenPoint {
  readonly left: number;
  readonly top: number;
}

/** A rectangle in the canvas element, in CSS pixels. */
export interface ScreenRect extends ScreenPoint {
  readonly width: number;
  readonly height: number;
}

/** Which part of the pasteboard the canvas shows. The only place where points and pixels meet. */
export interface Viewport {
  /** CSS pixels per point. */
  readonly scale: number;
  /** Where the page's top left corner is, in CSS pixels from the canvas element's. */
  readonly left: number;
  readonly top: number;
  /** The size of the canvas element in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const PIXELS_PER_POINT = 96 / 72;
const SMALLEST_ZOOM = 0.05;
const LARGEST_ZOOM = 16;
const FIT_MARGIN = 28;

/** A viewport before the canvas has a size: 100 %, the page in the corner. */
export const initialViewport: Viewport = { scale: PIXELS_PER_POINT, left: 0, top: 0, width: 0, height: 0 };

/** The zoom as people say it: 1 where a centimetre on the page is one on a 96-dpi screen. */
export function zoomOf(viewport: Viewport): number {
  return viewport.scale / PIXELS_PER_POINT;
}

/** The page point under a screen point. */
export function toPage(viewport: Viewport, point: ScreenPoint): PagePoint {
  return { x: (point.left - viewport.left) / viewport.scale, y: (point.top - viewport.top) / viewport.scale };
}

/** The screen point over a page point. */
export function toScreen(viewport: Viewport, point: PagePoint): ScreenPoint {
  return { left: viewport.left + point.x * viewport.scale, top: viewport.top + point.y * viewport.scale };
}

/** The screen rectangle over a page rectangle. */
export function toScreenRect(viewport: Viewport, rect: Rect): ScreenRect {
  return { ...toScreen(viewport, rect), width: rect.width * viewport.scale, height: rect.height * viewport.scale };
}

/** How long a distance on the screen is on the page. */
export function toPageLength(viewport: Viewport, pixels: number): Pt {
  return pixels / viewport.scale;
}

/** The viewport moved so that its content follows a pointer by so many pixels. */
export function panBy(viewport: Viewport, byLeft: number, byTop: number): Viewport {
  return { ...viewport, left: viewport.left + byLeft, top: viewport.top + byTop };
}

/** The viewport at another zoom, the page point under `at` staying where it is. Zooms out of range are clamped. */
export function zoomTo(viewport: Viewport, zoom: number, at: ScreenPoint): Viewport {
  const scale = Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, zoom)) * PIXELS_PER_POINT;
  const factor = scale / viewport.scale;
  return {
    ...viewport,
    scale,
    left: at.left - (at.left - viewport.left) * factor,
    top: at.top - (at.top - viewport.top) * factor,
  };
}

/** The middle of the canvas element. */
export function screenCentre(viewport: Viewport): ScreenPoint {
  return { left: viewport.width / 2, top: viewport.height / 2 };
}

/** The viewport that shows a rectangle of the page whole, centred, as large as it fits. */
export function fitRect(viewport: Viewport, rect: Rect): Viewport {
  if (viewport.width === 0 || viewport.height === 0) return viewport;
  const scale = Math.max(
    SMALLEST_ZOOM * PIXELS_PER_POINT,
    Math.min(
      LARGEST_ZOOM * PIXELS_PER_POINT,
      (viewport.width - 2 * FIT_MARGIN) / rect.width,
      (viewport.height - 2 * FIT_MARGIN) / rect.height,
    ),
  );
  return {
    ...viewport,
    scale,
    left: Math.round((viewport.width - rect.width * scale) / 2 - rect.x * scale),
    top: Math.round((viewport.height - rect.height * scale) / 2 - rect.y * scale),
  };
}

/** The viewport that shows a whole page. */
export function fitPage(viewport: Viewport, size: Size): Viewport {
  return fitRect(viewport, { x: 0, y: 0, ...size });
}
