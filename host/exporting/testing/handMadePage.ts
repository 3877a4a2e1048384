import { fileURLToPath } from "node:url";
import type { DisplayItem, GlyphRun, PageDisplay, PathItem } from "../../../shared/display/displayList";
import type { Rect } from "../../../shared/geometry/rect";
import type { FontSource } from "../../../shared/fonts/fontSource";
import { createFontSource } from "../../../shared/fonts/harfbuzzFont";
import { blackInk, type Ink } from "../../../shared/model/ink";
import { openFontFiles, type FontFiles } from "../../fonts/fontFiles";
import { loadHarfBuzz } from "../../fonts/harfbuzz";

export const projectRoot = fileURLToPath(new URL("../../..", import.meta.url));

/** The program's real fonts, for tests of what is drawn with them. */
export async function openRealFonts(): Promise<{ readonly fonts: FontSource; readonly fontFiles: FontFiles }> {
  const fontFiles = openFontFiles(projectRoot, `${projectRoot}/dist/fonts`);
  return { fonts: createFontSource(await loadHarfBuzz(), (fontId) => fontFiles.openFont(fontId), fontFiles.fallbackFontIds), fontFiles };
}

/** How a line of a hand-made page is set; what is left out is as in body text. */
export interface LineSetting {
  readonly fontId?: string;
  readonly size?: number;
  readonly tracking?: number;
  readonly horizontalScale?: number;
  readonly ink?: Ink;
}

/** A line of text from a point on its baseline, shaped by the font and set without any rule of composition. */
export function line(fonts: FontSource, text: string, x: number, y: number, setting: LineSetting = {}): GlyphRun {
  const { fontId = "NotoSerifSC-Regular", size = 9, tracking = 0, horizontalScale = 1, ink = blackInk } = setting;
  const shaped = shape(fonts, fontId, text, "horizontal");
  const xs = new Float64Array(shaped.glyphIds.length);
  let pen = x;
  shaped.advances.forEach((advance, index) => {
    xs[index] = pen + shaped.xOffsets[index]! * size;
    pen += (advance * size + tracking) * horizontalScale;
  });
  const ys = shaped.yOffsets.map((offset) => y - offset * size);
  return { kind: "glyphs", fontId, size, horizontalScale, ink, xs, ys, rotation: 0, text, glyphIds: shaped.glyphIds, textOffsets: shaped.textOffsets };
}

/** A vertical line from the middle of its top. */
export function verticalLine(fonts: FontSource, text: string, x: number, y: number, fontId: string, size: number): GlyphRun {
  const shaped = shape(fonts, fontId, text, "vertical");
  const ys = new Float64Array(shaped.glyphIds.length);
  let pen = y;
  shaped.advances.forEach((advance, index) => {
    ys[index] = pen - shaped.yOffsets[index]! * size;
    pen += advance * size;
  });
  const xs = shaped.xOffsets.map((offset) => x + offset * size);
  return { kind: "glyphs", fontId, size, horizontalScale: 1, ink: blackInk, xs, ys, isVertical: true, rotation: 0, text, glyphIds: shaped.glyphIds, textOffsets: shaped.textOffsets };
}

/** Letters lying in a vertical line, turned clockwise. */
export function turnedLine(fonts: FontSource, text: string, x: number, y: number, fontId: string, size: number): GlyphRun {
  const upright = line(fonts, text, 0, 0, { fontId, size });
  return { ...upright, rotation: 90, xs: upright.xs.map(() => x), ys: upright.xs.map((along) => y + along) };
}

/** A filled rectangle. */
export function filledRect({ x, y, width, height }: Rect, fill: Ink): PathItem {
  const segments = [
    { kind: "move", x, y },
    { kind: "line", x: x + width, y },
    { kind: "line", x: x + width, y: y + height },
    { kind: "line", x, y: y + height },
    { kind: "close" },
  ] as const;
  return { kind: "path", segments, fill, stroke: null, strokeWidth: 0, dash: null, missing: null };
}

/** A page of one box. */
export function handMadePage(width: number, height: number, items: readonly DisplayItem[]): PageDisplay {
  return { pageId: "p01", size: { width, height }, boxes: [{ boxId: "b1", bounds: { x: 0, y: 0, width, height }, items }] };
}

function shape(fonts: FontSource, fontId: string, text: string, direction: "horizontal" | "vertical") {
  const font = fonts.font(fontId);
  if (font === null) throw new Error(`no font ${fontId}`);
  return font.shape(text, direction);
}
