import type { BoxDisplay, DisplayInk } from "../../shared/display/displayList";
import { inkToScreen } from "../../shared/display/inkToScreen";
import { createGlyphPaths } from "../../shared/display/glyphPaths";
import type { PaintResources } from "../../shared/display/paintContext";
import { invariant } from "../../shared/result";
import type { FontLibrary } from "../fonts/fontLibrary";
import type { Pictures } from "./pictures";

/** What painting on a browser's canvas needs. */
export type CanvasResources = PaintResources<Path2D, CanvasImageSource>;

/** The fonts and pictures of the window as the painter asks for them. */
export function createCanvasResources(fonts: FontLibrary, pictures: () => Pictures | null, inkColour: (ink: DisplayInk) => string = inkToScreen): CanvasResources {
  const font = (fontId: string) => {
    const known = fonts.source.font(fontId);
    invariant(known !== null, `the layout used the font ${fontId}`);
    return known;
  };
  return {
    font,
    canvasFamily: (fontId) => fonts.canvasFamily(fontId),
    glyphPath: createGlyphPaths(font, (data) => new Path2D(data)),
    inkColour,
    picture: (assetId) => pictures()?.picture(assetId) ?? null,
  };
}

/** Whether a box shows a picture. */
export function showsPicture(box: BoxDisplay, assetId: string): boolean {
  return box.items.some((item) => item.kind === "picture" && item.assetId === assetId);
}
