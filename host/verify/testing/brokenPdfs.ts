import type { RuleId } from "../../../shared/verify/rules/allRules";
import type { Standard } from "../../../shared/verify/rule";
import { edited, withObject, type PlainPdf } from "./pdfAssembler";
import { plainFont, plainProfile } from "./plainPdfs";

/** A change to a sound file that breaks one rule, and the rules that cannot but break with it. */
export interface BrokenPdf {
  readonly rule: RuleId;
  readonly why: string;
  /** The standards it is tried under; both where absent. */
  readonly only?: Standard;
  readonly also?: readonly RuleId[];
  readonly change: (pdf: PlainPdf) => PlainPdf;
}

const page = (from: string, to: string) => (pdf: PlainPdf) => edited(pdf, "page", from, to);
const content = (from: string, to: string) => (pdf: PlainPdf) => edited(pdf, "content", from, to);
const state = (more: string) => (pdf: PlainPdf) => edited(pdf, "state", "/OPM 1", `/OPM 1 ${more}`);
const image = (more: string) => (pdf: PlainPdf) => edited(pdf, "image", "/Width 10", `${more} /Width 10`);
const catalogue = (more: string) => (pdf: PlainPdf) => edited(pdf, "catalogue", "/Type /Catalog", `/Type /Catalog ${more}`);
const profile = (bytes: Uint8Array) => (pdf: PlainPdf) => withObject(pdf, "profile", { dictionary: "/N 4", data: bytes });
/** Draws a further object, as decoration. */
const drawn = (name: string, dictionary: string, data = "") => (pdf: PlainPdf) =>
  withObject(edited(edited(pdf, "resources", "/Im1 {image}", `/Im1 {image} /X1 {${name}}`), "content", "q 0 0 0 1 K", "/X1 Do q 0 0 0 1 K"), name, { dictionary, data });
const artifact = (operators: string) => content("q 0 0 0 1 K", `${operators} q 0 0 0 1 K`);
const chain = (...changes: readonly ((pdf: PlainPdf) => PlainPdf)[]) => (pdf: PlainPdf) => changes.reduce((changed, change) => change(changed), pdf);
const space = (text: string) => chain((pdf) => edited(pdf, "resources", "/Spot {spot}", `/Spot {spot} /Other ${text}`), artifact("/Other cs"));

/** A stream of text written in hexadecimal. */
const filtered = (pdf: PlainPdf, name: string) => {
  const object = pdf.objects[name];
  if (typeof object !== "object" || typeof object.data !== "string") throw new Error(`no stream of text ${name}`);
  return withObject(pdf, name, { dictionary: `${object.dictionary} /Filter /ASCIIHexDecode`, data: `${Buffer.from(object.data, "latin1").toString("hex")}>` });
};

