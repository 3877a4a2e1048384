import type { PdfFile } from "./pdfFile";
import type { PdfEntries, PdfValue } from "./pdfValue";

/** The dictionaries and streams a file's trailer leads to. */
export interface ReachableObjects {
  readonly entries: readonly PdfEntries[];
  /** Whether the file holds more than were followed. */
  readonly cutShort: boolean;
}

const mostValues = 3_000_000;

/** Follows every reference from the trailer, each object once. */
export function reachableObjects(file: PdfFile): ReachableObjects {
  const entries: PdfEntries[] = [];
  const seen = new Set<number>();
  const waiting: PdfValue[] = [file.source.trailer];
  let values = 0;
  while (waiting.length > 0) {
    if (++values > mostValues) return { entries, cutShort: true };
    let value = waiting.pop() ?? null;
    if (value === null || typeof value !== "object") continue;
    if (value.kind === "reference") {
      if (seen.has(value.object)) continue;
      seen.add(value.object);
      value = file.resolve(value);
    }
    if (value === null || typeof value !== "object") continue;
    if (value.kind === "array") for (const item of value.items) waiting.push(item);
    else if (value.kind === "dictionary" || value.kind === "stream") {
      entries.push(value);
      for (const item of value.entries.values()) waiting.push(item);
    }
  }
  return { entries, cutShort: false };
}
