import type { PdfFile } from "./pdfFile";
import type { PdfEntries } from "./pdfValue";

/** The widths a CID font states in W and DW (ISO 32000-1, 9.7.4.3), in thousandths of an em, by CID. */
export function cidWidths(file: PdfFile, described: PdfEntries): (cid: number) => number {
  const fallback = file.numberAt(described, "DW") ?? 1000;
  const single = new Map<number, number>();
  const ranges: { readonly low: number; readonly high: number; readonly width: number }[] = [];
  const items = file.arrayAt(described, "W") ?? [];
  for (let at = 0; at < items.length;) {
    const first = file.number(items[at]);
    const list = file.array(items[at + 1]);
    if (first === null) break;
    if (list !== null) {
      for (const [index, item] of list.entries()) single.set(first + index, file.number(item) ?? fallback);
      at += 2;
      continue;
    }
    const [high, width] = [file.number(items[at + 1]), file.number(items[at + 2])];
    if (high === null || width === null) break;
    ranges.push({ low: first, high, width });
    at += 3;
  }
  return (cid) => single.get(cid) ?? ranges.find(({ low, high }) => cid >= low && cid <= high)?.width ?? fallback;
}
