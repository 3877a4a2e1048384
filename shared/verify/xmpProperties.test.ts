import { describe, expect, it } from "vitest";
import { readXmlProperties } from "./xmpProperties";

const packet = (inside: string) => `<?xpacket begin="\ufeff"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${inside}</rdf:RDF></x:xmpmeta>`;

describe("an XMP packet", () => {
  it("has properties as attributes, elements and lists, whatever their prefixes", () => {
    const properties = readXmlProperties(
      packet(`<rdf:Description xmlns:a="urn:a#" a:one="1 &amp; 2"><a:two>2&#x4e00;</a:two></rdf:Description>
<rdf:Description><b:three xmlns:b="urn:b#"><rdf:Seq><rdf:li>first</rdf:li><rdf:li>second</rdf:li></rdf:Seq></b:three></rdf:Description>`),
    );
    expect([...properties!]).toEqual([["urn:a#one", "1 & 2"], ["urn:a#two", "2一"], ["urn:b#three", "first"]]);
  });

  it.each([
    ["an open element", "<rdf:Description>"],
    ["elements that cross", "<a><b></a></b>"],
    ["an unknown prefix", "<c:x/>"],
    ["an unknown entity", "<a>&file;</a>"],
    ["a bare ampersand", "<a>1 & 2</a>"],
    ["a document type", "<!DOCTYPE a>"],
  ])("is not read with %s", (_, inside) => {
    expect(readXmlProperties(packet(inside))).toBeNull();
  });

  it("is not read where it is no XML, or nests without end", () => {
    expect(readXmlProperties("")).toBeNull();
    expect(readXmlProperties("text")).toBeNull();
    expect(readXmlProperties("<a>".repeat(1000))).toBeNull();
  });
});
