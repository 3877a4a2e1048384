import { codesOf, readCMap, type CMap } from "./cmap";
import type { PdfFile } from "./pdfFile";
import type { PdfEntries } from "./pdfValue";

/** Two bytes a code, the code being the CID. */
const identityCodes: CMap = { codeRanges: [{ bytes: 2, low: 0, high: 0xffff }], cids: new Map(), texts: new Map(), incomplete: false };

/** The CMap a composite font is encoded by; null where it is one of Adobe's own, which the checker does not hold, or unread. */
export function encodingOf(file: PdfFile, font: PdfEntries): { readonly cmap: CMap; readonly identity: boolean } | null {
  const name = file.nameAt(font, "Encoding");
  if (name === "Identity-H" || name === "Identity-V") return { cmap: identityCodes, identity: true };
  const stream = file.streamAt(font, "Encoding");
  if (stream === null) return null;
  const decoded = file.source.decode(stream);
  if (!decoded.ok) return null;
  const cmap = readCMap(decoded.value);
  return cmap.incomplete || cmap.codeRanges.length === 0 ? null : { cmap, identity: false };
}

/** How a font cuts the strings it shows into codes; null where that cannot be told. */
export function codeReader(file: PdfFile, font: PdfEntries): ((shown: Uint8Array) => Iterable<number>) | null {
  if (file.nameAt(font, "Subtype") !== "Type0") return (shown) => shown;
  const encoding = encodingOf(file, font);
  return encoding === null ? null : (shown) => codesOf(shown, encoding.cmap);
}
