import { markup, safeText } from "../epaper/markup";
import type { PressPreset } from "./pressPreset";
import { pdfAsciiString, pdfTextString, utf8 } from "./pdfSyntax";

/** What the file says about itself. */
export interface PdfMetadata {
  readonly title: string;
  readonly author: string;
  /** The day of the issue, ISO `YYYY-MM-DD`: the file's dates, so that the same issue gives the same bytes. */
  readonly date: string;
  /** The paper's offset from UTC, such as `+08:00`. */
  readonly utcOffset: string;
  /** A BCP 47 language tag. */
  readonly language: string;
  /** The printed number of each page. */
  readonly pageLabels: readonly string[];
}

/** The program's name in files it makes. */
const PROGRAM = "Broadsheet";

/** The information dictionary (ISO 32000-1, 14.3.3), with the version keys that PDF/X-1a asks for. */
export function infoDictionary({ title, author, date, utcOffset }: PdfMetadata, standard: PressPreset["standard"]): string {
  const stamp = `(D:${date.replaceAll("-", "")}000000${utcOffset.replace(":", "'")}')`;
  return (
    `<</Title ${pdfTextString(safeText(title))}/Author ${pdfTextString(safeText(author))}/Creator${pdfAsciiString(PROGRAM)}/Producer${pdfAsciiString(PROGRAM)}` +
    `/CreationDate ${stamp}/ModDate ${stamp}/Trapped/False${standard === "x1a" ? "/GTS_PDFXVersion(PDF/X-1a:2003)" : ""}>>`
  );
}

/**
 * The same as XMP, uncompressed as PDF/X-4 asks (ISO 15930-7, 6.7), with the version key of that standard.
 * `digest` names the document, in hexadecimal of 32 digits or more.
 */
export function xmpPacket({ title, author, date, utcOffset, language }: PdfMetadata, standard: PressPreset["standard"], digest: string): Uint8Array {
  const stamp = `${date}T00:00:00${utcOffset}`;
  const uuid = `uuid:${[8, 4, 4, 4, 12].reduce<{ at: number; parts: string[] }>(
    ({ at, parts }, length) => ({ at: at + length, parts: [...parts, digest.slice(at, at + length)] }),
    { at: 0, parts: [] },
  ).parts.join("-")}`;
  const properties: readonly (readonly [name: string, value: string])[] = [
    ["dc:format", "application/pdf"],
    ["xmp:CreateDate", stamp],
    ["xmp:ModifyDate", stamp],
    ["xmp:MetadataDate", stamp],
    ["xmp:CreatorTool", PROGRAM],
    ["pdf:Producer", PROGRAM],
    ["pdf:Trapped", "False"],
    ["xmpMM:DocumentID", uuid],
    ["xmpMM:InstanceID", uuid],
    ["xmpMM:VersionID", "1"],
    ["xmpMM:RenditionClass", "default"],
    ...(standard === "x4" ? [["pdfxid:GTS_PDFXVersion", "PDF/X-4"] as const] : []),
  ];
  return utf8(
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n' +
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n' +
      '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" ' +
      'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" ' +
      'xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">\n' +
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${markup(title)}</rdf:li></rdf:Alt></dc:title>\n` +
      `<dc:creator><rdf:Seq><rdf:li>${markup(author)}</rdf:li></rdf:Seq></dc:creator>\n` +
      `<dc:language><rdf:Bag><rdf:li>${markup(language)}</rdf:li></rdf:Bag></dc:language>\n` +
      properties.map(([name, value]) => `<${name}>${markup(value)}</${name}>\n`).join("") +
      '</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>',
  );
}
