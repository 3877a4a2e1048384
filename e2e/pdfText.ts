import { execFileSync } from "node:child_process";

/** A word as a PDF reader finds it: where it begins, and the middle of its height, in points from the page's corner. */
export interface PdfWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<\/word>/g;
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };

/** The words of a PDF's first page as poppler reads them. */
export function pdfWords(file: string): readonly PdfWord[] {
  const page = execFileSync("pdftotext", ["-bbox", "-l", "1", file, "-"], { encoding: "utf8" });
  return [...page.matchAll(WORD)].map(([, x, top, foot, text]) => ({
    text: (text ?? "").replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity),
    x: Number(x),
    y: (Number(top) + Number(foot)) / 2,
  }));
}
