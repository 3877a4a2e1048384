import type { Deflate, PdfObjects, PdfReference } from "./pdfObjects";
import { pdfNumbers } from "./pdfSyntax";

/** PDF syntax with references to other objects of a `PlacedPdf`, by their place in its list. */
export type PlacedSyntax = readonly (string | number)[];

/** An indirect object as it stands in the placed file. */
export interface PlacedObject {
  /** Its value, or a stream's dictionary without brackets and Length. */
  readonly syntax: PlacedSyntax;
  /** A stream's data as it is encoded; null for other values. */
  readonly data: Uint8Array | null;
}

/** One page of another program's PDF, with everything it needs to be drawn. */
export interface PlacedPdf {
  /** The part of the page that is placed, in the page's own space: left, foot, right, top. */
  readonly box: readonly [number, number, number, number];
  /** How far the page is turned clockwise when it is shown. */
  readonly rotate: 0 | 90 | 180 | 270;
  /** The page's content: as it is encoded where it is one stream, else decoded and joined. */
  readonly content: { readonly data: Uint8Array; readonly encoding: PlacedSyntax | null };
  readonly resources: PlacedSyntax;
  /** The page's transparency group, or null. */
  readonly group: PlacedSyntax | null;
  /** The objects that resources, group and encoding lead to, in the order they are found. */
  readonly objects: readonly PlacedObject[];
  readonly isTransparent: boolean;
}

/** Writes a placed page as a form, its streams untouched: the same page placed twice is the same form. */
export function writePlacedPdf(objects: PdfObjects, placed: PlacedPdf, deflate: Deflate): PdfReference {
  const references = placed.objects.map(() => objects.reserve());
  const text = (syntax: PlacedSyntax): string => syntax.map((part) => (typeof part === "string" ? part : `${references[part]!} 0 R`)).join("");
  placed.objects.forEach(({ syntax, data }, index) => {
    if (data === null) objects.set(references[index]!, text(syntax));
    else objects.setRawStream(references[index]!, text(syntax), data);
  });
  const { data, encoding } = placed.content;
  const [left, foot, right, top] = placed.box;
  const group = placed.group === null ? "" : `/Group ${text(placed.group)}`;
  return objects.addRawStream(
    `/Type/XObject/Subtype/Form/BBox[${pdfNumbers(left, foot, right, top)}]/Resources ${text(placed.resources)}${group}${encoding === null ? "/Filter/FlateDecode" : text(encoding)}`,
    encoding === null ? deflate(data) : data,
  );
}

/** The operands of `cm` that put the placed part of a page upright into the unit square. */
export function placedMatrix({ box: [left, foot, right, top], rotate }: Pick<PlacedPdf, "box" | "rotate">): string {
  const [w, h] = [right - left, top - foot];
  switch (rotate) {
    case 0:
      return matrix(1 / w, 0, 0, 1 / h, -left / w, -foot / h);
    case 90:
      return matrix(0, -1 / w, 1 / h, 0, -foot / h, right / w);
    case 180:
      return matrix(-1 / w, 0, 0, -1 / h, right / w, top / h);
    case 270:
      return matrix(0, 1 / w, -1 / h, 0, top / h, -left / w);
  }
}

/** More digits than elsewhere: these numbers are multiplied by the whole page. */
function matrix(...numbers: readonly number[]): string {
  return numbers.map((value) => String(Math.round(value * 1e10) / 1e10).replace(/^(-?[\d.]+)e(-?\d+)$/, () => value.toFixed(10))).join(" ");
}
