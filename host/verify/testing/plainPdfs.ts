import type { PlainObject, PlainPdf } from "./pdfAssembler";

/** An ICC profile of nothing but a header: enough for rules that read headers. */
export function plainProfile({ deviceClass = "prtr", space = "CMYK", version = 2, size = 160 } = {}): Uint8Array {
  const bytes = Buffer.alloc(160);
  bytes.writeUInt32BE(size, 0);
  bytes[8] = version;
  bytes.write(deviceClass, 12, "latin1");
  bytes.write(space, 16, "latin1");
  bytes.write("Lab ", 20, "latin1");
  bytes.write("acsp", 36, "latin1");
  return bytes;
}

/** A TrueType program of three glyphs, 500, 1000 and 250 thousandths wide, with the tables that rules read. */
export function plainFont({ fsType = 0, widths = [500, 1000, 250] } = {}): Uint8Array {
  const head = Buffer.alloc(54);
  head.writeUInt16BE(1000, 18);
  const hhea = Buffer.alloc(36);
  hhea.writeUInt16BE(widths.length, 34);
  const hmtx = Buffer.alloc(widths.length * 4);
  for (const [glyph, width] of widths.entries()) hmtx.writeUInt16BE(width, glyph * 4);
  const maxp = Buffer.alloc(6);
  maxp.writeUInt16BE(widths.length, 4);
  const os2 = Buffer.alloc(78);
  os2.writeUInt16BE(fsType, 8);
  const tables = [["OS/2", os2], ["head", head], ["hhea", hhea], ["hmtx", hmtx], ["maxp", maxp]] as const;
  const directory = Buffer.alloc(12 + tables.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  let offset = directory.length;
  for (const [index, [tag, table]] of tables.entries()) {
    directory.write(tag, 12 + index * 16, "latin1");
    directory.writeUInt32BE(offset, 12 + index * 16 + 8);
    directory.writeUInt32BE(table.length, 12 + index * 16 + 12);
    offset += table.length;
  }
  return Buffer.concat([directory, ...tables.map(([, table]) => table)]);
}

const content = `/P << /MCID 0 >> BDC
q /GS gs 0 0 0 1 k BT /F1 10 Tf 1 0 0 1 30 150 Tm <00010002> Tj ET Q
EMC
/Artifact BMC
q 0 0 0 1 K 0.5 w /GS gs 30 140 m 170 140 l S Q
q /All CS 1 SCN 0.25 w 15 100 m 5 100 l 185 100 m 195 100 l S Q
q /Spot cs 0.5 scn 30 100 40 20 re f Q
q 0.2 0.1 0 0 k 100 100 40 20 re f Q
EMC
/Figure << /MCID 1 >> BDC
q 4 0 0 4 30 60 cm /Im1 Do Q
EMC
`;

const common = {
  pages: "<< /Type /Pages /Kids [{page}] /Count 1 >>",
  page: `<< /Type /Page /Parent {pages} /MediaBox [0 0 200 200] /BleedBox [10 10 190 190] /TrimBox [20 20 180 180]
/Resources {resources} /Contents {content} /StructParents 0 >>`,
  resources: `<< /Font << /F1 {font} >> /ExtGState << /GS {state} >> /XObject << /Im1 {image} >> /ColorSpace << /Spot {spot} /All {all} >> >>`,
  content: { dictionary: "", data: content },
  state: "<< /Type /ExtGState /OP true /op true /OPM 1 >>",
  spot: "[/Separation /Seal /DeviceCMYK {tint}]",
  all: "[/Separation /All /DeviceCMYK {allTint}]",
  allTint: "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>",
  tint: "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0.9 0] /N 1 >>",
  image: { dictionary: "/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceCMYK /BitsPerComponent 8", data: "\x01".repeat(400) },
  font: "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Plain /Encoding /Identity-H /DescendantFonts [{descendant}] /ToUnicode {toUnicode} >>",
  descendant: `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
/FontDescriptor {descriptor} /DW 1000 /W [2 [250]] /CIDToGIDMap {glyphMap} >>`,
  descriptor: `<< /Type /FontDescriptor /FontName /ABCDEF+Plain /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120
/CapHeight 700 /StemV 80 /FontFile2 {fontFile} >>`,
  fontFile: { dictionary: `/Length1 ${plainFont().length}`, data: plainFont() },
  glyphMap: { dictionary: "", data: "\0\0\0\x01\0\x02" },
  toUnicode: {
    dictionary: "",
    data: `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <5927> <0002> <6837> endbfchar
endcmap end end`,
  },
  structure: "<< /Type /StructTreeRoot /K {document} /ParentTree << /Nums [0 [{paragraph} {figure}]] >> >>",
  document: "<< /Type /StructElem /S /Document /P {structure} /K [{paragraph} {figure}] >>",
  paragraph: "<< /Type /StructElem /S /P /P {document} /Pg {page} /K 0 >>",
  figure: "<< /Type /StructElem /S /Figure /P {document} /Pg {page} /K 1 /Alt (A square) >>",
  outlines: "<< /Type /Outlines /First {bookmark} /Last {bookmark} /Count 1 >>",
  bookmark: "<< /Title (Page) /Parent {outlines} /Dest [{page} /Fit] >>",
  intents: "[{intent}]",
  intent: "<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (Newsprint) /Info (Generic newsprint) /DestOutputProfile {profile} >>",
  profile: { dictionary: "/N 4", data: plainProfile() },
} satisfies Record<string, PlainObject>;

const catalogue = `<< /Type /Catalog /Pages {pages} /OutputIntents {intents} /MarkInfo << /Marked true >> /StructTreeRoot {structure} /Lang (zh-CN)
/Outlines {outlines}`;

const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 pdfxid:GTS_PDFXVersion="PDF/X-4" pdf:Trapped="False" xmp:CreateDate="2026-01-12T00:00:00Z" xmp:ModifyDate="2026-01-12T00:00:00Z"
 xmp:MetadataDate="2026-01-12T00:00:00Z" xmpMM:DocumentID="uuid:1" xmpMM:VersionID="1" xmpMM:RenditionClass="default">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Plain &amp; small</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;

const info = "/Title (Plain & small) /CreationDate (D:20260112000000Z) /ModDate (D:20260112000000Z) /Trapped /False";
const trailer = "/Root {catalogue} /Info {info} /ID [<01> <01>]";

/** The least PDF/X-4 file that has something for each rule to hold, advice and structure included. */
export const plainX4: PlainPdf = {
  header: "%PDF-1.6",
  objects: {
    catalogue: `${catalogue} /Metadata {xmp} >>`,
    ...common,
    info: `<< ${info} >>`,
    xmp: { dictionary: "/Type /Metadata /Subtype /XML", data: xmp },
  },
  trailer,
};

/** The least PDF/X-1a:2003 file of the same page. */
export const plainX1a: PlainPdf = {
  header: "%PDF-1.4",
  objects: { catalogue: `${catalogue} >>`, ...common, info: `<< ${info} /GTS_PDFXVersion (PDF/X-1a:2003) >>` },
  trailer,
};
