import { photographerOf } from "./bylines";
import { markup } from "./markup";
import { onOneLine } from "./textHtml";

/** What is said of a picture where it is printed; empty strings stand for what is not. */
export interface PictureWords {
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
  /** Who may use it and why. */
  readonly rights: string;
  readonly language: string;
}

const NAMESPACES = {
  dc: "http://purl.org/dc/elements/1.1/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
  xmpRights: "http://ns.adobe.com/xap/1.0/rights/",
  Iptc4xmpCore: "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
} as const;

/** An XMP packet with a picture's words under their IPTC names, so that they stay with the file; null where there are none. */
export function pictureXmp({ caption, credit, alt, rights, language }: PictureWords): string | null {
  const photographer = photographerOf(credit);
  const properties = [
    alternatives("dc:description", caption, language),
    listed("dc:creator", photographer),
    alternatives("dc:rights", rights, language),
    plain("photoshop:Credit", credit),
    alternatives("xmpRights:UsageTerms", rights, language),
    alternatives("Iptc4xmpCore:AltTextAccessibility", alt, language),
  ].filter((property) => property !== "");
  if (properties.length === 0) return null;
  const names = Object.entries(NAMESPACES).map(([prefix, address]) => ` xmlns:${prefix}="${address}"`).join("");
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""${names}>${properties.join("")}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

function plain(name: string, text: string): string {
  const words = markup(onOneLine(text));
  return words === "" ? "" : `<${name}>${words}</${name}>`;
}

/** A text in one language, which is also the one for whoever asks for another. */
function alternatives(name: string, text: string, language: string): string {
  const words = markup(onOneLine(text));
  const item = (tag: string): string => `<rdf:li xml:lang="${markup(tag)}">${words}</rdf:li>`;
  return words === "" ? "" : `<${name}><rdf:Alt>${item("x-default")}${item(language)}</rdf:Alt></${name}>`;
}

function listed(name: string, text: string): string {
  const words = markup(onOneLine(text));
  return words === "" ? "" : `<${name}><rdf:Seq><rdf:li>${words}</rdf:li></rdf:Seq></${name}>`;
}
