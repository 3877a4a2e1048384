import { closeSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FontBytes } from "../../shared/fonts/fontBytes";
import type { FontDescription } from "../../shared/platform/host";
import { readFontCatalogue } from "./fontCatalogue";
import { openPiecewise } from "./openPiecewise";
import { fontFileName, packageFile, prepareFont } from "./prepareFonts";
import { listAllFonts, userFontPath } from "./userFonts";

/** The font files of this installation. The same bytes feed the shaping, the canvas and the PDF. */
export interface FontFiles {
  /** The catalogue's fonts, then the user's, as the editor is told about them. */
  listFonts(): readonly FontDescription[];
  /** The fonts tried, in this order, for a character that the chosen font lacks. */
  readonly fallbackFontIds: readonly string[];
  /** Where the font's TrueType file lies, or null where there is no such font. */
  fontPath(fontId: string): string | null;
  /** The whole file, read anew each time: 10 to 16 MB. */
  readFont(fontId: string): Uint8Array<ArrayBuffer> | null;
  /** The file opened for reading piece by piece; it stays open until `close`. */
  openFont(fontId: string): FontBytes | null;
  close(): void;
}

/**
 * Finds the fonts: in `fontsFolder`, where `prepareFonts` puts them at build time, else in the npm packages. A packed
 * file that the build has not unpacked yet is unpacked into that folder on first use. The user's own are in `userFolder`.
 */
export function openFontFiles(projectRoot: string, fontsFolder: string, userFolder: string | null = null): FontFiles {
  const catalogue = readFontCatalogue(projectRoot);
  const fonts = new Map(catalogue.map((font) => [font.id, font]));
  const opened = new Map<string, { readonly bytes: FontBytes; readonly descriptor: number }>();

  const fontPath = (fontId: string): string | null => {
    const font = fonts.get(fontId);
    if (font === undefined) return userFolder === null ? null : userFontPath(userFolder, fontId);
    const prepared = join(fontsFolder, fontFileName(font.id));
    if (existsSync(prepared)) return prepared;
    if (font.path.endsWith(".ttf")) return packageFile(projectRoot, font);
    prepareFont(projectRoot, fontsFolder, font);
    return prepared;
  };

  return {
    listFonts: () => listAllFonts(projectRoot, userFolder),
    fallbackFontIds: catalogue.filter((font) => font.fallback).map((font) => font.id),
    fontPath,
    readFont: (fontId) => {
      const path = fontPath(fontId);
      return path === null ? null : readFileSync(path);
    },
    openFont: (fontId) => {
      const known = opened.get(fontId);
      if (known !== undefined) return known.bytes;
      const path = fontPath(fontId);
      if (path === null) return null;
      const file = openPiecewise(path);
      opened.set(fontId, file);
      return file.bytes;
    },
    close: () => {
      for (const { descriptor } of opened.values()) closeSync(descriptor);
      opened.clear();
    },
  };
}
