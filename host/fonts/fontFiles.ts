import { closeSync, existsSync, openSync, readFileSync, readSync, fstatSync } from "node:fs";
import { join } from "node:path";
import type { FontBytes } from "../../shared/fonts/fontBytes";
import type { FontDescription } from "../../shared/platform/host";
import { readFontCatalogue, type CatalogueFont } from "./fontCatalogue";
import { fontFileName, packageFile, prepareFont } from "./prepareFonts";

/** The font files of this installation. The same bytes feed the shaping, the canvas and the PDF. */
export interface FontFiles {
  /** The catalogue's fonts, as the editor is told about them. */
  listFonts(): readonly FontDescription[];
  /** The fonts tried, in this order, for a character that the chosen font lacks. */
  readonly fallbackFontIds: readonly string[];
  /** Where the font's TrueType file lies, or null where the catalogue has no such font. */
  fontPath(fontId: string): string | null;
  /** The whole file, read anew each time: 10 to 16 MB. */
  readFont(fontId: string): Uint8Array<ArrayBuffer> | null;
  /** The file opened for reading piece by piece; it stays open until `close`. */
  openFont(fontId: string): FontBytes | null;
  close(): void;
}

/**
 * Finds the fonts: in `fontsFolder`, where `prepareFonts` puts them at build time, else in the npm packages. A packed
 * file that the build has not unpacked yet is unpacked into that folder on first use.
 */
export function openFontFiles(projectRoot: string, fontsFolder: string): FontFiles {
  const catalogue = readFontCatalogue(projectRoot);
  const fonts = new Map(catalogue.map((font) => [font.id, font]));
  const opened = new Map<string, { readonly bytes: FontBytes; readonly descriptor: number }>();

  const fontPath = (fontId: string): string | null => {
    const font = fonts.get(fontId);
    if (font === undefined) return null;
    const prepared = join(fontsFolder, fontFileName(font.id));
    if (existsSync(prepared)) return prepared;
    if (font.path.endsWith(".ttf")) return packageFile(projectRoot, font);
    prepareFont(projectRoot, fontsFolder, font);
    return prepared;
  };

  return {
    listFonts: () => catalogue.map(describe),
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

function openPiecewise(path: string): { readonly bytes: FontBytes; readonly descriptor: number } {
  const descriptor = openSync(path, "r");
  const read = (from: number, to: number) => {
    const bytes = Buffer.allocUnsafe(to - from);
    let done = 0;
    while (done < bytes.length) {
      const count = readSync(descriptor, bytes, done, bytes.length - done, from + done);
      if (count === 0) throw new Error(`${path}: shorter than its tables say`);
      done += count;
    }
    return bytes;
  };
  return { bytes: { length: fstatSync(descriptor).size, read }, descriptor };
}

function describe(font: CatalogueFont): FontDescription {
  const { id, family, familyChinese, weight, licence, copyright, fallback } = font;
  return { id, family, familyChinese, weight, licence, copyright, fallback };
}
