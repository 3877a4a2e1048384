import { execFileSync, spawnSync } from "node:child_process";
import type { Pt } from "../../../shared/geometry/units";

/** Whether poppler's and MuPDF's readers are on this machine. */
export const hasPdftotext = canRun("pdftotext", ["-v"]);
export const hasMutool = canRun("mutool", ["-v"]);
export const hasGhostscript = canRun("gs", ["--version"]);
export const hasQpdf = canRun("qpdf", ["--version"]);

function canRun(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args).error === undefined;
}

/** What a program that reads PDFs prints. */
export function printed(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 29, stdio: ["ignore", "pipe", "ignore"] });
}

/** The text of each page by poppler, in the order of its content or as poppler itself puts columns in order. */
export function popplerPages(file: string, order: "raw" | "columns" = "raw"): readonly string[] {
  return printed("pdftotext", ...(order === "raw" ? ["-raw"] : []), "-enc", "UTF-8", file, "-").split("\f").slice(0, -1);
}

/** The text of each page, by MuPDF; it writes ligatures such as ﬁ as letters. */
export function mupdfPages(file: string): readonly string[] {
  return printed("mutool", "draw", "-q", "-F", "txt", file).split("\f").slice(0, -1);
}

/** A glyph as MuPDF places it: the pen position on its baseline, from the sheet's top left corner, y downwards. */
export interface TracedGlyph {
  readonly x: Pt;
  readonly y: Pt;
}

/** The glyphs of each page in painting order, those that are read but not drawn left out. */
export function tracedGlyphs(file: string): readonly (readonly TracedGlyph[])[] {
  return printed("mutool", "trace", file).split("<page ").slice(1).map((page) => {
    const glyphs: TracedGlyph[] = [];
    let matrix: readonly number[] = [];
    for (const [, transform, glyph, x, y] of page.matchAll(/<fill_text[^>]* transform="([^"]*)"|<g [^>]*glyph="(-?\d+)" x="([^"]*)" y="([^"]*)"|<ignore_text/g)) {
      if (transform !== undefined) matrix = transform.split(" ").map(Number);
      else if (glyph === undefined) matrix = [];
      // A glyph of several characters is told again, without a number, for each of them but the first.
      else if (glyph !== "-1" && matrix.length === 6) {
        const [a, b, c, d, e, f] = matrix as [number, number, number, number, number, number];
        glyphs.push({ x: a * Number(x) + c * Number(y) + e, y: b * Number(x) + d * Number(y) + f });
      }
    }
    return glyphs;
  });
}
