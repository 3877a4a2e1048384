import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pictureXmp } from "./pictureXmp";

const nothing = { caption: "", credit: "", alt: "", rights: "", language: "zh-Hans-CN" };

describe("pictureXmp", () => {
  it("says caption, credit, photographer, rights and alt text under their IPTC names", () => {
    const xmp = pictureXmp({ ...nothing, caption: "工友在车间", credit: "全媒体记者林景余/摄", alt: "三名工人", rights: "本报版权" }) ?? "";
    expect(xmp).toContain('<dc:description><rdf:Alt><rdf:li xml:lang="x-default">工友在车间</rdf:li><rdf:li xml:lang="zh-Hans-CN">工友在车间</rdf:li>');
    expect(xmp).toContain("<photoshop:Credit>全媒体记者林景余/摄</photoshop:Credit>");
    expect(xmp).toContain("<dc:creator><rdf:Seq><rdf:li>全媒体记者林景余</rdf:li>");
    expect(xmp).toContain("<xmpRights:UsageTerms>");
    expect(xmp).toContain("<Iptc4xmpCore:AltTextAccessibility>");
  });

  it("is nothing where nothing is said", () => {
    expect(pictureXmp(nothing)).toBeNull();
  });

  it("lets no words become mark-up", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (caption) => {
        const xmp = pictureXmp({ ...nothing, caption: `<&"${caption}` }) ?? "";
        const opened = xmp.match(/<[a-zA-Z]/g)?.length;
        expect(opened).toBe(pictureXmp({ ...nothing, caption: "字" })?.match(/<[a-zA-Z]/g)?.length);
        expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
      }),
    );
  });
});
