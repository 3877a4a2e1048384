import type { PdfFile } from "./pdfFile";
import type { PdfEntries } from "./pdfValue";

/** Left, bottom, right, top in default user space units. */
export type PdfBox = readonly [number, number, number, number];

/** The boxes of a page as it states them; null where it does not, or states no four numbers. */
export interface PageBoxes {
  readonly media: PdfBox | null;
  readonly crop: PdfBox | null;
  readonly bleed: PdfBox | null;
  readonly trim: PdfBox | null;
  readonly art: PdfBox | null;
}

/** Reads the boxes of a page; `inherited` is its dictionary merged over those of its parents. */
export function readBoxes(file: PdfFile, page: PdfEntries, inherited: PdfEntries): PageBoxes {
  return {
    media: boxAt(file, inherited, "MediaBox"),
    crop: boxAt(file, inherited, "CropBox"),
    bleed: boxAt(file, page, "BleedBox"),
    trim: boxAt(file, page, "TrimBox"),
    art: boxAt(file, page, "ArtBox"),
  };
}

/** A rectangle, its corners put in order; null where there are not four numbers. */
export function boxAt(file: PdfFile, holder: PdfEntries, key: string): PdfBox | null {
  const numbers = file.numbersAt(holder, key, 4);
  if (numbers === null) return null;
  const [a, b, c, d] = numbers as PdfBox; // four numbers, as asked
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** Units by which boxes may miss each other without a difference anyone could see or any writer's rounding would avoid. */
const tolerance = 0.01;

/** Whether the inner box lies within the outer one. */
export function liesWithin(inner: PdfBox, outer: PdfBox): boolean {
  return (
    inner[0] >= outer[0] - tolerance && inner[1] >= outer[1] - tolerance && inner[2] <= outer[2] + tolerance && inner[3] <= outer[3] + tolerance
  );
}

/** A box as a PDF array. */
export function showBox(box: PdfBox): string {
  return `[${box.map((side) => Math.round(side * 1000) / 1000).join(" ")}]`;
}
