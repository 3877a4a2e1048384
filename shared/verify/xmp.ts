import type { PdfFile } from "./pdfFile";
import { readXmlProperties } from "./xmpProperties";

/** The file's XMP packet (ISO 32000-1, 14.3.2). */
export interface Xmp {
  readonly state: "absent" | "unreadable" | "filtered" | "read";
  /** `namespace + local name` of each property to its text; the first item of a list, the default language of an alternative. */
  readonly properties: ReadonlyMap<string, string>;
  readonly object: number | undefined;
}

/** The namespaces the rules look into. */
export const xmpNamespaces = {
  pdfx: "http://www.npes.org/pdfx/ns/id/",
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  media: "http://ns.adobe.com/xap/1.0/mm/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
} as const;

const longestPacket = 4_000_000;
const nothing: ReadonlyMap<string, string> = new Map();

/** Reads the packet at the catalogue's `/Metadata`. */
export function readXmp(file: PdfFile): Xmp {
  const stream = file.streamAt(file.catalogue, "Metadata");
  if (stream === null) return { state: "absent", properties: nothing, object: undefined };
  const object = file.numberOf(stream);
  const decoded = file.source.decode(stream);
  const text = decoded.ok && decoded.value.length <= longestPacket ? file.source.utf8(decoded.value) : null;
  const properties = text === null ? null : readXmlProperties(text);
  if (properties === null) return { state: "unreadable", properties: nothing, object };
  return { state: file.get(stream, "Filter") === null ? "read" : "filtered", properties, object };
}
