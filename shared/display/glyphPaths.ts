import type { Font } from "../fonts/fontSource";

/** Makes the outlines of glyphs as the canvas's own path objects, each once. Null for a blank glyph. */
export function createGlyphPaths<Path>(
  font: (fontId: string) => Font,
  createPath: (svgPathData: string) => Path,
): (fontId: string, glyphId: number) => Path | null {
  const fonts = new Map<string, (Path | null | undefined)[]>();
  return (fontId, glyphId) => {
    let paths = fonts.get(fontId);
    if (paths === undefined) fonts.set(fontId, (paths = []));
    let path = paths[glyphId];
    if (path === undefined) {
      const outline = font(fontId).outline(glyphId);
      paths[glyphId] = path = outline === "" ? null : createPath(outline);
    }
    return path;
  };
}
