import type * as Library from "@libpdf/core";
import { decodeFilters } from "./decodeFilters";

/** The reading library, loaded where it is first needed. */
export type Libpdf = typeof Library;

let loaded: Promise<Libpdf> | undefined;

/**
 * Loads @libpdf/core and bounds it: it inflates cross-reference and object streams without a limit while it opens a file,
 * and believes the counts a cross-reference stream states, so a file of a few kilobytes could fill the memory.
 */
export function loadLibpdf(): Promise<Libpdf> {
  loaded ??= import("@libpdf/core").then((library) => {
    library.PdfStream.prototype.getDecodedData = function decodeBounded(this: Library.PdfStream): Uint8Array {
      const decoded = decodeFilters(this.data, filterSteps(this, library));
      if (!decoded.ok) throw new Error(`a stream cannot be read: ${decoded.problem.code} ${decoded.problem.detail}`);
      if (this.getName("Type")?.value === "XRef") requireRows(this, decoded.value.length, library);
      return decoded.value;
    };
    return library;
  });
  return loaded;
}

/** The filters of a cross-reference or object stream, which are direct objects. */
function filterSteps(stream: Library.PdfStream, { PdfArray, PdfDict, PdfName }: Libpdf) {
  const list = (key: string) => {
    const value = stream.get(key);
    return value === undefined ? [] : value instanceof PdfArray ? value.toArray() : [value];
  };
  const parameters = list("DecodeParms");
  return list("Filter").map((filter, index) => {
    const given = parameters[index];
    const number = (key: string, fallback: number) => (given instanceof PdfDict ? (given.getNumber(key)?.value ?? fallback) : fallback);
    const predictor = { predictor: number("Predictor", 1), colours: number("Colors", 1), bitsPerComponent: number("BitsPerComponent", 8), columns: number("Columns", 1) };
    return { name: filter instanceof PdfName ? filter.value : "", predictor };
  });
}

/** Stops where a cross-reference stream claims more rows than it has bytes. */
function requireRows(stream: Library.PdfStream, length: number, { PdfNumber }: Libpdf): void {
  const numbers = (key: string) => stream.getArray(key)?.toArray().map((item) => (item instanceof PdfNumber ? item.value : Number.NaN)) ?? null;
  const rowLength = (numbers("W") ?? []).slice(0, 3).reduce((sum, width) => sum + width, 0);
  const counts = (numbers("Index") ?? [0, stream.getNumber("Size")?.value ?? Number.NaN]).filter((_, index) => index % 2 === 1);
  const rows = counts.reduce((sum, count) => sum + Math.max(0, count), 0);
  if (!(rowLength >= 1 && rows * rowLength <= length)) throw new Error("a cross-reference stream claims more rows than it has");
}
