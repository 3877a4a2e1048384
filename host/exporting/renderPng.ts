import type { Image, SKRSContext2D } from "@napi-rs/canvas";
import type { PageDisplay } from "../../shared/display/displayList";
import { createGlyphPaths } from "../../shared/display/glyphPaths";
import { paintPage } from "../../shared/display/paintDisplay";
import type { FontSource } from "../../shared/fonts/fontSource";
import { layoutTables, withoutTables } from "../../shared/fonts/sfnt";
import { HostError } from "../../shared/platform/host";
import type { FontFiles } from "../fonts/fontFiles";
import { readPictures, type ReadAsset } from "./issuePictures";

/** What a picture of a page is painted from. */
export interface PngExport {
  readonly page: PageDisplay;
  readonly pixelWidth: number;
  readonly fonts: FontSource;
  readonly fontFiles: FontFiles;
  readonly readAsset: ReadAsset;
}

/** Larger pictures than this on a side are refused: a mistyped resolution would ask for gigabytes. */
export const MAX_PIXELS = 12_000;

/** The page as PNG, by the same painter as the window, without a browser. */
export async function renderPng(request: PngExport): Promise<Uint8Array> {
  const { page, pixelWidth, fonts, fontFiles } = request;
  const { createCanvas, GlobalFonts, Path2D } = await import("@napi-rs/canvas");
  const scale = pixelWidth / page.size.width;
  const pixelHeight = Math.round(page.size.height * scale);
  if (pixelWidth < 1 || pixelWidth > MAX_PIXELS || pixelHeight > MAX_PIXELS) {
    throw new HostError({ code: "export-failed", detail: `a picture of ${pixelWidth} × ${pixelHeight} px is too large` });
  }
  const pictures = await decodePictures(request);
  const canvas = createCanvas(pixelWidth, pixelHeight);
  const context: SKRSContext2D = canvas.getContext("2d");
  context.setTransform(scale, 0, 0, pixelHeight / page.size.height, 0, 0);
  const font = (fontId: string) => {
    const found = fonts.font(fontId);
    if (found === null) throw new HostError({ code: "export-failed", detail: `font ${fontId} is not installed` });
    return found;
  };
  paintPage(context, page, {
    font,
    canvasFamily: (fontId) => registerFont(GlobalFonts, fontFiles, fontId),
    glyphPath: createGlyphPaths(font, (data) => new Path2D(data)),
    picture: (assetId) => pictures.get(assetId) ?? null,
  });
  return canvas.encode("png");
}

const registered = new Set<string>();

/** Registers a font without its layout tables, under a name no installed font has, once a process. */
function registerFont(
  register: { register(bytes: Buffer, family: string): unknown },
  fontFiles: FontFiles,
  fontId: string,
): string | null {
  const family = `Broadsheet ${fontId}`;
  if (registered.has(family)) return family;
  const bytes = fontFiles.readFont(fontId);
  const stripped = bytes === null ? null : withoutTables(bytes, layoutTables);
  if (stripped === null || !stripped.ok) return null;
  register.register(Buffer.from(stripped.value.buffer, stripped.value.byteOffset, stripped.value.byteLength), family);
  registered.add(family);
  return family;
}

async function decodePictures({ page, readAsset }: PngExport): Promise<ReadonlyMap<string, Image>> {
  const { loadImage } = await import("@napi-rs/canvas");
  const decoded = new Map<string, Image>();
  for (const [assetId, bytes] of await readPictures([page], readAsset)) {
    if (bytes === null) continue;
    const image = await loadImage(Buffer.from(bytes)).catch(() => null);
    if (image !== null) decoded.set(assetId, image);
  }
  return decoded;
}
