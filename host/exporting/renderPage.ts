import { createCanvas, Path2D, type Canvas, type Image } from "@napi-rs/canvas";
import type { PageDisplay } from "../../shared/display/displayList";
import { createGlyphPaths } from "../../shared/display/glyphPaths";
import { paintPage } from "../../shared/display/paintDisplay";
import type { FontSource } from "../../shared/fonts/fontSource";
import { intersects, type Rect } from "../../shared/geometry/rect";
import { HostError } from "../../shared/platform/host";
import type { FontFiles } from "../fonts/fontFiles";
import { registerCanvasFont } from "./canvasFonts";
import { readPictures, type ReadAsset } from "./issuePictures";
import { pictureForCanvas } from "./pictureForCanvas";
import { pictureSize } from "./pictureSize";

/** What a picture of a page is painted from. */
export interface PageRendering {
  readonly page: PageDisplay;
  /** The part of the page that the picture shows; all of it where absent. */
  readonly region?: Rect;
  /** How wide the picture is; its height follows. */
  readonly pixelWidth: number;
  /** The fonts the page was composed with. */
  readonly fonts: FontSource;
  readonly fontFiles: FontFiles;
  readonly readAsset: ReadAsset;
  /** A canvas whose picture is no longer needed; it is painted over where it has the page's size. */
  readonly reuse?: Canvas | null;
}

/** This canvas counts type sizes in sixty-fourths of a pixel: at 8 pt a line of forty characters would be 0.5 pt short. */
const TEXT_ENLARGEMENT = 64;

/** The page painted by the window's own painter, without a browser; the canvas encodes it as PNG, JPEG or WebP. */
export async function renderPage({ page, region, pixelWidth, fonts, fontFiles, readAsset, reuse = null }: PageRendering): Promise<Canvas> {
  const shown = region ?? { x: 0, y: 0, ...page.size };
  const { height: pixelHeight } = pictureSize(shown, pixelWidth);
  const inRegion = region === undefined ? page : { ...page, boxes: page.boxes.filter(({ bounds }) => intersects(bounds, region)) };
  const pictures = new Map<string, Image | null>();
  for (const [assetId, bytes] of await readPictures([inRegion], readAsset)) {
    pictures.set(assetId, bytes === null ? null : await pictureForCanvas(bytes));
  }
  const font = (fontId: string) => {
    const found = fonts.font(fontId);
    if (found === null) throw new HostError({ code: "export-failed", detail: `font ${fontId} is not installed` });
    return found;
  };
  const isSameSize = reuse !== null && reuse.width === pixelWidth && reuse.height === pixelHeight;
  const canvas = isSameSize ? reuse : createCanvas(pixelWidth, pixelHeight);
  const context = canvas.getContext("2d");
  if (isSameSize) context.reset();
  // Otherwise the machine's language would choose among glyph forms.
  context.lang = "zh-Hans";
  const across = pixelWidth / shown.width;
  const down = pixelHeight / shown.height;
  context.setTransform(across, 0, 0, down, -shown.x * across, -shown.y * down);
  paintPage(context, inRegion, {
    font,
    textEnlargement: TEXT_ENLARGEMENT,
    canvasFamily: (fontId) => registerCanvasFont(fontFiles, fontId),
    glyphPath: createGlyphPaths(font, (outline) => new Path2D(outline)),
    picture: (assetId) => pictures.get(assetId) ?? null,
  });
  return canvas;
}