/** One or more broken files for each rule. */
export const brokenPdfs: readonly BrokenPdf[] = [
  { rule: "header-version", why: "PDF 1.7", change: (pdf) => ({ ...pdf, header: "%PDF-1.7" }) },
  { rule: "header-version", why: "something before the header", change: (pdf) => ({ ...pdf, header: `\n${pdf.header}` }) },
  { rule: "header-version", why: "a later version in the catalogue", change: catalogue("/Version /1.7") },
  { rule: "file-sound", why: "an object without an end", change: (pdf) => withObject(page("/StructParents 0", "/StructParents 0 /Thumb {open}")(pdf), "open", "<< /A [ 1 >>") },
  { rule: "file-sound", why: "a page twice in the tree", change: (pdf) => edited(pdf, "pages", "[{page}]", "[{page} {page}]") },
  { rule: "streams-sound", why: "a false length", change: (pdf) => edited(pdf, "image", "/Width 10", "/Length 120 /Width 10") },
  { rule: "streams-sound", why: "damaged compression of a profile", also: ["output-profile"], change: (pdf) => withObject(pdf, "profile", { dictionary: "/N 4 /Filter /FlateDecode", data: "not deflated" }) },
  { rule: "trailer-id", why: "no identifiers", change: (pdf) => ({ ...pdf, trailer: pdf.trailer.replace("/ID [<01> <01>]", "") }) },
  { rule: "trailer-id", why: "one identifier", change: (pdf) => ({ ...pdf, trailer: pdf.trailer.replace("[<01> <01>]", "[<01>]") }) },
  { rule: "compression-allowed", why: "LZW", change: (pdf) => withObject(pdf, "image", { dictionary: "/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /LZWDecode", data: "x" }) },
  { rule: "compression-allowed", why: "JPEG 2000", only: "x1a", change: (pdf) => withObject(pdf, "image", { dictionary: "/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /JPXDecode", data: "x" }) },
  { rule: "compression-allowed", why: "LZW in an inline image", change: artifact("q 4 0 0 4 60 60 cm BI /W 10 /H 10 /BPC 8 /CS /CMYK /F /LZW ID xx EI Q") },
  { rule: "no-outside-streams", why: "a picture in another file", change: image("/F (picture.jpg)") },

  { rule: "x-version", why: "another standard in XMP", only: "x4", change: (pdf) => edited(pdf, "xmp", "\"PDF/X-4\"", "\"PDF/X-3\"") },
  { rule: "x-version", why: "another standard in Info", only: "x1a", change: (pdf) => edited(pdf, "info", "PDF/X-1a:2003", "PDF/X-3:2003") },
  { rule: "x-version", why: "2001 without its conformance", only: "x1a", change: (pdf) => edited(pdf, "info", "PDF/X-1a:2003", "PDF/X-1:2001") },
  { rule: "xmp-readable", why: "not well-formed", only: "x4", also: ["x-version", "xmp-properties", "trapped-known"], change: (pdf) => edited(pdf, "xmp", "</rdf:RDF>", "</rdf:Bag>") },
  { rule: "xmp-readable", why: "a document type", only: "x4", also: ["x-version", "xmp-properties", "trapped-known"], change: (pdf) => edited(pdf, "xmp", "<x:xmpmeta", "<!DOCTYPE x [<!ENTITY a \"b\">]><x:xmpmeta") },
  { rule: "xmp-readable", why: "a filter", only: "x4", change: (pdf) => filtered(pdf, "xmp") },
  { rule: "xmp-properties", why: "no version identifier", only: "x4", change: (pdf) => edited(pdf, "xmp", "xmpMM:VersionID=\"1\"", "") },
  { rule: "info-keys", why: "no modification date", only: "x1a", change: (pdf) => edited(pdf, "info", "/ModDate (D:20260112000000Z)", "") },
  { rule: "trapped-known", why: "unknown", only: "x1a", change: (pdf) => edited(pdf, "info", "/Trapped /False", "/Trapped /Unknown") },
  { rule: "trapped-known", why: "not in XMP", only: "x4", change: (pdf) => edited(pdf, "xmp", "pdf:Trapped=\"False\"", "") },
  { rule: "dates-sound", why: "a thirteenth month", only: "x1a", change: (pdf) => edited(pdf, "info", "/ModDate (D:20260112000000Z)", "/ModDate (D:20261312000000Z)") },
  { rule: "info-agrees", why: "another title", only: "x4", change: (pdf) => edited(pdf, "info", "Plain & small", "Plain and large") },
  { rule: "info-agrees", why: "another day", only: "x4", change: (pdf) => edited(pdf, "info", "/CreationDate (D:20260112000000Z)", "/CreationDate (D:20260113000000Z)") },

  { rule: "one-output-intent", why: "none", change: (pdf) => edited(pdf, "intents", "[{intent}]", "[]") },
  { rule: "one-output-intent", why: "two", change: (pdf) => edited(pdf, "intents", "[{intent}]", "[{intent} {intent}]") },
  { rule: "output-condition", why: "no identifier", change: (pdf) => edited(pdf, "intent", "/OutputConditionIdentifier (Newsprint)", "") },
  { rule: "output-condition", why: "no description of what is not registered", change: (pdf) => edited(pdf, "intent", "/Info (Generic newsprint)", "") },
  { rule: "output-profile", why: "no profile", change: (pdf) => edited(pdf, "intent", "/DestOutputProfile {profile}", "") },
  { rule: "output-profile", why: "a monitor's profile", change: profile(plainProfile({ deviceClass: "mntr" })) },
  { rule: "output-profile", why: "an RGB profile", change: profile(plainProfile({ space: "RGB " })) },
  { rule: "output-profile", why: "no profile at all", change: profile(Buffer.from("plain text")) },
  { rule: "output-profile", why: "a profile cut short", change: profile(plainProfile({ size: 500 })) },
  { rule: "output-profile", why: "a profile of version 4", only: "x1a", change: profile(plainProfile({ version: 4 })) },
  { rule: "output-profile", why: "three components", change: (pdf) => edited(pdf, "profile", "/N 4", "/N 3") },

  { rule: "media-box", why: "no area", also: ["boxes-nested"], change: page("/MediaBox [0 0 200 200]", "/MediaBox [0 0 0 200]") },
  { rule: "trim-or-art-box", why: "neither", also: ["ink-bearable"], change: page("/TrimBox [20 20 180 180]", "") },
  { rule: "trim-or-art-box", why: "both", change: page("/TrimBox [20 20 180 180]", "/TrimBox [20 20 180 180] /ArtBox [20 20 180 180]") },
  { rule: "boxes-nested", why: "trim over bleed", change: page("/TrimBox [20 20 180 180]", "/TrimBox [20 20 180 195]") },
  { rule: "boxes-nested", why: "bleed over media", change: page("/BleedBox [10 10 190 190]", "/BleedBox [10 10 210 190]") },
  { rule: "boxes-nested", why: "crop within bleed", change: page("/BleedBox", "/CropBox [15 15 185 185] /BleedBox") },
  { rule: "viewer-boxes", why: "print clipped to the crop box", change: catalogue("/ViewerPreferences << /PrintClip /CropBox >>") },

  { rule: "no-device-rgb", why: "rg", change: content("0.2 0.1 0 0 k", "1 0 0 rg") },
  { rule: "no-device-rgb", why: "an RGB picture that is never drawn", change: (pdf) => withObject(edited(pdf, "resources", "/Im1 {image}", "/Im1 {image} /Im2 {second}"), "second", { dictionary: "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8", data: "abc" }) },
  { rule: "no-device-rgb", why: "an indexed space over RGB", change: space("[/Indexed /DeviceRGB 0 <000000>]") },
  { rule: "no-device-rgb", why: "rg inside a form", change: drawn("form", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "1 0 0 rg 0 0 5 5 re f") },
  { rule: "no-device-rgb", why: "an inline image", change: artifact("q 4 0 0 4 60 60 cm BI /W 10 /H 10 /BPC 8 /CS /RGB ID xx EI Q") },
  { rule: "no-device-rgb", why: "a shading", change: chain((pdf) => edited(pdf, "resources", "/ColorSpace", "/Shading << /Sh << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 1] /Function {tint} >> >> /ColorSpace"), artifact("/Sh sh")) },
  { rule: "no-device-rgb", why: "a tiling pattern", change: chain((pdf) => withObject(edited(pdf, "resources", "/ColorSpace", "/Pattern << /Pt {tile} >> /ColorSpace"), "tile", { dictionary: "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>", data: "0 0 1 RG 0 0 m 9 9 l S" }), artifact("/Pattern cs /Pt scn 60 60 20 20 re f")) },
  { rule: "no-independent-colour", why: "Lab", only: "x1a", change: space("[/Lab << /WhitePoint [0.96 1 0.82] >>]") },
  { rule: "no-independent-colour", why: "a default space in place of CMYK", only: "x1a", also: ["spot-stand-ins"], change: (pdf) => withObject(edited(pdf, "resources", "/Spot {spot}", "/Spot {spot} /DefaultCMYK [/ICCBased {grey}]"), "grey", { dictionary: "/N 4", data: plainProfile({ version: 3 }) }) },
  { rule: "spaces-sound", why: "an unknown space", change: space("[/Magic 1]") },
  { rule: "spot-stand-ins", why: "a stand-in in RGB", also: ["no-device-rgb"], change: (pdf) => edited(pdf, "spot", "/DeviceCMYK", "/DeviceRGB") },
  { rule: "spot-consistent", why: "one name for two inks", change: chain((pdf) => withObject(pdf, "second", "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 0 0 0] /N 1 >>"), space("[/Separation /Seal /DeviceCMYK {second}]")) },
  { rule: "icc-profiles-sound", why: "components that do not fit", only: "x4", change: chain((pdf) => withObject(pdf, "other", { dictionary: "/N 3", data: plainProfile({ version: 4 }) }), space("[/ICCBased {other}]")) },
  { rule: "icc-profiles-sound", why: "the output profile itself", only: "x4", change: space("[/ICCBased {profile}]") },
  { rule: "no-transfer-curves", why: "TR", change: state("/TR {tint}") },
  { rule: "no-transfer-curves", why: "TR2", change: state("/TR2 {tint}") },
  { rule: "no-transfer-curves", why: "HTP", change: state("/HTP [0 0]") },
  { rule: "halftones-plain", why: "a threshold array", change: state("/HT << /Type /Halftone /HalftoneType 6 >>") },
  { rule: "halftones-plain", why: "a name", change: state("/HT << /Type /Halftone /HalftoneType 1 /HalftoneName (x) /Frequency 100 /Angle 45 /SpotFunction /Round >>") },
  { rule: "intents-known", why: "ri", change: artifact("/Vivid ri") },
  { rule: "intents-known", why: "a picture's", change: image("/Intent /Vivid") },

  { rule: "no-soft-masks", why: "of the state", only: "x1a", change: state("/SMask << /S /Luminosity /G {image} >>") },
  { rule: "no-soft-masks", why: "of a picture", only: "x1a", change: image("/SMask {image}") },
  { rule: "no-blending", why: "multiply", only: "x1a", change: state("/BM /Multiply") },
  { rule: "no-opacity", why: "half a fill", only: "x1a", change: state("/ca 0.5") },
  { rule: "no-transparency-groups", why: "on the page", only: "x1a", change: page("/StructParents 0", "/StructParents 0 /Group << /S /Transparency /CS /DeviceCMYK >>") },
  { rule: "blend-modes-known", why: "an unknown mode", only: "x4", change: chain(state("/BM /Mix"), page("/StructParents 0", "/StructParents 0 /Group << /S /Transparency /CS /DeviceCMYK >>")) },
  { rule: "blend-space-cmyk", why: "none stated where it is transparent", only: "x4", change: state("/ca 0.5") },
  { rule: "blend-space-cmyk", why: "blending in grey", only: "x4", change: page("/StructParents 0", "/StructParents 0 /Group << /S /Transparency /CS /DeviceGray >>") },

  { rule: "images-sound", why: "no colour space", change: (pdf) => edited(pdf, "image", "/ColorSpace /DeviceCMYK", "") },
  { rule: "images-sound", why: "three bits", change: (pdf) => edited(pdf, "image", "/BitsPerComponent 8", "/BitsPerComponent 3") },
  { rule: "images-sound", why: "a JPEG of another number of inks", change: (pdf) => withObject(pdf, "image", { dictionary: "/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /DCTDecode", data: "\xff\xd8\xff\xc0\0\x11\x08\0\x0a\0\x0a\x03\x01\x11\0\x02\x11\0\x03\x11\0" }) },
  { rule: "no-default-alternates", why: "another picture in print", change: image("/Alternates [<< /Image {image} /DefaultForPrinting true >>]") },
  { rule: "no-opi", why: "a stand-in", change: image("/OPI << /2.0 << >> >>") },
  { rule: "no-postscript", why: "an object of PostScript", change: drawn("script", "/Type /XObject /Subtype /PS", "showpage") },
  { rule: "no-postscript", why: "PS in a form", change: drawn("form", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /PS {tint}") },
  { rule: "no-references-outside", why: "a reference object", change: drawn("form", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F (a.pdf) /Page 0 >>") },

  { rule: "fonts-embedded", why: "no program", change: (pdf) => edited(pdf, "descriptor", "/FontFile2 {fontFile}", "") },
  { rule: "fonts-embedded", why: "Helvetica", also: ["black-text-overprints"], change: chain((pdf) => edited(pdf, "resources", "/F1 {font}", "/F1 {font} /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"), artifact("q 0 0 0 1 k BT /F2 9 Tf 50 50 Td (a) Tj ET Q")) },
  { rule: "font-programs-sound", why: "another name", change: (pdf) => edited(pdf, "descriptor", "/FontName /ABCDEF+Plain", "/FontName /ABCDEF+Other") },
  { rule: "font-programs-sound", why: "a program that is none", change: (pdf) => withObject(pdf, "fontFile", { dictionary: "/Length1 7", data: "no font" }) },
  { rule: "font-programs-sound", why: "another length", change: (pdf) => edited(pdf, "fontFile", /\/Length1 \d+/, "/Length1 5") },
  { rule: "font-programs-sound", why: "a program of another kind", change: (pdf) => edited(edited(pdf, "descriptor", "/FontFile2", "/FontFile3"), "fontFile", "/Length1", "/Subtype /Type1C /Length1") },
  { rule: "cid-encoding", why: "no glyph map", change: (pdf) => edited(pdf, "descendant", "/CIDToGIDMap {glyphMap}", "") },
  { rule: "cid-encoding", why: "no character collection", change: (pdf) => edited(pdf, "descendant", "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>", "") },
  { rule: "cid-encoding", why: "an encoding that is no CMap", change: (pdf) => edited(pdf, "font", "/Encoding /Identity-H", "/Encoding {tint}") },
  { rule: "glyphs-present", why: "a code without a glyph", also: ["text-comes-out"], change: content("<00010002>", "<00010009>") },
  { rule: "glyphs-present", why: "a glyph the program lacks", change: (pdf) => edited(pdf, "glyphMap", "\0\x02", "\0\x07") },
  { rule: "widths-agree", why: "another width", change: (pdf) => edited(pdf, "descendant", "[250]", "[260]") },
  { rule: "embedding-permitted", why: "a restricted licence", change: (pdf) => withObject(pdf, "fontFile", { dictionary: `/Length1 ${plainFont().length}`, data: plainFont({ fsType: 2 }) }) },

  { rule: "operators-known", why: "an operator of no version", change: artifact("1 glow") },
  { rule: "operators-known", why: "inside BX and EX too", change: artifact("BX 1 glow EX") },
  { rule: "operands-fit", why: "too few", change: artifact("1 0 0 cm") },
  { rule: "operands-fit", why: "an array without an end", change: (pdf) => edited(pdf, "content", /$/, "[ 1 2") },
  { rule: "states-paired", why: "q without Q", change: artifact("q") },
  { rule: "states-paired", why: "Q without q", change: artifact("Q") },
  { rule: "states-paired", why: "29 deep", change: artifact(`${"q ".repeat(29)}${"Q ".repeat(29)}`) },
  { rule: "text-paired", why: "BT within BT", change: content("BT /F1", "BT BT /F1") },
  { rule: "text-paired", why: "text outside", change: content("Tj ET", "Tj ET (x) Tj"), also: ["glyphs-present", "text-comes-out"] },
  { rule: "marks-paired", why: "EMC too many", change: (pdf) => edited(pdf, "content", /$/, "EMC\n") },
  { rule: "marks-paired", why: "an open mark", change: (pdf) => edited(pdf, "content", /$/, "/P BMC\n") },
  { rule: "resources-found", why: "a font that is not there", change: artifact("BT /F9 9 Tf ET") },
  { rule: "resources-found", why: "an object that is not there", change: artifact("/X9 Do") },

  { rule: "no-javascript", why: "when it opens", also: [], change: catalogue("/OpenAction << /Type /Action /S /JavaScript /JS (1) >>") },
  { rule: "no-javascript", why: "by name", change: catalogue("/Names << /JavaScript << /Names [] >> >>") },
  { rule: "no-actions", why: "a bookmark that acts", change: (pdf) => edited(pdf, "bookmark", "/Dest [{page} /Fit]", "/A << /S /GoTo /D [{page} /Fit] >>") },
  { rule: "no-actions", why: "when a page opens", change: page("/StructParents 0", "/StructParents 0 /AA << >>") },
  { rule: "no-forms", why: "a form", change: catalogue("/AcroForm << /Fields [] >>") },
  { rule: "no-forms", why: "a field on the page", change: page("/StructParents 0", "/StructParents 0 /Annots [<< /Type /Annot /Subtype /Widget /Rect [30 30 40 40] >>]") },
  { rule: "annotations-outside", why: "a link on the page", change: page("/StructParents 0", "/StructParents 0 /Annots [<< /Type /Annot /Subtype /Link /Rect [30 30 40 40] >>]") },
  { rule: "no-attachments", why: "an embedded file", only: "x1a", change: catalogue("/Names << /EmbeddedFiles << /Names [] >> >>") },
  { rule: "no-layers", why: "optional content", only: "x1a", change: catalogue("/OCProperties << /OCGs [] /D << >> >>") },
  { rule: "layers-settled", why: "no name", only: "x4", change: catalogue("/OCProperties << /OCGs [] /D << >> >>") },
  { rule: "layers-settled", why: "switched by themselves", only: "x4", change: catalogue("/OCProperties << /OCGs [] /D << /Name (A) /AS [] >> >>") },
  { rule: "layers-settled", why: "an unlisted layer", only: "x4", change: (pdf) => withObject(catalogue("/OCProperties << /OCGs [{layer}] /D << /Name (A) /Order [] >> >>")(pdf), "layer", "<< /Type /OCG /Name (L) >>") },
  { rule: "no-alternate-presentations", why: "a slide show", change: catalogue("/Names << /AlternatePresentations << /Names [] >> >>") },
  { rule: "no-separated-pages", why: "one plate", change: page("/StructParents 0", "/StructParents 0 /SeparationInfo << /Pages [{page}] /DeviceColorant /Cyan >>") },

  { rule: "black-text-on-one-plate", why: "rich black", also: [], change: content("0 0 0 1 k BT", "0.4 0.3 0.3 0.9 k BT") },
  { rule: "black-text-overprints", why: "knocking out", change: (pdf) => edited(pdf, "state", "/op true", "/op false") },
  { rule: "black-text-overprints", why: "mode 0", also: ["black-rules-overprint"], change: (pdf) => edited(pdf, "state", "/OPM 1", "/OPM 0") },
  { rule: "black-rules-overprint", why: "a stroke that knocks out", change: content("0.5 w /GS gs", "0.5 w") },
  { rule: "small-text-plain", why: "small text in two inks", change: chain(content("0 0 0 1 k BT /F1 10 Tf", "0 1 1 0 k BT /F1 8 Tf")) },
  { rule: "small-text-plain", why: "small white text", change: content("q /GS gs 0 0 0 1 k BT /F1 10 Tf", "q 0 0 0 0 k BT /F1 6 Tf") },
  { rule: "ink-bearable", why: "a registration colour within the trim", change: chain(space("[/Separation /All /DeviceCMYK {tint}]"), content("/Other cs", "/Other cs 60 60 9 9 re f")) },
  { rule: "white-knocks-out", why: "overprinting white", change: artifact("q /GS gs 0 0 0 0 k 60 60 9 9 re f Q") },
  { rule: "grey-knocks-out", why: "overprinting grey", change: artifact("q /GS gs 0.5 g 60 60 9 9 re f Q") },
  { rule: "rules-thick-enough", why: "the thinnest line there is", change: content("0.5 w", "0 w") },
  { rule: "rules-thick-enough", why: "a thin filled rectangle", change: artifact("q /GS gs 0 0 0 1 k 60 60 50 0.1 re f Q") },
  { rule: "pictures-fine-enough", why: "few pixels", change: content("4 0 0 4 30 60 cm", "40 0 0 40 30 60 cm") },
  { rule: "ink-bearable", why: "three solids", change: content("0.2 0.1 0 0 k", "1 1 1 0 k") },
  { rule: "pages-upright", why: "turned", change: page("/StructParents 0", "/StructParents 0 /Rotate 90") },
  { rule: "pages-upright", why: "another unit", change: page("/StructParents 0", "/StructParents 0 /UserUnit 2") },
  { rule: "fonts-subset", why: "no tag", change: chain((pdf) => edited(pdf, "descendant", "/ABCDEF+Plain", "/Plain"), (pdf) => edited(pdf, "font", "/ABCDEF+Plain", "/Plain"), (pdf) => edited(pdf, "descriptor", "/ABCDEF+Plain", "/Plain")) },

  { rule: "tagged", why: "not marked as such", change: (pdf) => edited(pdf, "catalogue", "/Marked true", "/Marked false") },
  { rule: "language-stated", why: "no language", change: (pdf) => edited(pdf, "catalogue", "/Lang (zh-CN)", "") },
  { rule: "figures-described", why: "no words for a figure", change: (pdf) => edited(pdf, "figure", "/Alt (A square)", "") },
  { rule: "reading-order-whole", why: "content nobody reads", change: (pdf) => edited(pdf, "document", "[{paragraph} {figure}]", "[{paragraph}]") },
  { rule: "reading-order-whole", why: "a circle", change: (pdf) => edited(pdf, "figure", "/K 1", "/K [1 {document}]") },
  { rule: "reading-order-whole", why: "content that is not there", change: (pdf) => edited(pdf, "figure", "/K 1", "/K [1 7]") },
  { rule: "parent-tree-whole", why: "no way back", change: (pdf) => edited(pdf, "structure", "[{paragraph} {figure}]", "[{paragraph}]") },
  { rule: "parent-tree-whole", why: "a page without its number", change: page("/StructParents 0", "") },
  { rule: "all-content-marked", why: "a rule outside of everything", change: (pdf) => edited(pdf, "content", /$/, "q 0 0 0 1 k 30 30 9 9 re f Q\n") },
  { rule: "text-comes-out", why: "no text for a code", change: (pdf) => edited(pdf, "toUnicode", "<0002> <6837>", "") },
  { rule: "text-comes-out", why: "no ToUnicode", change: (pdf) => edited(pdf, "font", "/ToUnicode {toUnicode}", "") },
  { rule: "bookmarks-lead", why: "to no page", change: (pdf) => edited(pdf, "bookmark", "[{page} /Fit]", "[{pages} /Fit]") },
  { rule: "bookmarks-lead", why: "a circle", change: (pdf) => edited(pdf, "bookmark", "/Title", "/Next {bookmark} /Title") },
];
