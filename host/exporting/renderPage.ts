import { createCanvas, Path2D, type Canvas, type Image } from "@napi-rs/canvas";
import type { PageDisplay } from "../../shared/display/displayList";
import { createGlyphPaths } from "../../shared/display/glyphPaths";
import { paintPage } from "../../shared/display/paintDisplay";
import type { PaintResources } from "../../shared/display/paintContext";
import type { Font, FontSource } from "../../shared/fonts/fontSource";
import { invariant } from "../../shared/result";
import type { FontFiles } from "../fonts/fontFiles";
import { registerCanvasFont } from "./canvasFonts";
import { pictureForCanvas } from "./pictureForCanvas";

/** A page to be painted without a browser. */
export interface PageToRender {
  readonly page: PageDisplay;
  /** The fonts the page was composed with. */
  readonly fonts: FontSource;
  readonly fontFiles: FontFiles;
  /** The bytes of a picture of the issue, or null where it is missing. */
  readonly readAsset: (assetId: string) => Promise<Uint8Array | null>;
  /** Pixels per point; 150 / 72 for 150 dpi. */
  readonly scale: number;
}

/** The widest and highest canvas that is painted; 对开 at 600 dpi is 9,213 × 12,874. */
const MAX_PIXELS_A_SIDE = 16_384;

/** Paints a page with the editor's own painter; ask the canvas to encode it as PNG, JPEG or WebP. */
export async function renderPage({ page, fonts, fontFiles, readAsset, scale }: PageToRender): Promise<Canvas> {
  const width = Math.max(1, Math.round(page.size.width * scale));
  const height = Math.max(1, Math.round(page.size.height * scale));
  if (!(width <= MAX_PIXELS_A_SIDE && height <= MAX_PIXELS_A_SIDE)) {
    throw new RangeError(`A page picture of ${width} × ${height} pixels is too large`);
  }
  const resources = await resourcesFor(page, fonts, fontFiles, readAsset);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  // Otherwise the host's language would choose among glyph forms.
  context.lang = "zh-Hans";
  context.setTransform(width / page.size.width, 0, 0, height / page.size.height, 0, 0);
  paintPage(context, page, resources);
  return canvas;
}

/** The PNG of a page at a resolution in dots per inch. */
export async function renderPng(request: Omit<PageToRender, "scale"> & { readonly dpi: number }): Promise<Uint8Array> {
  const canvas = await renderPage({ ...request, scale: request.dpi / 72 });
  return await canvas.encode("png");
}

async function resourcesFor(
  page: PageDisplay,
  fonts: FontSource,
  fontFiles: FontFiles,
  readAsset: PageToRender["readAsset"],
): Promise<PaintResources<Path2D, Image>> {
  const items = page.boxes.flatMap((box) => box.items);
  const families = new Map<string, string>();
  const pictures = new Map<string, Image | null>();
  for (const item of items) {
    if (item.kind === "glyphs" && !families.has(item.fontId)) {
      families.set(item.fontId, registerCanvasFont(fontFiles, item.fontId));
    }
    if (item.kind === "picture" && item.assetId !== null && !pictures.has(item.assetId)) {
      const bytes = await readAsset(item.assetId);
      pictures.set(item.assetId, bytes === null ? null : await pictureForCanvas(bytes));
    }
  }
  const font = (fontId: string): Font => {
    const found = fonts.font(fontId);
    invariant(found !== null, `the page was composed with font ${fontId}`);
    return found;
  };
  return {
    font,
    canvasFamily: (fontId) => families.get(fontId) ?? null,
    glyphPath: createGlyphPaths(font, (outline) => new Path2D(outline)),
    picture: (assetId) => pictures.get(assetId) ?? null,
  };
}
