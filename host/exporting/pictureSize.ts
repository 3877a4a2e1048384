import { HostError } from "../../shared/platform/host";

/** Larger pictures than this on a side are refused: a mistyped resolution would ask for gigabytes. */
const MAX_PIXELS = 12_000;

/** How many pixels a page's picture of a given width has; rejects with `export-failed` what is too large or too small. */
export function pictureSize(page: { readonly width: number; readonly height: number }, width: number): { readonly width: number; readonly height: number } {
  const height = Math.round((width / page.width) * page.height);
  if (width >= 1 && height >= 1 && width <= MAX_PIXELS && height <= MAX_PIXELS) return { width, height };
  throw new HostError({ code: "export-failed", detail: `a picture of ${width} × ${height} px is too large or too small` });
}
