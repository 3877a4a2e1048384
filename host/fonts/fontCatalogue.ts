import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FontDescription } from "../../shared/platform/host";

/** A font of the catalogue: what the editor is told about it, and the npm package that brings its file. */
export interface CatalogueFont extends Omit<FontDescription, "mayEmbed"> {
  readonly package: string;
  /** The file inside the package: TTF, or WOFF 1 to be unpacked. */
  readonly path: string;
}

const CATALOGUE_FORMAT = 1;

/** Reads `assets/fonts/catalogue.json`. Fallback fonts are tried in its order. A broken catalogue is a broken program. */
export function readFontCatalogue(projectRoot: string): readonly CatalogueFont[] {
  const file = join(projectRoot, "assets", "fonts", "catalogue.json");
  const catalogue: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isRecord(catalogue) || catalogue["format"] !== CATALOGUE_FORMAT || !Array.isArray(catalogue["fonts"])) {
    throw new Error(`${file}: not a font catalogue of format ${CATALOGUE_FORMAT}`);
  }
  return catalogue["fonts"].map((font: unknown, index) => {
    if (!isRecord(font)) throw new Error(`${file}: fonts[${index}] is not an object`);
    const text = (key: string): string => {
      const value = font[key];
      if (typeof value !== "string" || value === "") throw new Error(`${file}: fonts[${index}].${key} is not a text`);
      return value;
    };
    const { weight, fallback } = font;
    if (typeof weight !== "number" || typeof fallback !== "boolean") {
      throw new Error(`${file}: fonts[${index}] needs weight and fallback`);
    }
    return {
      id: text("id"),
      family: text("family"),
      familyChinese: text("familyChinese"),
      weight,
      licence: text("licence"),
      copyright: text("copyright"),
      fallback,
      package: text("package"),
      path: text("path"),
    };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
