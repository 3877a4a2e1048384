import { closeSync, constants, copyFileSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readFontCatalogue, type CatalogueFont } from "./fontCatalogue";
import { isWoff, unpackedLength, unpackWoff } from "./woff";

/**
 * Puts every font of the catalogue into a folder as `<id>.ttf`, unmodified: copied, or unpacked where the package
 * brings WOFF. A file that is complete is left alone, and one being written never has its final name. Returns the ids
 * of the fonts written.
 */
export function prepareFonts(projectRoot: string, fontsFolder: string): readonly string[] {
  return readFontCatalogue(projectRoot)
    .filter((font) => prepareFont(projectRoot, fontsFolder, font))
    .map((font) => font.id);
}

/** Puts one font into the folder; whether it had to be written. */
export function prepareFont(projectRoot: string, fontsFolder: string, font: CatalogueFont): boolean {
  const source = packageFile(projectRoot, font);
  const target = join(fontsFolder, fontFileName(font.id));
  const header = readHeader(source);
  const isPacked = isWoff(header);
  const length = isPacked ? unpackedLength(header) : statSync(source).size;
  if (statSync(target, { throwIfNoEntry: false })?.size === length) return false;

  mkdirSync(fontsFolder, { recursive: true });
  const unfinished = `${target}.${process.pid}.part`;
  try {
    if (isPacked) writeFileSync(unfinished, unpackWoff(readFileSync(source)));
    else copyFileSync(source, unfinished, constants.COPYFILE_FICLONE);
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return true;
}

/** What a font's file is called in the fonts folder. */
export function fontFileName(fontId: string): string {
  return `${fontId}.ttf`;
}

/** The font's file inside its npm package, found from the project's root as Node finds packages. */
export function packageFile(projectRoot: string, font: CatalogueFont): string {
  const require = createRequire(join(projectRoot, "package.json"));
  return join(dirname(require.resolve(`${font.package}/package.json`)), font.path);
}

const HEADER_LENGTH = 44;

function readHeader(path: string): Buffer {
  const descriptor = openSync(path, "r");
  try {
    const header = Buffer.alloc(HEADER_LENGTH);
    readSync(descriptor, header, 0, HEADER_LENGTH, 0);
    return header;
  } finally {
    closeSync(descriptor);
  }
}
