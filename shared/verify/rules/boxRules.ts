import { liesWithin, showBox, type PageBoxes, type PdfBox } from "../pageBoxes";
import { bothStandards, broken, type Finding, type Rule } from "../rule";
import type { PdfPlace } from "../pdfFile";

function finished({ trim, art }: PageBoxes): PdfBox | null {
  return trim ?? art;
}

function* within(place: PdfPlace, inner: readonly [string, PdfBox | null], outer: readonly [string, PdfBox | null]): Iterable<Finding> {
  if (inner[1] === null || outer[1] === null || liesWithin(inner[1], outer[1])) return;
  yield broken(place, `/${inner[0]} ${showBox(inner[1])} ⊄ /${outer[0]} ${showBox(outer[1])}`);
}

/** Rules about the boxes of each page (ISO 32000-1, 14.11.2). */
export const boxRules = [
  {
    id: "media-box",
    part: "boxes",
    standards: bothStandards,
    clause: "ISO 32000-1 7.7.3.3",
    *check({ pages }) {
      for (const { boxes, place } of pages) {
        const { media } = boxes;
        if (media === null || media[2] - media[0] <= 0 || media[3] - media[1] <= 0) yield broken(place, media === null ? "–" : showBox(media));
      }
    },
  },
  {
    id: "trim-or-art-box",
    part: "boxes",
    standards: bothStandards,
    clause: "ISO 32000-1 14.11.2",
    *check({ pages }) {
      for (const { page, boxes, place } of pages) {
        if (page.entries.has("TrimBox") && page.entries.has("ArtBox")) yield broken(place, "/TrimBox /ArtBox");
        else if (finished(boxes) === null) yield broken(place, "– /TrimBox, – /ArtBox");
        const box = finished(boxes);
        if (box !== null && (box[2] - box[0] <= 0 || box[3] - box[1] <= 0)) yield broken(place, showBox(box));
      }
    },
  },
  {
    id: "boxes-nested",
    part: "boxes",
    standards: bothStandards,
    clause: "ISO 32000-1 14.11.2",
    *check({ pages }) {
      for (const { boxes, place } of pages) {
        const { media, crop, bleed, trim, art } = boxes;
        yield* within(place, ["TrimBox", trim], ["BleedBox", bleed]);
        yield* within(place, ["ArtBox", art], ["BleedBox", bleed]);
        yield* within(place, ["BleedBox", bleed], ["MediaBox", media]);
        yield* within(place, ["TrimBox", trim], ["MediaBox", media]);
        yield* within(place, ["ArtBox", art], ["MediaBox", media]);
        // What is cropped away in viewers must not be part of what is printed.
        yield* within(place, bleed === null ? [trim === null ? "ArtBox" : "TrimBox", finished(boxes)] : ["BleedBox", bleed], ["CropBox", crop]);
      }
    },
  },
  {
    id: "viewer-boxes",
    part: "boxes",
    standards: bothStandards,
    clause: "ISO 32000-1 12.2",
    *check({ file }) {
      const preferences = file.entriesAt(file.catalogue, "ViewerPreferences");
      if (preferences === null) return;
      for (const key of ["ViewArea", "ViewClip", "PrintArea", "PrintClip"]) {
        const name = file.nameAt(preferences, key);
        if (name !== null && name !== "MediaBox" && name !== "BleedBox") yield broken(file.placeOf(preferences, { name: "/ViewerPreferences" }), `/${key} /${name}`);
      }
    },
  },
] as const satisfies readonly Rule[];
